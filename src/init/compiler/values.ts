import binaryen from "assemblyscript/binaryen";
import { CompileError } from "./compile-error.ts";
import type { ValueType } from "./ir.ts";

/** The value of a constant as a signed number. Contrary to binaryen.d.ts, i64 constants are BigInts. */
export function constantValue({ value }: binaryen.ConstInfo): bigint {
	const plain: unknown = value;
	if (typeof plain === "bigint" || typeof plain === "number") return BigInt(plain);
	throw new Error("BUG: a constant of an unknown form");
}

/**
 * The type of a value; 0 for none, and for code that control never leaves.
 * @throws CompileError for floats, vectors and references
 */
export function valueType(type: number): ValueType {
	if (type === binaryen.i32) return 32;
	if (type === binaryen.i64) return 64;
	if (type === binaryen.none || type === binaryen.unreachable) return 0;
	throw new CompileError("a value is neither i32 nor word; write integers only: i32, u32, bool or word");
}
