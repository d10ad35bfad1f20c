import { isDivision, SHIFTS } from "../binary-operators.ts";
import { byWidth } from "../by-width.ts";
import type { Item, Label, Operand, Register } from "../instruction.ts";
import { fits } from "../integers.ts";
import type { BinaryOperator, Comparison, UnaryOperator, ValueType, Width } from "../ir.ts";
import { at, imm, mem, op, reg } from "../make-instruction.ts";
import { systemCallNumber } from "../system-calls.ts";
import type { Frame, Selector, Source } from "../target.ts";
import { R0, R1, R2, R12, R13, R14, R15 } from "./registers.ts";

/**
 * z/Architecture. 32-bit instructions leave the upper half of a register unchanged, so that of an i32 is undefined. %r0
 * and %r1 are scratch: divisions use both. As a base or index, %r0 means 0, so it never holds an address.
 */
export const select: Selector = {
	move,
	constant,
	loadSlot: (to, slot) => access("lg", to, R15, slot * 8),
	storeSlot: (slot, from) => access("stg", from, R15, slot * 8),
	hasImmediate,
	binary,
	// popcnt is newer than the baseline.
	bitCounts: new Set(["clz"]),
	unary,
	hasCompareImmediate: (width, value) => fits(32, BigInt.asIntN(width, value)) && (width === 32 || value >= 0n),
	setIf: (comparison, width, to, left, right) => {
		const end: Label = { name: "set" };
		return [
			...compare(comparison, width, left, right),
			op("lghi", reg(to), imm(1)),
			op(JUMP[comparison], at(end)),
			op("lghi", reg(to), imm(0)),
			{ define: end },
		];
	},
	branchIf: (comparison, width, left, right, label) => [
		...compare(comparison, width, left, right),
		op(JUMP[comparison], at(label)),
	],
	jump: (label) => [op("j", at(label))],
	call: (label) => [op("bras", reg(R14), at(label))],
	dataAddress: (to, offset) => access("la", to, R13, offset),
	labelAddress: (to, label, offset) => [op("larl", reg(to), at(label, offset))],
	load: (size, width, to, base, offset) =>
		access(size === 1 ? "llgc" : size === 8 ? "lg" : width === 64 ? "llgf" : "l", to, base, offset),
	store: (size, from, base, offset) => access(size === 1 ? "stc" : size === 8 ? "stg" : "st", from, base, offset),
	systemCall,
	trap,
	prologue: (frame) => {
		const size = sizeOfFrame(frame);
		return size === 0 ? [] : [...addToStack(-size), ...moveRegisters("st", frame)];
	},
	epilogue: (frame) => {
		const size = sizeOfFrame(frame);
		return [...(size === 0 ? [] : [...moveRegisters("l", frame), ...addToStack(size)]), op("br", reg(R14))];
	},
	start: (bss) => [op("lgr", reg(R2), reg(R15)), op("larl", reg(R13), at(bss, DATA_BIAS))],
};

/** Offsets have 20 bits and are signed: a bias would not help. */
export const DATA_BIAS = 0;

/** By width: 32, 64. */
const REGISTERS: Readonly<Partial<Record<BinaryOperator, readonly [string, string]>>> = {
	add: ["ar", "agr"],
	sub: ["sr", "sgr"],
	and: ["nr", "ngr"],
	or: ["or", "ogr"],
	xor: ["xr", "xgr"],
	mul: ["msr", "msgr"],
};
const LOGICAL: Readonly<Partial<Record<BinaryOperator, string>>> = { and: "nilf", or: "oilf", xor: "xilf" };
const SHIFT: Readonly<Partial<Record<BinaryOperator, readonly [string, string]>>> = {
	shl: ["sll", "sllg"],
	shr_s: ["sra", "srag"],
	shr_u: ["srl", "srlg"],
};
const JUMP: Readonly<Record<Comparison, string>> = {
	eq: "je",
	ne: "jne",
	lt_s: "jl",
	lt_u: "jl",
	gt_s: "jh",
	gt_u: "jh",
	le_s: "jle",
	le_u: "jle",
	ge_s: "jhe",
	ge_u: "jhe",
};

function move(width: Width, to: Register, from: Register): Item[] {
	return to === from ? [] : [op(width === 32 ? "lr" : "lgr", reg(to), reg(from))];
}

function trap(): Item[] {
	return [op(".long", imm(0x10000))];
}

/**
 * A signed number of 16 or 32 bits, in the whole register, because an emulator reads all of what the kernel treats as
 * an int. Otherwise the low half, with zeros above it, and then the high half.
 */
