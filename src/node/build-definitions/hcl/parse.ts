import type { DefinitionSource } from "../model/value.ts";
import { readExpression } from "./expression.ts";
import { HclReader } from "./reader.ts";
import type { Body, Expression } from "./syntax.ts";

/**
 * Reads a file in HCL's native syntax (hashicorp/hcl: hclsyntax/spec.md). Throws DefinitionError.
 */
export function parseHcl(source: DefinitionSource): Body {
	const reader = new HclReader(source);
	return readBody(reader, true);
}

function readBody(reader: HclReader, isFile: boolean): Body {
	const attributes = new Map<string, Expression>();
	const blocks: Body["blocks"][number][] = [];
	for (;;) {
		reader.skip(true);
		if (isFile ? reader.isAtEnd : reader.take("}")) return { attributes, blocks };
		const { place } = reader;
		const name = reader.name() ?? failAtName(reader);
		reader.skip();
		if (reader.is("=") && !reader.is("==")) {
			if (attributes.has(name)) reader.fail(`${name} is defined twice`, place);
			attributes.set(name, readAttribute(reader, isFile));
		} else {
			const labels = readLabels(reader);
			blocks.push({ type: name, labels, body: reader.within(true, () => readBody(reader, false)), place });
		}
	}
}

function failAtName(reader: HclReader): never {
	return reader.fail(reader.isAtEnd ? "a block is not closed" : "expected a name");
}

function readAttribute(reader: HclReader, isFile: boolean): Expression {
	reader.take("=");
	const value = readExpression(reader);
	reader.skip(false);
	const isEnd = reader.is("\n") || (isFile ? reader.isAtEnd : reader.is("}"));
	return isEnd ? value : reader.fail("expected the end of the line");
}

/** Reads the labels of a block, and its opening brace. */
function readLabels(reader: HclReader): string[] {
	const labels: string[] = [];
	for (;;) {
		reader.skip();
		if (reader.take("{")) return labels;
		const quoted = reader.match(/"(?:[^"\\\n]|\\.){0,1000}"/y);
		const label = quoted === undefined ? reader.name() : quoted.slice(1, -1).replace(/\\(.)/g, "$1");
		labels.push(label ?? reader.fail('expected "=", or "{" to open a block'));
	}
}
