import { isDivision, SHIFTS } from "../binary-operators.ts";
import { sizeOfFrame, withLink } from "../frame.ts";
import type { Item, Label, Register } from "../instruction.ts";
import { fits } from "../integers.ts";
import type { BinaryOperator, Comparison, UnaryOperator, ValueType, Width } from "../ir.ts";
import { at, imm, op, reg } from "../make-instruction.ts";
import { systemCallNumber } from "../system-calls.ts";
import type { Frame, Selector, Source } from "../target.ts";
import { access, addConstant, constant } from "./immediates.ts";
import { A0, A1, A7, GP, RA, SP, T0, T1, ZERO } from "./registers.ts";

/**
 * RV64IM. Instructions that end in w sign-extend their i32 result, and an i32 is always kept sign-extended: 64-bit
 * comparisons, signed and unsigned, then work for it, too. t0 and t1 are scratch: numbers that do not fit an
 * instruction, half a rotation, and addresses.
 */
export const select: Selector = {
	move: (_width, to, from) => (to === from ? [] : [op("mv", reg(to), reg(from))]),
	constant,
	loadSlot: (to, slot) => access("ld", to, SP, slot * 8),
	storeSlot: (slot, from) => access("sd", from, SP, slot * 8),
	hasImmediate,
	binary,
	bitCounts: new Set(),
	unary,
	// Branches compare registers only, but t0 is as good as the evaluation stack for a constant.
	hasCompareImmediate: () => true,
	setIf,
	branchIf,
	jump: (label) => [op("j", at(label))],
	call: (label) => [op("jal", at(label))],
	dataAddress: (to, offset) => addConstant(to, GP, offset),
	labelAddress: (to, label, offset) => [op("la", reg(to), at(label, offset))],
	load: (size, width, to, base, offset) =>
		access(size === 1 ? "lbu" : size === 8 ? "ld" : width === 64 ? "lwu" : "lw", to, base, offset),
	store: (size, from, base, offset) => access(size === 1 ? "sb" : size === 8 ? "sd" : "sw", from, base, offset),
	systemCall,
	trap: () => [op("unimp")],
	prologue: (frame) => [...addConstant(SP, SP, -sizeOfFrame(frame)), ...moveRegisters("sd", frame)],
	epilogue: (frame) => [...moveRegisters("ld", frame), ...addConstant(SP, SP, sizeOfFrame(frame)), op("ret")],
	start: (bss) => [op("mv", reg(A0), reg(SP)), op("la", reg(GP), at(bss, DATA_BIAS))],
};

/** Offsets from -2,048 to 2,047 fit an instruction: the data register points into the middle. */
export const DATA_BIAS = 2048;

const REGISTERS: Readonly<Partial<Record<BinaryOperator, string>>> = {
	add: "add",
	sub: "sub",
	mul: "mul",
	shl: "sll",
	shr_s: "sra",
	shr_u: "srl",
};
/** The same instruction for both widths: these keep an i32 sign-extended. */
const LOGICAL: Readonly<Partial<Record<BinaryOperator, string>>> = { and: "and", or: "or", xor: "xor" };
const DIVISION: Readonly<Partial<Record<BinaryOperator, string>>> = {
	div_s: "div",
	div_u: "divu",
	rem_s: "rem",
	rem_u: "remu",
};

/** The mnemonic for a width. */
function ofWidth(mnemonic: string, width: Width): string {
	return width === 32 ? `${mnemonic}w` : mnemonic;
}

function hasImmediate(operator: BinaryOperator, width: Width, value: bigint): boolean {
	if (SHIFTS.has(operator)) return true;
	const signed = BigInt.asIntN(width, value);
	// There is no division by an immediate, but a constant divisor that cannot trap needs no tests.
	if (isDivision(operator)) return signed !== 0n && signed !== -1n;
	return operator !== "mul" && fits(12, operator === "sub" ? -signed : signed);
}

function binary(operator: BinaryOperator, width: Width, to: Register, left: Register, right: Source): Item[] {
	if (isDivision(operator)) return divide(operator, width, to, left, right);
	if (operator === "rotl" || operator === "rotr") return rotate(operator, width, to, left, right);
	if (typeof right === "bigint") return withImmediate(operator, width, to, left, right);
	const mnemonic = LOGICAL[operator] ?? ofWidth(REGISTERS[operator] ?? "", width);
	return [op(mnemonic, reg(to), reg(left), reg(right))];
}