function constant(width: Width, to: Register, value: bigint): Item[] {
	const signed = BigInt.asIntN(width, value);
	if (fits(16, signed)) return [op("lghi", reg(to), imm(signed))];
	if (fits(32, signed)) return [op("lgfi", reg(to), imm(signed))];
	const high = BigInt.asUintN(32, signed >> 32n);
	return [
		op("llilf", reg(to), imm(BigInt.asUintN(32, signed))),
		...(high === 0n ? [] : [op("iihf", reg(to), imm(high))]),
	];
}

/** Instructions with a shorter form for unsigned 12-bit offsets, and the longer form. */
const LONG_FORMS: ReadonlyMap<string, string> = new Map([
	["la", "lay"],
	["l", "ly"],
	["st", "sty"],
	["stc", "stcy"],
]);

/** A load or store, or the address of what it accesses. An offset of more than 20 bits is added in %r1. */
function access(mnemonic: string, register: Register, base: Register, offset: number): Item[] {
	const isNear = offset >= 0 && offset < 0x1000;
	const name = isNear ? mnemonic : (LONG_FORMS.get(mnemonic) ?? mnemonic);
	if (fits(20, offset)) return [op(name, reg(register), mem(base, offset))];
	return [...constant(64, R1, BigInt(offset)), op("agr", reg(R1), reg(base)), op(mnemonic, reg(register), mem(R1, 0))];
}

function hasImmediate(operator: BinaryOperator, width: Width, value: bigint): boolean {
	const signed = BigInt.asIntN(width, value);
	if (operator === "add") return fits(32, signed);
	if (operator === "sub") return fits(32, -signed);
	if (operator in LOGICAL) return width === 32;
	if (operator === "mul") return fits(16, signed);
	return !isDivision(operator);
}

function binary(operator: BinaryOperator, width: Width, to: Register, left: Register, right: Source): Item[] {
	if (SHIFTS.has(operator)) return shift(operator, width, to, left, right);
	if (typeof right === "bigint") return withImmediate(operator, width, to, left, BigInt.asIntN(width, right));
	if (isDivision(operator)) return divide(operator, width, to, left, right);
	const mnemonic = byWidth(REGISTERS[operator], width);
	if (to !== right || to === left) return [...move(width, to, left), op(mnemonic, reg(to), reg(right))];
	if (operator !== "sub") return [op(mnemonic, reg(to), reg(left))];
	return [...move(width, R1, right), ...move(width, to, left), op(mnemonic, reg(to), reg(R1))];
}

function withImmediate(operator: BinaryOperator, width: Width, to: Register, left: Register, value: bigint): Item[] {
	const moved = move(width, to, left);
	const logical = LOGICAL[operator];
	if (logical !== undefined) return [...moved, op(logical, reg(to), imm(value))];
	const isNarrow = width === 32;
	if (operator === "mul") return [...moved, op(isNarrow ? "mhi" : "mghi", reg(to), imm(value))];
	const sum = operator === "sub" ? -value : value;
	if (sum === 0n) return moved;
	if (fits(16, sum)) return [...moved, op(isNarrow ? "ahi" : "aghi", reg(to), imm(sum))];
	return [...moved, op(isNarrow ? "afi" : "agfi", reg(to), imm(sum))];
}

/** A shift uses six bits of its count, which is one too many for an i32; for a rotation, that makes no difference. */
function shift(operator: BinaryOperator, width: Width, to: Register, left: Register, right: Source): Item[] {
	const isRotation = operator.startsWith("rot");
	const size = BigInt(width);
	if (typeof right === "bigint") {
		if (right === 0n) return move(width, to, left);
		return shiftBy(operator, width, to, left, imm(operator === "rotr" ? size - right : right));
	}
	if (operator === "rotr") return [op("lcr", reg(R1), reg(right)), ...shiftBy(operator, width, to, left, mem(R1, 0))];
	if (isRotation || width === 64) return shiftBy(operator, width, to, left, mem(right, 0));
	return [...move(width, R1, right), op("nill", reg(R1), imm(31)), ...shiftBy(operator, width, to, left, mem(R1, 0))];
}

function shiftBy(operator: BinaryOperator, width: Width, to: Register, left: Register, count: Operand): Item[] {
	const pair = SHIFT[operator];
	if (pair === undefined) return [op(width === 32 ? "rll" : "rllg", reg(to), reg(left), count)];
	if (width === 64) return [op(pair[1], reg(to), reg(left), count)];
	return [...move(width, to, left), op(pair[0], reg(to), count)];
}

