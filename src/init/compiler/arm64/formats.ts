import type { Fields } from "../encode-words.ts";
import type { Register } from "../instruction.ts";
import { signed, trySigned, unsigned } from "../integers.ts";

// The formats of A64 words, with the names of the Arm ARM. A field that is not named is 0.

export type LogicalFields = Fields<"sf" | "opc" | "Rm" | "Rn" | "Rd">;

/** Add/subtract (immediate). */
export function addSubtractImmediate({
	sf,
	op,
	S,
	sh,
	imm12,
	Rn,
	Rd,
}: Fields<"sf" | "op" | "S" | "sh" | "imm12" | "Rn" | "Rd">): number {
	return (
		(sf << 31) | (op << 30) | (S << 29) | (0b100010 << 23) | (sh << 22) | (unsigned(12, imm12) << 10) | (Rn << 5) | Rd
	);
}

/** Add/subtract (shifted register), without a shift. */
export function addSubtractShifted({ sf, op, S, Rm, Rn, Rd }: Fields<"sf" | "op" | "S" | "Rm" | "Rn" | "Rd">): number {
	return (sf << 31) | (op << 30) | (S << 29) | (0b01011 << 24) | (Rm << 16) | (Rn << 5) | Rd;
}

/** Logical (immediate). */
export function logicalWithImmediate({
	sf,
	opc,
	N,
	immr,
	imms,
	Rn,
	Rd,
}: Fields<"sf" | "opc" | "N" | "immr" | "imms" | "Rn" | "Rd">): number {
	return (sf << 31) | (opc << 29) | (0b100100 << 23) | (N << 22) | (immr << 16) | (imms << 10) | (Rn << 5) | Rd;
}

/** Logical (shifted register), without a shift. */
export function logicalShifted({ sf, opc, Rm, Rn, Rd }: LogicalFields): number {
	return (sf << 31) | (opc << 29) | (0b01010 << 24) | (Rm << 16) | (Rn << 5) | Rd;
}

/** Move wide (immediate). */
export function moveWide({ sf, opc, hw, imm16, Rd }: Fields<"sf" | "opc" | "hw" | "imm16" | "Rd">): number {
	return (sf << 31) | (opc << 29) | (0b100101 << 23) | (unsigned(1 + sf, hw) << 21) | (unsigned(16, imm16) << 5) | Rd;
}

/** N always equals sf. */
export function bitfield({
	sf,
	opc,
	immr,
	imms,
	Rn,
	Rd,
}: Fields<"sf" | "opc" | "immr" | "imms" | "Rn" | "Rd">): number {
	return (sf << 31) | (opc << 29) | (0b100110 << 23) | (sf << 22) | (immr << 16) | (imms << 10) | (Rn << 5) | Rd;
}

/** N always equals sf. */
export function extract({ sf, Rm, imms, Rn, Rd }: Fields<"sf" | "Rm" | "imms" | "Rn" | "Rd">): number {
	return (sf << 31) | (0b100111 << 23) | (sf << 22) | (Rm << 16) | (imms << 10) | (Rn << 5) | Rd;
}

/** Data-processing (1 source). */
export function dataProcessing1({ sf, opcode, Rn, Rd }: Fields<"sf" | "opcode" | "Rn" | "Rd">): number {
	return (sf << 31) | (0b1011010110 << 21) | (opcode << 10) | (Rn << 5) | Rd;
}

/** Data-processing (2 source). */
export function dataProcessing2({ sf, Rm, opcode, Rn, Rd }: Fields<"sf" | "Rm" | "opcode" | "Rn" | "Rd">): number {
	return (sf << 31) | (0b11010110 << 21) | (Rm << 16) | (opcode << 10) | (Rn << 5) | Rd;
}

/** Data-processing (3 source). */
export function dataProcessing3({ sf, Rm, o0, Ra, Rn, Rd }: Fields<"sf" | "Rm" | "o0" | "Ra" | "Rn" | "Rd">): number {
	return (sf << 31) | (0b11011 << 24) | (Rm << 16) | (o0 << 15) | (Ra << 10) | (Rn << 5) | Rd;
}

/** Conditional select. */
export function conditionalSelect({
	sf,
	op,
	Rm,
	cond,
	op2,
	Rn,
	Rd,
}: Fields<"sf" | "op" | "Rm" | "cond" | "op2" | "Rn" | "Rd">): number {
	return (sf << 31) | (op << 30) | (0b11010100 << 21) | (Rm << 16) | (cond << 12) | (op2 << 10) | (Rn << 5) | Rd;
}

/** PC-rel. addressing. */
export function pcRelative(distance: number, Rd: number): number | undefined {
	const imm = trySigned(21, distance);
	return imm === undefined ? undefined : ((imm & 3) << 29) | (0b10000 << 24) | ((imm >> 2) << 5) | Rd;
}

/** Unconditional branch (immediate). */
export function branch(op: number, distance: number): number | undefined {
	const imm26 = trySigned(26, distance / 4);
	return imm26 === undefined ? undefined : (op << 31) | (0b00101 << 26) | imm26;
}

/** Conditional branch (immediate). */
export function conditionalBranch(distance: number, cond: number): number | undefined {
	const imm19 = trySigned(19, distance / 4);
	return imm19 === undefined ? undefined : (0b0101010 << 25) | (imm19 << 5) | cond;
}

/** Compare and branch (immediate). */
export function compareAndBranch(sf: number, op: number, distance: number, Rt: Register): number | undefined {
	const imm19 = trySigned(19, distance / 4);
	return imm19 === undefined ? undefined : (sf << 31) | (0b011010 << 25) | (op << 24) | (imm19 << 5) | Rt;
}

/** Test and branch (immediate). */
export function testAndBranch(op: number, bit: number, distance: number, Rt: Register): number | undefined {
	const imm14 = trySigned(14, distance / 4);
	return imm14 === undefined
		? undefined
		: ((bit >> 5) << 31) | (0b011011 << 25) | (op << 24) | ((bit & 31) << 19) | (imm14 << 5) | Rt;
}

/** Load/store register (unsigned immediate). */
export function loadStoreUnsigned({
	size,
	opc,
	imm12,
	Rn,
	Rt,
}: Fields<"size" | "opc" | "imm12" | "Rn" | "Rt">): number {
	return (size << 30) | (0b111 << 27) | (0b01 << 24) | (opc << 22) | (imm12 << 10) | (Rn << 5) | Rt;
}

/** @param mode 00 for an offset, 01 for post-indexed, 11 for pre-indexed */
export function loadStoreSigned({
	size,
	opc,
	imm9,
	mode,
	Rn,
	Rt,
}: Fields<"size" | "opc" | "imm9" | "mode" | "Rn" | "Rt">): number {
	return (size << 30) | (0b111 << 27) | (opc << 22) | (signed(9, imm9) << 12) | (mode << 10) | (Rn << 5) | Rt;
}

/** @param mode 010 for an offset, 001 for post-indexed, 011 for pre-indexed */
export function pair({
	opc,
	mode,
	L,
	imm7,
	Rt2,
	Rn,
	Rt,
}: Fields<"opc" | "mode" | "L" | "imm7" | "Rt2" | "Rn" | "Rt">): number {
	return (
		(opc << 30) | (0b101 << 27) | (mode << 23) | (L << 22) | (signed(7, imm7) << 15) | (Rt2 << 10) | (Rn << 5) | Rt
	);
}
