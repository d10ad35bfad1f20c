import { CONDITIONS as A64_CONDITIONS } from "../arm64/mnemonics.ts";
import { encodeWords, type Fields, type WordRow } from "../encode-words.ts";
import { memoryOf, numberOf, type Operand, type Register, registerOf, valueOf } from "../instruction.ts";
import { trySigned, unsigned } from "../integers.ts";
import type { Target } from "../target.ts";
import { rotatedImmediate } from "./immediates.ts";
import { PC, SP } from "./registers.ts";

/**
 * A32 machine code (Arm ARM for ARMv7-A, chapter A5): 32-bit words, least significant byte first. ROWS has one row for
 * each mnemonic, as objdump prints it, which fills in a format. The formats are at the end, with the manual's names of
 * fields.
 */
export const encode: Target["encode"] = (instruction, distance, isLong) =>
	encodeWords({ cpu: "arm", rows: ROWS }, instruction, distance, isLong);

/** Conditions by their codes (Arm ARM, A8.3): those of A64, but nothing is written for "always". */
const CONDITIONS: readonly string[] = [...A64_CONDITIONS.slice(0, 14), ""];
const ALWAYS = 14;

/** Data-processing instructions by their opcodes. */
const AND = 0;
const SUB = 2;
const ADD = 4;
const CMP = 10;
const CMN = 11;
const MOV = 13;
const MVN = 15;
const THREE: Readonly<Record<string, number>> = {
	and: AND,
	eor: 1,
	sub: SUB,
	rsb: 3,
	add: ADD,
	adc: 5,
	orr: 12,
	bic: 14,
};
const MOVES: Readonly<Record<string, number>> = { mov: MOV, mvn: MVN };
const COMPARISONS: Readonly<Record<string, number>> = { cmp: CMP, cmn: CMN };
const SHIFTS: Readonly<Record<string, number>> = { lsl: 0, lsr: 1, asr: 2, ror: 3 };

const ROWS: Readonly<Record<string, WordRow>> = Object.fromEntries<WordRow>([
	...Object.entries(THREE).flatMap(([name, opcode]) => forms(name, opcode, threeOperands)),
	...Object.entries(MOVES).flatMap(([name, opcode]) => forms(name, opcode, moveOperands)),
	...Object.entries(SHIFTS).flatMap(([name, type]) => forms(name, type, shiftOperands)),
	...Object.entries(COMPARISONS).flatMap(([name, opcode]) =>
		CONDITIONS.map((condition, cond): [string, WordRow] => [
			`${name}${condition}`,
			([left, right]) => dataProcessing({ cond, opcode, S: 1, Rn: registerOf(left), Rd: 0, operand2: operand2(right) }),
		]),
	),
	...CONDITIONS.flatMap((condition, cond): [string, WordRow][] => [
		[`b${condition}`, (_, distance) => branch({ cond, L: 0, distance })],
	]),
	["adr", ([to], distance, isLong) => addressWords(registerOf(to), distance, isLong ? LONG : SHORT)],
	["bl", (_, distance) => branch({ cond: ALWAYS, L: 1, distance })],
	["bx", ([to]) => 0xe12fff10 | registerOf(to)],
	["mul", ([to, left, right]) => 0xe0000090 | (registerOf(to) << 16) | (registerOf(right) << 8) | registerOf(left)],
	["movw", ([to, value]) => moveHalfword(0x30, registerOf(to), numberOf(value))],
	["movt", ([to, value]) => moveHalfword(0x34, registerOf(to), numberOf(value))],
	["clz", ([to, from]) => 0xe16f0f10 | (registerOf(to) << 12) | registerOf(from)],
	["sxtb", ([to, from]) => 0xe6af0070 | (registerOf(to) << 12) | registerOf(from)],
	["sxth", ([to, from]) => 0xe6bf0070 | (registerOf(to) << 12) | registerOf(from)],
	["ldr", loadStore({ L: 1, B: 0 })],
	["str", loadStore({ L: 0, B: 0 })],
	["ldrb", loadStore({ L: 1, B: 1 })],
	["strb", loadStore({ L: 0, B: 1 })],
	["push", (operands) => pushOrPop(operands, 0xe92d0000, 0xe52d0004)],
	["pop", (operands) => pushOrPop(operands, 0xe8bd0000, 0xe49d0004)],
	["svc", ([number]) => 0xef000000 | unsigned(24, numberOf(number))],
	["udf", ([number]) => 0xe7f000f0 | unsigned(4, numberOf(number))],
]);