/** Dividends and quotients are in %r1, remainders in %r0, as is the upper half of an unsigned dividend. */
function divide(operator: BinaryOperator, width: Width, to: Register, left: Register, right: Register): Item[] {
	const divisible: Label = { name: "divisible" };
	const isNarrow = width === 32;
	return [
		...select.branchIf("ne", width, right, 0n, divisible),
		...trap(),
		{ define: divisible },
		...(operator.endsWith("_s")
			? divideWithSigns(operator, width, left, right)
			: [op("lghi", reg(R0), imm(0)), ...move(width, R1, left), op(isNarrow ? "dlr" : "dlgr", reg(R0), reg(right))]),
		...move(width, to, operator.startsWith("rem") ? R0 : R1),
	];
}

/** A quotient that overflows traps; the remainder of a division by -1 is 0. */
function divideWithSigns(operator: BinaryOperator, width: Width, left: Register, right: Register): Item[] {
	const ordinary: Label = { name: "ordinary" };
	const done: Label = { name: "divided" };
	const isRemainder = operator.startsWith("rem");
	const smallest = constant(width, R1, -(1n << BigInt(width - 1)));
	const minusOne: Item[] = isRemainder
		? [op("lghi", reg(R0), imm(0)), op("j", at(done))]
		: [...smallest, ...select.branchIf("ne", width, left, R1, ordinary), ...trap()];
	return [
		...constant(width, R0, -1n),
		...select.branchIf("ne", width, right, R0, ordinary),
		...minusOne,
		{ define: ordinary },
		op(width === 32 ? "lgfr" : "lgr", reg(R1), reg(left)),
		op(width === 32 ? "dsgfr" : "dsgr", reg(R0), reg(right)),
		{ define: done },
	];
}

function unary(operator: UnaryOperator, width: Width, to: Register, from: Register): Item[] {
	switch (operator) {
		case "extend8_s":
			return [op(width === 32 ? "lbr" : "lgbr", reg(to), reg(from))];
		case "extend16_s":
			return [op(width === 32 ? "lhr" : "lghr", reg(to), reg(from))];
		case "extend32_s":
			return [op("lgfr", reg(to), reg(from))];
		case "extend32_u":
			return [op("llgfr", reg(to), reg(from))];
		case "wrap":
			return move(32, to, from);
		case "clz":
			// flogr also writes %r1.
			if (width === 64) return [op("flogr", reg(R0), reg(from)), ...move(64, to, R0)];
			return [
				op("llgfr", reg(R1), reg(from)),
				op("flogr", reg(R0), reg(R1)),
				...move(32, to, R0),
				op("ahi", reg(to), imm(-32)),
			];
		case "ctz":
		case "popcnt":
			throw new Error(`BUG: s390x has no ${operator}`);
	}
}

/** The comparison, not the jump, is signed or unsigned. The shortest form: a test for zero, 16 bits, 32 bits. */
function compare(comparison: Comparison, width: Width, left: Register, right: Source): Item[] {
	const isUnsigned = comparison.endsWith("_u");
	const wide = width === 64 ? "g" : "";
	const mnemonic = `c${isUnsigned ? "l" : ""}${wide}`;
	if (typeof right === "number") return [op(`${mnemonic}r`, reg(left), reg(right))];
	const value = BigInt.asIntN(width, right);
	if (value === 0n && !isUnsigned) return [op(`lt${wide}r`, reg(left), reg(left))];
	return [op(`${mnemonic}${fits(16, value) && !isUnsigned ? "hi" : "fi"}`, reg(left), imm(value))];
}

function systemCall(name: string, type: ValueType, to: Register): Item[] {
	const number = systemCallNumber("s390x", name);
	// If a number does not fit into svc, it is in %r1, and svc has 0.
	const isShort = number < 256;
	return [
		...(isShort ? [] : constant(32, R1, BigInt(number))),
		op("svc", imm(isShort ? number : 0)),
		...(type === 0 ? [] : move(type, to, R2)),
	];
}

/** From the lowest home in use to the return address; the data register is next to it. */
function savedOf({ saved, hasCalls }: Frame): readonly Register[] {
	if (saved.length === 0) return hasCalls ? [R14] : [];
	const lowest = Math.min(...saved);
	return Array.from({ length: (hasCalls ? R14 : R12) - lowest + 1 }, (_, index) => lowest + index);
}

function sizeOfFrame(frame: Frame): number {
	return (frame.slots + savedOf(frame).length) * 8;
}

function addToStack(size: number): Item[] {
	return [op(fits(16, size) ? "aghi" : "agfi", reg(R15), imm(size))];
}

/** Saves or restores the caller's registers, above the slots, in one instruction. */
function moveRegisters(direction: "l" | "st", frame: Frame): Item[] {
	const saved = savedOf(frame);
	const [first, last] = [saved[0], saved.at(-1)];
	if (first === undefined || last === undefined) return [];
	const place = mem(R15, frame.slots * 8);
	return [first === last ? op(`${direction}g`, reg(first), place) : op(`${direction}mg`, reg(first), reg(last), place)];
}
