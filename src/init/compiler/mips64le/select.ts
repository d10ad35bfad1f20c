import { isDivision } from "../binary-operators.ts";
import { byWidth } from "../by-width.ts";
import { sizeOfFrame, withLink } from "../frame.ts";
import type { Item, Label, Register } from "../instruction.ts";
import { fits, fitsUnsigned } from "../integers.ts";
import type { BinaryOperator, Comparison, UnaryOperator, ValueType, Width } from "../ir.ts";
import { at, imm, op, reg } from "../make-instruction.ts";
import { systemCallNumber } from "../system-calls.ts";
import type { Frame, Selector, Source } from "../target.ts";
import { access, addConstant, constant, shiftBy } from "./immediates.ts";
import { A0, A3, GP, RA, SP, T0, T1, V0, ZERO } from "./registers.ts";

/**
 * MIPS64. 32-bit instructions expect a sign-extended i32 and produce one, so an i32 is always kept sign-extended:
 * 64-bit comparisons, signed and unsigned, then work for it, too. t0 and t1 are scratch: numbers that do not fit an
 * instruction, counts and addresses. The instructions after branches are chosen in delay-slots.ts.
 */
export const select: Selector = {
	move: (_width, to, from) => move(to, from),
	constant,
	loadSlot: (to, slot) => access("ld", to, SP, slot * 8),
	storeSlot: (slot, from) => access("sd", from, SP, slot * 8),
	hasImmediate,
	binary,
	bitCounts: new Set(["clz"]),
	unary,
	// t0 is as good as the evaluation stack for a constant.
	hasCompareImmediate: () => true,
	setIf,
	branchIf,
	jump: (label) => [op("b", at(label))],
	call: (label) => [op("bal", at(label))],
	dataAddress: (to, offset) => addConstant(to, GP, offset),
	labelAddress: (to, label, offset) => [op("la", reg(to), at(label, offset))],
	load: (size, width, to, base, offset) =>
		access(size === 1 ? "lbu" : size === 8 ? "ld" : width === 64 ? "lwu" : "lw", to, base, offset),
	store: (size, from, base, offset) => access(size === 1 ? "sb" : size === 8 ? "sd" : "sw", from, base, offset),
	systemCall,
	trap: () => [op("break")],
	prologue: (frame) => [...addConstant(SP, SP, -sizeOfFrame(frame)), ...moveRegisters("sd", frame)],
	epilogue: (frame) => [...moveRegisters("ld", frame), ...addConstant(SP, SP, sizeOfFrame(frame)), op("jr", reg(RA))],
	start: (bss) => [...move(A0, SP), op("la", reg(GP), at(bss, DATA_BIAS))],
};

/** Offsets have 16 bits and are signed: the data register points into the middle. */
export const DATA_BIAS = 32768;

/** By width: 32, 64. */
const REGISTERS: Readonly<Partial<Record<BinaryOperator, readonly [string, string]>>> = {
	add: ["addu", "daddu"],
	sub: ["subu", "dsubu"],
	and: ["and", "and"],
	or: ["or", "or"],
	xor: ["xor", "xor"],
};
/** These have an unsigned immediate, and keep an i32 sign-extended. */
const LOGICAL: Readonly<Partial<Record<BinaryOperator, string>>> = { and: "andi", or: "ori", xor: "xori" };
const DIVISION: Readonly<Partial<Record<BinaryOperator, readonly [string, string]>>> = {
	div_s: ["div", "ddiv"],
	div_u: ["divu", "ddivu"],
	rem_s: ["div", "ddiv"],
	rem_u: ["divu", "ddivu"],
};
const SHIFT: Readonly<Partial<Record<BinaryOperator, readonly [string, string]>>> = {
	shl: ["sll", "dsll"],
	shr_s: ["sra", "dsra"],
	shr_u: ["srl", "dsrl"],
	rotl: ["ror", "dror"],
	rotr: ["ror", "dror"],
};

function move(to: Register, from: Register): Item[] {
	return to === from ? [] : [op("move", reg(to), reg(from))];
}

function hasImmediate(operator: BinaryOperator, width: Width, value: bigint): boolean {
	const signed = BigInt.asIntN(width, value);
	// There is no division by an immediate, but a constant divisor that cannot trap needs no tests.
	if (isDivision(operator)) return signed !== 0n && signed !== -1n;
	if (operator in LOGICAL) return fitsUnsigned(16, signed) || (operator === "xor" && signed === -1n);
	if (operator === "add" || operator === "sub") return fits(16, operator === "sub" ? -signed : signed);
	return operator in SHIFT;
}

