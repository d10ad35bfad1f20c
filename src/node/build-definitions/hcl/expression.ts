import type { HclReader } from "./reader.ts";
import type { Expression } from "./syntax.ts";
import { readHeredoc, readQuoted } from "./template.ts";

/** Operators by increasing precedence. */
const OPERATORS: readonly (readonly string[])[] = [
	["||"],
	["&&"],
	["==", "!="],
	["<=", ">=", "<", ">"],
	["+", "-"],
	["*", "/", "%"],
];

/** Reads an expression. Throws DefinitionError. */
export function readExpression(reader: HclReader): Expression {
	return reader.within(reader.endsAtLine, () => {
		const condition = readBinary(reader, 0);
		reader.skip();
		if (!reader.take("?")) return condition;
		const yes = readExpression(reader);
		reader.expect(":");
		const no = readExpression(reader);
		return { kind: "operation", operator: "?", operands: [condition, yes, no], place: condition.place };
	});
}

function readBinary(reader: HclReader, level: number): Expression {
	const operators = OPERATORS[level];
	if (operators === undefined) return readUnary(reader);
	let left = readBinary(reader, level + 1);
	for (;;) {
		reader.skip();
		const operator = operators.find((each) => reader.take(each));
		if (operator === undefined) return left;
		const right = readBinary(reader, level + 1);
		left = { kind: "operation", operator, operands: [left, right], place: left.place };
	}
}

function readUnary(reader: HclReader): Expression {
	reader.skip();
	const { place } = reader;
	const operator = ["!", "-"].find((each) => reader.take(each));
	if (operator === undefined) return readAccess(reader);
	const operand = reader.within(reader.endsAtLine, () => readUnary(reader));
	return { kind: "operation", operator, operands: [operand], place };
}

/** A term with its accesses: `.name`, `.0`, `[key]`, and the splats `.*` and `[*]`. */
function readAccess(reader: HclReader): Expression {
	let target = readTerm(reader);
	for (;;) {
		const { place } = target;
		if (reader.take("[*]") || reader.take(".*")) {
			reader.match(/(?:\.[\p{L}_][\p{L}\p{N}_-]*){0,100}/uy);
			target = { kind: "unread", what: "a splat expression", place };
		} else if (reader.take("[")) {
			const key = reader.within(false, () => readExpression(reader));
			reader.within(false, () => reader.expect("]"));
			target = { kind: "index", target, key, place };
		} else if (reader.is(".") && !reader.is("...")) {
			reader.take(".");
			const key = reader.name() ?? reader.match(/\d{1,9}/y) ?? reader.fail("expected a name");
			target = { kind: "index", target, key: { kind: "literal", value: key, place: reader.place }, place };
		} else {
			return target;
		}
	}
}

const CONSTANTS: Readonly<Record<string, boolean | null>> = { true: true, false: false, null: null };

function readTerm(reader: HclReader): Expression {
	const { place } = reader;
	if (reader.is('"')) return readQuoted(reader, readExpression);
	if (reader.is("<<")) return readHeredoc(reader, readExpression);
	if (reader.take("(")) {
		const inner = reader.within(false, () => {
			const value = readExpression(reader);
			reader.expect(")");
			return value;
		});
		return inner;
	}
	if (reader.take("[")) return reader.within(false, () => readFor(reader, "]") ?? readTuple(reader));
	if (reader.take("{")) return reader.within(false, () => readFor(reader, "}") ?? readObject(reader));
	const number = reader.match(/\d{1,40}(?:\.\d{1,40})?(?:[eE][+-]?\d{1,5})?/y);
	if (number !== undefined) return { kind: "literal", value: Number(number), place };
	const name =
		reader.match(/[\p{L}_][\p{L}\p{N}_-]*(?:::[\p{L}_][\p{L}\p{N}_-]*){0,9}/uy) ?? reader.fail("expected a value");
	if (Object.hasOwn(CONSTANTS, name)) return { kind: "literal", value: CONSTANTS[name] ?? null, place };
	if (!reader.take("(")) return { kind: "variable", name, place };
	return reader.within(false, () => {
		const { items, isExpanded } = readItems(reader, ")");
		return { kind: "call", name, args: items, isExpanded, place };
	});
}

function readTuple(reader: HclReader): Expression {
	const { place } = reader;
	return { kind: "tuple", items: readItems(reader, "]").items, place: { ...place, offset: place.offset - 1 } };
}

/** Expressions separated by commas, up to a closing bracket. */
function readItems(reader: HclReader, close: string): { readonly items: Expression[]; readonly isExpanded: boolean } {
	const items: Expression[] = [];
	let isExpanded = false;
	for (;;) {
		reader.skip();
		if (reader.take(close)) return { items, isExpanded };
		items.push(readExpression(reader));
		reader.skip();
		isExpanded = reader.take("...");
		reader.skip();
		if (reader.take(close)) return { items, isExpanded };
		reader.expect(",");
	}
}

function readObject(reader: HclReader): Expression {
	const place = { ...reader.place, offset: reader.at - 1 };
	const items: (readonly [Expression, Expression])[] = [];
	for (;;) {
		reader.skip(true);
		if (reader.take("}")) return { kind: "object", items, place };
		const key = readKey(reader);
		reader.skip();
		if (!reader.take("=") && !reader.take(":")) reader.fail('expected "=" or ":"');
		reader.skip();
		const value = reader.within(true, () => readExpression(reader));
		items.push([key, value]);
		reader.skip(false);
		if (!reader.take(",") && !reader.is("\n") && !reader.is("}")) reader.fail('expected "," or "}"');
	}
}

/** A key that is a plain name is a text; anything else is an expression. */
function readKey(reader: HclReader): Expression {
	const { place, at } = reader;
	const name = reader.name();
	reader.skip();
	if (name !== undefined && (reader.is("=") || reader.is(":"))) return { kind: "literal", value: name, place };
	reader.at = at;
	return readExpression(reader);
}

/** `for name, name in collection : …`, up to the bracket; undefined for anything else. */
function readFor(reader: HclReader, close: "]" | "}"): Expression | undefined {
	const { place } = reader;
	reader.skip();
	if (reader.match(/for[ \t\r\n]+(?![ \t\r\n]*[=:])/y) === undefined) return undefined;
	const names = [reader.name() ?? reader.fail("expected a name")];
	reader.skip();
	if (reader.take(",")) {
		reader.skip();
		names.push(reader.name() ?? reader.fail("expected a name"));
	}
	reader.expect("in");
	const collection = readExpression(reader);
	reader.expect(":");
	const first = readExpression(reader);
	reader.skip();
	const second = close === "}" && reader.take("=>") ? readExpression(reader) : undefined;
	reader.skip();
	const isGrouped = reader.take("...");
	reader.skip();
	const condition = reader.match(/if(?![\p{L}\p{N}_-])/uy) === undefined ? undefined : readExpression(reader);
	reader.expect(close);
	const key = second === undefined ? undefined : first;
	return { kind: "for", names, collection, key, value: second ?? first, condition, isGrouped, place };
}