/** A mnemonic with each condition, and with the s that sets flags. */
function forms(
	name: string,
	code: number,
	row: (code: number, cond: number, S: number) => WordRow,
): [string, WordRow][] {
	return [
		...CONDITIONS.map((condition, cond): [string, WordRow] => [`${name}${condition}`, row(code, cond, 0)]),
		[`${name}s`, row(code, ALWAYS, 1)],
	];
}

function threeOperands(opcode: number, cond: number, S: number): WordRow {
	return ([to, left, right]) =>
		dataProcessing({ cond, opcode, S, Rn: registerOf(left), Rd: registerOf(to), operand2: operand2(right) });
}

function moveOperands(opcode: number, cond: number, S: number): WordRow {
	return ([to, from]) => dataProcessing({ cond, opcode, S, Rn: 0, Rd: registerOf(to), operand2: operand2(from) });
}

/** A shift is a move of a shifted register. */
function shiftOperands(type: number, cond: number, S: number): WordRow {
	return ([to, from, by]) => {
		const count = by?.kind === "register" ? (registerOf(by) << 8) | 0x10 : unsigned(5, numberOf(by)) << 7;
		const operand2 = count | (type << 5) | registerOf(from);
		return dataProcessing({ cond, opcode: MOV, S, Rn: 0, Rd: registerOf(to), operand2 });
	};
}

/** A register, or the I bit with a rotated immediate. */
function operand2(operand: Operand | undefined): number {
	if (operand?.kind === "register") return operand.register;
	const value = valueOf(operand);
	const immediate = rotatedImmediate(value);
	if (immediate === undefined) throw new Error(`BUG: ${value} is not an immediate of arm`);
	return (1 << 25) | (immediate.rotation << 8) | immediate.imm8;
}

/** How to make an address from the program counter: 8-bit numbers, from the lowest bits up. */
const SHORT = [2, 10] as const;
const LONG = [0, 8, 16] as const;

/** The program counter is 8 bytes ahead. */
const PIPELINE = 8;

/** Adds to or subtracts from the program counter in steps of 8 bits; undefined if that cannot reach the distance. */
function addressWords(Rd: Register, distance: number, shifts: readonly number[]): number[] | undefined {
	const offset = distance - PIPELINE;
	const magnitude = Math.abs(offset);
	const parts = shifts.map((shift) => magnitude & (0xff << shift));
	if (parts.reduce((sum, part) => sum + part, 0) !== magnitude) return undefined;
	const opcode = offset < 0 ? SUB : ADD;
	return parts.map((part, index) => {
		const value = operand2({ kind: "immediate", value: BigInt(part) });
		return dataProcessing({ cond: ALWAYS, opcode, S: 0, Rn: index === 0 ? PC : Rd, Rd, operand2: value });
	});
}

function loadStore({ L, B }: Fields<"L" | "B">): WordRow {
	return ([value, address]) => {
		const { base, offset } = memoryOf(address);
		const U = offset >= 0 ? 1 : 0;
		const imm12 = unsigned(12, Math.abs(offset));
		return (0xe5000000 | (U << 23) | (B << 22) | (L << 20) | (base << 16) | (registerOf(value) << 12) | imm12) >>> 0;
	};
}

/** @param single the form for one register: str and ldr that move the stack pointer */
function pushOrPop(operands: readonly Operand[], several: number, single: number): number {
	const registers = operands.map(registerOf);
	if (registers.length === 1) return single | ((registers[0] ?? SP) << 12);
	if (registers.some((register, index) => register <= (registers[index - 1] ?? -1) || register > PC))
		throw new Error(`BUG: ${registers.join()} are not in the order of push and pop`);
	return several | registers.reduce((list, register) => list | (1 << register), 0);
}

// The formats.

function dataProcessing({
	cond,
	opcode,
	S,
	Rn,
	Rd,
	operand2,
}: Fields<"cond" | "opcode" | "S" | "Rn" | "Rd" | "operand2">): number {
	return (cond << 28) | (opcode << 21) | (S << 20) | (Rn << 16) | (Rd << 12) | operand2;
}

function branch({ cond, L, distance }: Fields<"cond" | "L" | "distance">): number | undefined {
	const words = trySigned(24, (distance - PIPELINE) / 4);
	return words === undefined ? undefined : (cond << 28) | (0b101 << 25) | (L << 24) | words;
}

function moveHalfword(opcode: number, Rd: Register, imm16: number): number {
	const value = unsigned(16, imm16);
	return 0xe0000000 | (opcode << 20) | ((value >> 12) << 16) | (Rd << 12) | (value & 0xfff);
}