function withImmediate(operator: BinaryOperator, width: Width, to: Register, left: Register, value: bigint): Item[] {
	const signed = BigInt.asIntN(width, value);
	const logical = LOGICAL[operator];
	if (operator === "xor" && signed === -1n) return [op("not", reg(to), reg(left))];
	if (operator === "and" && signed === 255n) return [op("zext.b", reg(to), reg(left))];
	if (logical !== undefined) return [op(`${logical}i`, reg(to), reg(left), imm(signed))];
	if (signed === 0n) return select.move(width, to, left);
	if (SHIFTS.has(operator)) return [op(ofWidth(`${REGISTERS[operator]}i`, width), reg(to), reg(left), imm(signed))];
	const sum = operator === "sub" ? -signed : signed;
	return [op(ofWidth("addi", width), reg(to), reg(left), imm(sum))];
}

/** Shifts use the low bits of their counts, so a negated count works; `or` joins the halves. */
function rotate(operator: "rotl" | "rotr", width: Width, to: Register, left: Register, right: Source): Item[] {
	const [there, back] = operator === "rotl" ? (["sll", "srl"] as const) : (["srl", "sll"] as const);
	if (typeof right === "bigint") {
		if (right === 0n) return select.move(width, to, left);
		return [
			op(ofWidth(`${there}i`, width), reg(T0), reg(left), imm(right)),
			op(ofWidth(`${back}i`, width), reg(T1), reg(left), imm(BigInt(width) - right)),
			op("or", reg(to), reg(T0), reg(T1)),
		];
	}
	return [
		op(ofWidth(there, width), reg(T0), reg(left), reg(right)),
		op("negw", reg(T1), reg(right)),
		op(ofWidth(back, width), reg(T1), reg(left), reg(T1)),
		op("or", reg(to), reg(T0), reg(T1)),
	];
}

/**
 * Divisions never trap: those by zero give -1 or the dividend, and a quotient that overflows wraps around, which makes
 * the remainder of a division by -1 correct: 0.
 */
function divide(operator: BinaryOperator, width: Width, to: Register, left: Register, right: Source): Item[] {
	const mnemonic = DIVISION[operator] ?? "";
	const divided = (by: Register): Item => op(ofWidth(mnemonic, width), reg(to), reg(left), reg(by));
	if (typeof right === "bigint") return [...constant(width, T0, right), divided(T0)];
	return [
		...trapUnless("ne", right, 0n),
		...(operator === "div_s" ? trapOnOverflow(width, left, right) : []),
		divided(right),
	];
}

function trapUnless(comparison: Comparison, left: Register, right: Source): Item[] {
	const fine: Label = { name: "fine" };
	return [...branchIf(comparison, 64, left, right, fine), ...select.trap(), { define: fine }];
}

/** Overflows only for the smallest number divided by -1. */
function trapOnOverflow(width: Width, left: Register, right: Register): Item[] {
	const fits: Label = { name: "fits" };
	const smallest = -(1n << BigInt(width - 1));
	return [
		...branchIf("ne", 64, right, -1n, fits),
		...constant(64, T0, smallest),
		...trapUnless("ne", left, T0),
		{ define: fits },
	];
}

function unary(operator: UnaryOperator, _width: Width, to: Register, from: Register): Item[] {
	switch (operator) {
		case "extend8_s":
			return shiftTwice("srai", 56, to, from);
		case "extend16_s":
			return shiftTwice("srai", 48, to, from);
		case "extend32_u":
			return shiftTwice("srli", 32, to, from);
		// The result of an operation on i32 is sign-extended already; extend32_s of an i64 and a wrapped i64 are not.
		case "extend32_s":
		case "wrap":
			return [op("sext.w", reg(to), reg(from))];
		case "clz":
		case "ctz":
		case "popcnt":
			throw new Error(`BUG: riscv64 has no ${operator}`);
	}
}