function binary(operator: BinaryOperator, width: Width, to: Register, left: Register, right: Source): Item[] {
	if (isDivision(operator)) return divide(operator, width, to, left, right);
	if (operator in SHIFT) return shift(operator, width, to, left, right);
	if (typeof right === "bigint") return withImmediate(operator, width, to, left, BigInt.asIntN(width, right));
	if (operator === "mul") return multiply(width, to, left, right);
	return [op(byWidth(REGISTERS[operator], width), reg(to), reg(left), reg(right))];
}

function withImmediate(operator: BinaryOperator, width: Width, to: Register, left: Register, value: bigint): Item[] {
	const logical = LOGICAL[operator];
	if (logical !== undefined)
		return [value === -1n ? op("nor", reg(to), reg(left), reg(ZERO)) : op(logical, reg(to), reg(left), imm(value))];
	const sum = operator === "sub" ? -value : value;
	if (sum === 0n) return move(to, left);
	return [op(width === 32 ? "addiu" : "daddiu", reg(to), reg(left), imm(sum))];
}

function multiply(width: Width, to: Register, left: Register, right: Register): Item[] {
	if (width === 32) return [op("mul", reg(to), reg(left), reg(right))];
	return [op("dmult", reg(left), reg(right)), op("mflo", reg(to))];
}

/** Counts in a register are taken modulo the width. There are only rotations to the right. */
function shift(operator: BinaryOperator, width: Width, to: Register, left: Register, right: Source): Item[] {
	const mnemonic = byWidth(SHIFT[operator], width);
	if (typeof right === "bigint") {
		const count = Number(operator === "rotl" ? BigInt(width) - right : right);
		return count % width === 0 ? move(to, left) : shiftBy(mnemonic, to, left, count);
	}
	if (operator !== "rotl") return [op(`${mnemonic}v`, reg(to), reg(left), reg(right))];
	return [op("negu", reg(T1), reg(right)), op(`${mnemonic}v`, reg(to), reg(left), reg(T1))];
}

/**
 * Divisions never trap: the result of a division by zero is undefined, and a quotient that overflows wraps around,
 * which makes the remainder of a division by -1 correct: 0.
 */
function divide(operator: BinaryOperator, width: Width, to: Register, left: Register, right: Source): Item[] {
	const by = typeof right === "bigint" ? T0 : right;
	return [
		...(typeof right === "bigint" ? constant(width, T0, right) : [op("teq", reg(right), reg(ZERO), imm(BY_ZERO))]),
		...(operator === "div_s" && typeof right !== "bigint" ? trapOnOverflow(width, left, right) : []),
		op(byWidth(DIVISION[operator], width), reg(ZERO), reg(left), reg(by)),
		op(operator.startsWith("rem") ? "mfhi" : "mflo", reg(to)),
	];
}

/** The code of a trap, which the kernel turns into SIGFPE (Linux, arch/mips/include/uapi/asm/break.h). */
const OVERFLOW = 6;
const BY_ZERO = 7;

/** Overflows only for the smallest number divided by -1. */
function trapOnOverflow(width: Width, left: Register, right: Register): Item[] {
	const fits: Label = { name: "fits" };
	return [
		...branchIf("ne", width, right, -1n, fits),
		...constant(width, T0, -(1n << BigInt(width - 1))),
		op("teq", reg(left), reg(T0), imm(OVERFLOW)),
		{ define: fits },
	];
}

function unary(operator: UnaryOperator, width: Width, to: Register, from: Register): Item[] {
	switch (operator) {
		case "extend8_s":
			return width === 32 ? [op("seb", reg(to), reg(from))] : extend(24, to, from);
		case "extend16_s":
			return width === 32 ? [op("seh", reg(to), reg(from))] : extend(16, to, from);
		case "extend32_u":
			return [op("dext", reg(to), reg(from), imm(0), imm(32))];
		// The result of an operation on i32 is sign-extended already; extend32_s of an i64 and a wrapped i64 are not.
		case "extend32_s":
		case "wrap":
			return [op("sll", reg(to), reg(from), imm(0))];
		case "clz":
			return [op(width === 32 ? "clz" : "dclz", reg(to), reg(from))];
		case "ctz":
		case "popcnt":
			throw new Error(`BUG: mips64le has no ${operator}`);
	}
}

/** @param count how far to shift up beyond 32 bits, and down again */
function extend(count: number, to: Register, from: Register): Item[] {
	return [op("dsll32", reg(to), reg(from), imm(count)), op("dsra32", reg(to), reg(to), imm(count))];
}

/** A number in t0; zero has its own register. */
function inRegister(width: Width, right: Source): { readonly items: Item[]; readonly register: Register } {
	if (typeof right === "number") return { items: [], register: right };
	if (right === 0n) return { items: [], register: ZERO };
	return { items: constant(width, T0, right), register: T0 };
}

