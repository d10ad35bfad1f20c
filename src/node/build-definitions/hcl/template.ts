import { blockLines } from "../model/block-lines.ts";
import { DefinitionError, type DefinitionSource, type Place } from "../model/value.ts";
import { HclReader } from "./reader.ts";
import type { Expression } from "./syntax.ts";

type ReadExpression = (reader: HclReader) => Expression;

const ESCAPES: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t", '"': '"', "\\": "\\" };

/** Reads a quoted text with its interpolations. Throws DefinitionError. */
export function readQuoted(reader: HclReader, readExpression: ReadExpression): Expression {
	const { place } = reader;
	reader.take('"');
	const parts = readParts(reader, readExpression, { close: '"', hasEscapes: true });
	if (!reader.take('"')) reader.fail("the text is not closed", place);
	return toTemplate(parts, place);
}

/** Reads `<<EOF` and the lines up to `EOF`; `<<-EOF` removes their common indentation. */
export function readHeredoc(reader: HclReader, readExpression: ReadExpression): Expression {
	const { place, source } = reader;
	reader.take("<<");
	const isIndented = reader.take("-");
	const mark = reader.name() ?? reader.fail("expected the mark that ends the text");
	reader.skip(false);
	if (!reader.take("\n")) reader.fail("expected the end of the line");
	const closing = new RegExp(`^[ \\t]*${mark}[ \\t]*\\r?$`, "gm");
	closing.lastIndex = reader.at;
	const end = closing.exec(source.text);
	if (end === null || end.index > reader.end) reader.fail(`no line ${mark} ends the text`, place);
	const body = new HclReader(source, reader.at, end.index);
	const parts = readParts(body, readExpression, { hasEscapes: false });
	reader.at = end.index + end[0].length;
	const stripped = isIndented ? withoutIndent(parts) : parts;
	const [only] = stripped;
	if (stripped.length > 1 || only?.kind !== "literal" || typeof only.value !== "string")
		return toTemplate(stripped, place);
	const lines = blockLines(source.text, place.offset, only.value);
	return { ...only, place, ...(lines === undefined ? {} : { lines }) };
}

/** Reads a whole text as a template, such as a string in JSON. Throws DefinitionError. */
export function readTemplate(text: string, place: Place, readExpression: ReadExpression): Expression {
	if (!text.includes("${") && !text.includes("%{")) return { kind: "literal", value: text, place };
	const source: DefinitionSource = { ...place.source, text };
	try {
		return toTemplate(readParts(new HclReader(source), readExpression, { hasEscapes: false }), place);
	} catch (error) {
		// Offsets in the template are not offsets in the file.
		throw error instanceof DefinitionError ? new DefinitionError(place, error.message) : error;
	}
}

interface PartOptions {
	/** The delimiter that ends the text; by default, the end of the input. */
	readonly close?: string;
	readonly hasEscapes: boolean;
}

function readParts(
	reader: HclReader,
	readExpression: ReadExpression,
	{ close, hasEscapes }: PartOptions,
): Expression[] {
	const parts: Expression[] = [];
	let text = "";
	let start = reader.place;
	const flush = (): void => {
		if (text !== "") parts.push({ kind: "literal", value: text, place: start });
		text = "";
	};
	while (!reader.isAtEnd && !(close !== undefined && (reader.is(close) || reader.is("\n")))) {
		if (reader.is("${") || reader.is("%{")) {
			flush();
			parts.push(readInterpolation(reader, readExpression));
			start = reader.place;
		} else if (reader.take("$${")) text += "${";
		else if (reader.take("%%{")) text += "%{";
		else if (hasEscapes && reader.take("\\")) text += readEscape(reader);
		else text += reader.source.text.charAt(reader.at++);
	}
	flush();
	return parts;
}

function readInterpolation(reader: HclReader, readExpression: ReadExpression): Expression {
	const { place } = reader;
	if (reader.take("%{")) {
		while (!reader.isAtEnd && !reader.take("}")) reader.at++;
		return { kind: "unread", what: "a template directive %{…}", place };
	}
	reader.take("${");
	// A tilde strips the blanks next to it.
	const trims = reader.take("~");
	const value = reader.within(false, () => readExpression(reader));
	reader.within(false, () => reader.skip());
	const trimsAfter = reader.take("~");
	if (!reader.take("}")) reader.fail('expected "}"');
	return trims || trimsAfter ? { kind: "unread", what: "a template with ~", place } : value;
}

function readEscape(reader: HclReader): string {
	const code = reader.match(/u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}/y);
	if (code !== undefined) {
		const point = Number.parseInt(code.slice(1), 16);
		return point > 0x10_ffff ? reader.fail("is not a character") : String.fromCodePoint(point);
	}
	const char = reader.source.text.charAt(reader.at++);
	return ESCAPES[char] ?? reader.fail(`\\${char} is not an escape sequence`);
}

/** The texts of a heredoc without the common indentation of its lines. */
function withoutIndent(parts: readonly Expression[]): Expression[] {
	const texts = parts.map((part) => (part.kind === "literal" ? String(part.value) : "\0")).join("");
	const indents = texts.split("\n").flatMap((line) => (/\S/.test(line) ? [/^[ \t]*/.exec(line)?.[0].length ?? 0] : []));
	const indent = Math.min(...(indents.length === 0 ? [0] : indents));
	let isLineStart = true;
	return parts.map((part) => {
		if (part.kind !== "literal") {
			isLineStart = false;
			return part;
		}
		const lines = String(part.value).split("\n");
		const stripped = lines.map((line, index) =>
			index > 0 || isLineStart ? line.slice(Math.min(indent, /^[ \t]*/.exec(line)?.[0].length ?? 0)) : line,
		);
		isLineStart = lines.at(-1) === "";
		return { ...part, value: stripped.join("\n") };
	});
}

/** A template without interpolations is a text. One that is a single interpolation has that value, of any type. */
function toTemplate(parts: readonly Expression[], place: Place): Expression {
	const [only] = parts;
	if (only === undefined) return { kind: "literal", value: "", place };
	return parts.length === 1 ? { ...only, place } : { kind: "template", parts, place };
}
