import type { Item, Register } from "../instruction.ts";
import { fits, fitsUnsigned, trailingZeros } from "../integers.ts";
import type { Width } from "../ir.ts";
import { imm, mem, op, reg } from "../make-instruction.ts";
import { T1 } from "./registers.ts";

// Instructions have 16-bit immediates, and 5-bit counts.

/**
 * Loads a number: `li` for 16 bits, two halves for 32. A larger one is shifted into place without its low 16 bits,
 * which are added then.
 */
export function constant(width: Width, to: Register, value: bigint): Item[] {
	const signed = BigInt.asIntN(width, value);
	if (fits(16, signed) || fitsUnsigned(16, signed)) return [op("li", reg(to), imm(signed))];
	const low = BigInt.asUintN(16, signed);
	const withLow = low === 0n ? [] : [op("ori", reg(to), reg(to), imm(low))];
	if (BigInt.asIntN(32, signed) === signed)
		return [op("lui", reg(to), imm(BigInt.asUintN(16, signed >> 16n))), ...withLow];
	const zeros = trailingZeros(signed - low);
	return [...constant(64, to, signed >> BigInt(zeros)), ...shiftBy("dsll", to, to, zeros), ...withLow];
}

/** `to = from + value`; `to` is not t1 unless `from` is. */
export function addConstant(to: Register, from: Register, value: number): Item[] {
	if (value === 0) return to === from ? [] : [op("move", reg(to), reg(from))];
	if (fits(16, value)) return [op("daddiu", reg(to), reg(from), imm(value))];
	return [...constant(64, T1, BigInt(value)), op("daddu", reg(to), reg(from), reg(T1))];
}

/** A load or store. If the offset does not fit, t1 gets what exceeds its low 16 bits. */
export function access(mnemonic: string, register: Register, base: Register, offset: number): Item[] {
	if (fits(16, offset)) return [op(mnemonic, reg(register), mem(base, offset))];
	const low = (offset << 16) >> 16;
	return [
		...constant(64, T1, BigInt(offset - low)),
		op("daddu", reg(T1), reg(T1), reg(base)),
		op(mnemonic, reg(register), mem(T1, low)),
	];
}

/** Shifts by an immediate: there are separate instructions for counts from 32. */
export function shiftBy(mnemonic: string, to: Register, from: Register, count: number): Item[] {
	return [
		count < 32
			? op(mnemonic, reg(to), reg(from), imm(count))
			: op(`${mnemonic}32`, reg(to), reg(from), imm(count - 32)),
	];
}