function shiftTwice(back: string, count: number, to: Register, from: Register): Item[] {
	return [op("slli", reg(to), reg(from), imm(count)), op(back, reg(to), reg(to), imm(count))];
}

/** A number in t0; zero has its own register. */
function inRegister(width: Width, right: Source): { readonly items: Item[]; readonly register: Register } {
	if (typeof right === "number") return { items: [], register: right };
	if (right === 0n) return { items: [], register: ZERO };
	return { items: constant(width, T0, right), register: T0 };
}

function setIf(comparison: Comparison, width: Width, to: Register, left: Register, right: Source): Item[] {
	const { items, register } = inRegister(width, right);
	return [...items, ...setByRegisters(comparison, to, left, register)];
}

function setByRegisters(comparison: Comparison, to: Register, left: Register, right: Register): Item[] {
	switch (comparison) {
		case "eq":
		case "ne": {
			const test = comparison === "eq" ? "seqz" : "snez";
			if (right === ZERO) return [op(test, reg(to), reg(left))];
			return [op("xor", reg(to), reg(left), reg(right)), op(test, reg(to), reg(to))];
		}
		case "lt_s":
		case "lt_u":
			return [isLess(comparison, to, left, right)];
		case "gt_s":
			return [isLess("lt_s", to, right, left)];
		case "gt_u":
			return [isLess("lt_u", to, right, left)];
		case "ge_s":
			return [isLess("lt_s", to, left, right), op("xori", reg(to), reg(to), imm(1))];
		case "ge_u":
			return [isLess("lt_u", to, left, right), op("xori", reg(to), reg(to), imm(1))];
		case "le_s":
			return [isLess("lt_s", to, right, left), op("xori", reg(to), reg(to), imm(1))];
		case "le_u":
			return [isLess("lt_u", to, right, left), op("xori", reg(to), reg(to), imm(1))];
	}
}

/** slt and sltu, with other names if one side is zero. */
function isLess(comparison: "lt_s" | "lt_u", to: Register, left: Register, right: Register): Item {
	if (comparison === "lt_u")
		return left === ZERO ? op("snez", reg(to), reg(right)) : op("sltu", reg(to), reg(left), reg(right));
	if (left === ZERO) return op("sgtz", reg(to), reg(right));
	return right === ZERO ? op("sltz", reg(to), reg(left)) : op("slt", reg(to), reg(left), reg(right));
}

/** Branches on two registers, and whether to exchange these. */
const BRANCH: Readonly<Record<Comparison, readonly [mnemonic: string, isSwapped: boolean]>> = {
	eq: ["beq", false],
	ne: ["bne", false],
	lt_s: ["blt", false],
	ge_s: ["bge", false],
	lt_u: ["bltu", false],
	ge_u: ["bgeu", false],
	gt_s: ["blt", true],
	le_s: ["bge", true],
	gt_u: ["bltu", true],
	le_u: ["bgeu", true],
};
/** The names of branches that compare with zero. */
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
	const { items, register } = inRegister(width, right);
	const [mnemonic, isSwapped] = BRANCH[comparison];
	const [first, second] = isSwapped ? [register, left] : [left, register];
	return [...items, op(mnemonic, reg(first), reg(second), at(label))];
}

/**
 * A child that shares nothing and sends SIGCHLD when it ends. The other arguments of clone only matter with flags
 * (Linux, kernel/fork.c).
 */
const SIGCHLD = 17n;

function systemCall(name: string, type: ValueType, to: Register): Item[] {
	if (name === "fork") return [...constant(64, A0, SIGCHLD), ...constant(64, A1, 0n), ...systemCall("clone", type, to)];
	const number = systemCallNumber("arm64", name);
	return [...constant(32, A7, BigInt(number)), op("ecall"), ...moveResult(type, to)];
}

function moveResult(type: ValueType, to: Register): Item[] {
	if (type === 32) return [op("sext.w", reg(to), reg(A0))];
	return type === 64 ? select.move(64, to, A0) : [];
}

/** Saves or restores the caller's registers, above the slots. */
function moveRegisters(mnemonic: string, frame: Frame): Item[] {
	return withLink(frame, RA).flatMap((register, index) => access(mnemonic, register, SP, (frame.slots + index) * 8));
}