function setIf(comparison: Comparison, width: Width, to: Register, left: Register, right: Source): Item[] {
	if (comparison === "eq" || comparison === "ne") {
		const { items, register } = difference(width, to, left, right);
		const test =
			comparison === "eq" ? op("sltiu", reg(to), reg(register), imm(1)) : op("sltu", reg(to), reg(ZERO), reg(register));
		return [...items, test];
	}
	const { items, isOpposite } = setIfLess(comparison, width, to, left, right);
	return isOpposite ? [...items, op("xori", reg(to), reg(to), imm(1))] : items;
}

/** A value that is zero if both sides are equal. */
function difference(
	width: Width,
	to: Register,
	left: Register,
	right: Source,
): { readonly items: Item[]; readonly register: Register } {
	if (right === 0n) return { items: [], register: left };
	if (typeof right === "bigint" && hasImmediate("xor", width, right))
		return { items: withImmediate("xor", width, to, left, BigInt.asIntN(width, right)), register: to };
	const { items, register } = inRegister(width, right);
	return { items: [...items, op("xor", reg(to), reg(left), reg(register))], register: to };
}

type Order = Exclude<Comparison, "eq" | "ne">;

/** Less-than comparisons: the instruction, whether its operands are swapped, and whether its result is negated. */
const LESS: Readonly<Record<Order, readonly [mnemonic: string, isSwapped: boolean, isOpposite: boolean]>> = {
	lt_s: ["slt", false, false],
	lt_u: ["sltu", false, false],
	ge_s: ["slt", false, true],
	ge_u: ["sltu", false, true],
	gt_s: ["slt", true, false],
	gt_u: ["sltu", true, false],
	le_s: ["slt", true, true],
	le_u: ["sltu", true, true],
};

function setIfLess(
	comparison: Order,
	width: Width,
	to: Register,
	left: Register,
	right: Source,
): { readonly items: Item[]; readonly isOpposite: boolean } {
	const [mnemonic, isSwapped, isOpposite] = LESS[comparison];
	if (typeof right === "bigint") {
		// Greater than a number means not less than the next one.
		const signed = BigInt.asIntN(width, right);
		const limit = isSwapped ? signed + 1n : signed;
		const isFirst = isSwapped && limit === 0n && mnemonic === "sltu";
		if (fits(16, limit) && !isFirst) {
			const item = op(mnemonic.replace("slt", "slti"), reg(to), reg(left), imm(limit));
			return { items: [item], isOpposite: isSwapped !== isOpposite };
		}
	}
	const { items, register } = inRegister(width, right);
	const [first, second] = isSwapped ? [register, left] : [left, register];
	return { items: [...items, op(mnemonic, reg(to), reg(first), reg(second))], isOpposite };
}

/** Branches that compare with zero. */
const BRANCH_BY_ZERO: Readonly<Partial<Record<Comparison, string>>> = {
	eq: "beqz",
	ne: "bnez",
	lt_s: "bltz",
	ge_s: "bgez",
	gt_s: "bgtz",
	le_s: "blez",
};

function branchIf(comparison: Comparison, width: Width, left: Register, right: Source, label: Label): Item[] {
	const byZero = right === 0n ? BRANCH_BY_ZERO[comparison] : undefined;
	if (byZero !== undefined) return [op(byZero, reg(left), at(label))];
	if (comparison === "eq" || comparison === "ne") {
		const { items, register } = inRegister(width, right);
		return [...items, op(comparison === "eq" ? "beq" : "bne", reg(left), reg(register), at(label))];
	}
	const { items, isOpposite } = setIfLess(comparison, width, T0, left, right);
	return [...items, op(isOpposite ? "beqz" : "bnez", reg(T0), at(label))];
}

/** The kernel sets a3 if the result is an error, which is positive. */
function systemCall(name: string, type: ValueType, to: Register): Item[] {
	const number = systemCallNumber("mips64le", name);
	const call = [...constant(32, V0, BigInt(number)), op("syscall")];
	if (type === 0) return call;
	return [
		...call,
		op("dnegu", reg(T0), reg(V0)),
		op("movn", reg(V0), reg(T0), reg(A3)),
		...(type === 32 ? [op("sll", reg(to), reg(V0), imm(0))] : move(to, V0)),
	];
}

/** Saves or restores the caller's registers, above the slots. */
function moveRegisters(mnemonic: string, frame: Frame): Item[] {
	return withLink(frame, RA).flatMap((register, index) => access(mnemonic, register, SP, (frame.slots + index) * 8));
}
