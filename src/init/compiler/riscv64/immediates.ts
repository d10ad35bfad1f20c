import type { Item, Register } from "../instruction.ts";
import { fits, trailingZeros } from "../integers.ts";
import type { Width } from "../ir.ts";
import { imm, mem, op, reg } from "../make-instruction.ts";
import { T1 } from "./registers.ts";

// Instructions have signed 12-bit immediates.

/**
 * Loads a number: `li` for 12 bits, `lui` and an addition for 32. A larger one is shifted into place without its low 12
 * bits, which are added then.
 */
export function constant(width: Width, to: Register, value: bigint): Item[] {
	const signed = BigInt.asIntN(width, value);
	if (fits(12, signed)) return [op("li", reg(to), imm(signed))];
	const low = BigInt.asIntN(12, signed);
	const high = signed - low;
	if (BigInt.asIntN(32, signed) === signed) {
		const upper = op("lui", reg(to), imm(BigInt.asUintN(20, high >> 12n)));
		// The 32-bit sum wraps around if the rounded high part changes its sign.
		return low === 0n ? [upper] : [upper, op("addiw", reg(to), reg(to), imm(low))];
	}
	const zeros = BigInt(trailingZeros(high));
	return [
		...constant(64, to, BigInt.asIntN(64, high) >> zeros),
		op("slli", reg(to), reg(to), imm(zeros)),
		...(low === 0n ? [] : [op("addi", reg(to), reg(to), imm(low))]),
	];
}

/** `to = from + value`; `to` is not t1 unless `from` is. */
export function addConstant(to: Register, from: Register, value: number): Item[] {
	if (value === 0) return to === from ? [] : [op("mv", reg(to), reg(from))];
	if (fits(12, value)) return [op("addi", reg(to), reg(from), imm(value))];
	return [...constant(64, T1, BigInt(value)), op("add", reg(to), reg(from), reg(T1))];
}

/** A load or store. If the offset does not fit, t1 gets what exceeds its low 12 bits. */
export function access(mnemonic: string, register: Register, base: Register, offset: number): Item[] {
	if (fits(12, offset)) return [op(mnemonic, reg(register), mem(base, offset))];
	const low = Number(BigInt.asIntN(12, BigInt(offset)));
	return [
		...constant(64, T1, BigInt(offset - low)),
		op("add", reg(T1), reg(T1), reg(base)),
		op(mnemonic, reg(register), mem(T1, low)),
	];
}
