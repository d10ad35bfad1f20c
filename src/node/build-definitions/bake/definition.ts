import { readExpression } from "../hcl/expression.ts";
import { parseHcl } from "../hcl/parse.ts";
import type { Body, Expression } from "../hcl/syntax.ts";
import { readTemplate } from "../hcl/template.ts";
import { itemsOf } from "../model/table.ts";
import { DefinitionError, type DefinitionSource, type Value } from "../model/value.ts";
import { readYaml } from "../model/yaml.ts";

/** The kinds of blocks that bake has. */
const BLOCK_TYPES: readonly string[] = ["variable", "function", "group", "target"];

/** Reads a bake definition, in HCL or in HCL's JSON syntax. Throws DefinitionError. */
export function parseDefinition(source: DefinitionSource): Body {
	return source.path.endsWith(".json") ? parseJson(source) : parseHcl(source);
}

/** In JSON, blocks are objects keyed by their labels, and texts are templates (hashicorp/hcl: json/spec.md). */
function parseJson(source: DefinitionSource): Body {
	const [document] = readYaml(source);
	if (document === undefined) return { attributes: new Map(), blocks: [] };
	if (document.kind !== "table") throw new DefinitionError(document.place, "must be an object");
	const isBlock = (name: string): boolean => BLOCK_TYPES.includes(name);
	const blocks = [...document.entries].flatMap(([type, value]) =>
		isBlock(type) ? itemsOf(value).flatMap((labelled) => readBlocks(type, labelled)) : [],
	);
	const attributes = [...document.entries].filter(([name]) => !isBlock(name));
	return { attributes: new Map(attributes.map(([name, value]) => [name, toExpression(value)])), blocks };
}

function readBlocks(type: string, labelled: Value): Body["blocks"][number][] {
	if (labelled.kind !== "table") throw new DefinitionError(labelled.place, `${type} must be an object of names`);
	return [...labelled.entries].flatMap(([label, value]) =>
		itemsOf(value).map((body) => ({
			type,
			labels: [label],
			body: { attributes: new Map(entriesOf(body).map(([name, each]) => [name, toExpression(each)])), blocks: [] },
			place: body.place,
		})),
	);
}

function entriesOf(value: Value): readonly (readonly [string, Value])[] {
	return value.kind === "table" ? [...value.entries] : [];
}

function toExpression(value: Value): Expression {
	const { place } = value;
	if (value.kind === "list") return { kind: "tuple", items: value.items.map(toExpression), place };
	if (value.kind === "table") {
		const items = [...value.entries].map(
			([name, each]) => [{ kind: "literal", value: name, place: each.place }, toExpression(each)] as const,
		);
		return { kind: "object", items, place };
	}
	return typeof value.value === "string"
		? readTemplate(value.value, place, readExpression)
		: { kind: "literal", value: value.value ?? null, place };
}
