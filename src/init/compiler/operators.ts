import binaryen from "assemblyscript/binaryen";
import type { BinaryOperator, Comparison, UnaryOperator, Width } from "./ir.ts";

const codes = new Map(
	Object.entries(binaryen).filter((entry): entry is [string, number] => typeof entry[1] === "number"),
);

/** Binaryen's number for an operation, by its name in Binaryen, such as AddInt32. */
function codeOf(name: string): number {
	const code = codes.get(name);
	if (code === undefined) throw new Error(`BUG: Binaryen has no ${name}`);
	return code;
}

function forBothWidths<T>(names: Readonly<Record<string, T>>): ReadonlyMap<number, readonly [T, Width]> {
	return new Map<number, readonly [T, Width]>(
		Object.entries(names).flatMap(([name, operator]) => [
			[codeOf(`${name}Int32`), [operator, 32]],
			[codeOf(`${name}Int64`), [operator, 64]],
		]),
	);
}

/** Binaryen's binary operations whose result has the width of the operands. */
export const BINARY: ReadonlyMap<number, readonly [BinaryOperator, Width]> = forBothWidths({
	Add: "add",
	Sub: "sub",
	Mul: "mul",
	DivS: "div_s",
	DivU: "div_u",
	RemS: "rem_s",
	RemU: "rem_u",
	And: "and",
	Or: "or",
	Xor: "xor",
	Shl: "shl",
	ShrS: "shr_s",
	ShrU: "shr_u",
	RotL: "rotl",
	RotR: "rotr",
});

/** Comparisons, with the width of their operands. */
export const COMPARE: ReadonlyMap<number, readonly [Comparison, Width]> = forBothWidths({
	Eq: "eq",
	Ne: "ne",
	LtS: "lt_s",
	LtU: "lt_u",
	GtS: "gt_s",
	GtU: "gt_u",
	LeS: "le_s",
	LeU: "le_u",
	GeS: "ge_s",
	GeU: "ge_u",
});

/** Unary operations, with the width of their result. */
export const UNARY: ReadonlyMap<number, readonly [UnaryOperator, Width]> = new Map([
	...forBothWidths<UnaryOperator>({
		ExtendS8: "extend8_s",
		ExtendS16: "extend16_s",
		Clz: "clz",
		Ctz: "ctz",
		Popcnt: "popcnt",
	}),
	[codeOf("ExtendSInt32"), ["extend32_s", 64]],
	[codeOf("ExtendS32Int64"), ["extend32_s", 64]],
	[codeOf("ExtendUInt32"), ["extend32_u", 64]],
	[codeOf("WrapInt64"), ["wrap", 32]],
]);

/** Tests for zero, with the width of the operand. */
export const EQUALS_ZERO: ReadonlyMap<number, Width> = new Map([
	[codeOf("EqZInt32"), 32],
	[codeOf("EqZInt64"), 64],
]);

/** Binaryen's name for a kind of expression, such as MemorySize. */
export function expressionName(id: number): string {
	const [name = ""] = [...codes].find(([key, code]) => code === id && key.endsWith("Id")) ?? [];
	return name.slice(0, -"Id".length);
}
