import type { ErrorObject } from "ajv/dist/2020.js";
import { type Document, isMap, isNode, isScalar, LineCounter, parseDocument } from "yaml";
import { formatPlace } from "../../core/dockerfile/position.ts";
import { UserError } from "../../core/user-error.ts";
import type { Config } from "./config.ts";
import { describeFormatMistake } from "./formats.ts";
import type { ConfigKind } from "./schemas.ts";
import { validatorOf } from "./validators.ts";

/** Parses and checks a config file, YAML or JSON. Throws UserError with file:line:column. */
export function parseConfig(path: string, text: string): Config {
	return parseChecked(path, text, "config") as Config;
}

/**
 * Parses and checks a `--base-config` file: a list of images as in the config's `bases`. Throws UserError with
 * file:line:column.
 */
export function parseBases(path: string, text: string): NonNullable<Config["bases"]> {
	return parseChecked(path, text, "bases") as NonNullable<Config["bases"]>;
}

function parseChecked(path: string, text: string, kind: ConfigKind): unknown {
	const lines = new LineCounter();
	const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
	const [syntaxError] = document.errors;
	if (syntaxError !== undefined) throw new UserError(`${at(path, lines, syntaxError.pos[0])}: ${syntaxError.message}`);
	const value: unknown = document.toJS() ?? (kind === "config" ? {} : []);
	const validate = validatorOf(kind);
	if (!validate(value)) {
		const error = worstOf(validate.errors ?? []);
		throw new UserError(`${at(path, lines, offsetOf(document, error))}: ${explain(error, value)}`);
	}
	return value;
}

/**
 * The most useful error: the first of those deepest in the document. The others are usually consequences of it.
 */
function worstOf(errors: readonly ErrorObject[]): ErrorObject {
	const depth = ({ instancePath }: ErrorObject): number => instancePath.split("/").length;
	const specific = errors.filter(({ keyword }) => keyword !== "anyOf" && keyword !== "$ref");
	const [first] = [...(specific.length > 0 ? specific : errors)].sort((left, right) => depth(right) - depth(left));
	if (first === undefined) throw new Error("BUG: a config that is not valid has no error");
	return first;
}

const TYPES: Readonly<Record<string, string>> = {
	array: "a list",
	boolean: "true or false",
	object: "a map of keys and values",
	string: "a text",
};

/** @param root the value of the whole file */
function explain({ instancePath, propertyName, keyword, params, message }: ErrorObject, root: unknown): string {
	const keys = keysOf(instancePath);
	const where = keys.length === 0 ? "the file" : keys.join(".");
	const data = propertyName ?? valueAt(root, keys);
	if (keyword === "unevaluatedProperties" || keyword === "additionalProperties") {
		return `${where} has the unknown key ${JSON.stringify(params.unevaluatedProperty ?? params.additionalProperty)}: see schema/config.json for the known keys`;
	}
	if (keyword === "enum" && propertyName !== undefined)
		return `${where} has the unknown key ${JSON.stringify(propertyName)}, but may have only ${(params.allowedValues as readonly string[]).join(", ")}`;
	if (keyword === "enum")
		return `${where} is ${JSON.stringify(data)}, but must be one of ${(params.allowedValues as readonly string[]).join(", ")}`;
	if (keyword === "format")
		return `${where}: ${JSON.stringify(data)} ${describeFormatMistake(params.format, String(data))}`;
	if (keyword === "type") return `${where} must be ${TYPES[params.type] ?? params.type}`;
	return `${where} ${message ?? "is not valid"}`;
}

function offsetOf(document: Document, { instancePath, params, propertyName }: ErrorObject): number {
	const path = keysOf(instancePath);
	const key = params.unevaluatedProperty ?? params.additionalProperty;
	const whole = path.length > 0 ? document.getIn(path, true) : document.contents;
	const node =
		(typeof key === "string" ? document.getIn([...path, key], true) : undefined) ??
		(propertyName === undefined ? undefined : findKey(whole, propertyName)) ??
		whole;
	return (isNode(node) && node.range?.[0]) || 0;
}

function findKey(map: unknown, name: string): unknown {
	return isMap(map) ? map.items.find(({ key }) => isScalar(key) && key.value === name)?.key : undefined;
}

function valueAt(root: unknown, keys: readonly string[]): unknown {
	return keys.reduce<unknown>((value, key) => Object(value)[key], root);
}

/** The keys in a JSON pointer. */
function keysOf(pointer: string): string[] {
	return pointer
		.split("/")
		.slice(1)
		.map((part) => part.replaceAll("~1", "/").replaceAll("~0", "~"));
}

function at(path: string, lines: LineCounter, offset: number): string {
	const { line, col } = lines.linePos(offset);
	return formatPlace(path, { line: Math.max(line, 1), column: Math.max(col, 1) });
}
