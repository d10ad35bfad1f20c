import { isDivision } from "../binary-operators.ts";
import { withLink } from "../frame.ts";
import type { Item, Label, Operand, Register } from "../instruction.ts";
import type { BinaryOperator, Comparison, UnaryOperator, ValueType, Width } from "../ir.ts";
import { at, imm, op } from "../make-instruction.ts";
import { systemCallNumber } from "../system-calls.ts";
import type { Frame, Selector, Source } from "../target.ts";
import { fitsMove, fitsScaled, fitsSum, fitsUnscaled, halfwords, logicalImmediate } from "./immediates.ts";
import { CONDITION, CONDITIONS, LOGICAL, SHIFT } from "./mnemonics.ts";
import { reg, SP, X0, X1, X8, X16, X17, X28, X30 } from "./registers.ts";

/**
 * A64. Writing a w register clears the upper half of its x register, so an i32 is always zero-extended. x16 and x17 are
 * scratch: addresses that do not fit an instruction, divisors, and the quotient on the way to a remainder.
 */
export const select: Selector = {
	move: (width, to, from) => (to === from ? [] : [op("mov", reg(width, to), reg(width, from))]),
	constant,
	loadSlot: (to, slot) => access("ldr", 64, to, SP, slot * 8),
	storeSlot: (slot, from) => access("str", 64, from, SP, slot * 8),
	hasImmediate,
	binary,
	// Only vector instructions count ones.
	bitCounts: new Set(["clz", "ctz"]),
	unary,
	hasCompareImmediate: (width, value) => fitsSum(magnitude(BigInt.asIntN(width, value))),
	setIf: (comparison, width, to, left, right) => [
		compare(width, left, right),
		op("cset", reg(32, to), imm(CONDITIONS.indexOf(CONDITION[comparison]))),
	],
	branchIf: (comparison, width, left, right, label) => {
		const test = right === 0n ? BRANCH_BY_ZERO[comparison] : undefined;
		if (test !== undefined)
			return [op(test, reg(width, left), ...(test.startsWith("t") ? [imm(width - 1)] : []), at(label))];
		return [compare(width, left, right), op(`b.${CONDITION[comparison]}`, at(label))];
	},
	jump: (label) => [op("b", at(label))],
	call: (label) => [op("bl", at(label))],
	dataAddress: (to, offset) => addConstant(64, to, X28, BigInt(offset)),
	labelAddress: (to, label, offset) => [op("adr", reg(64, to), at(label, offset))],
	load: (size, _width, to, base, offset) =>
		size === 1 ? access("ldrb", 8, to, base, offset) : access("ldr", size === 8 ? 64 : 32, to, base, offset),
	store: (size, from, base, offset) =>
		size === 1 ? access("strb", 8, from, base, offset) : access("str", size === 8 ? 64 : 32, from, base, offset),
	systemCall,
	// Not 0, which disassemblers take for padding.
	trap: () => [op("udf", imm(1))],
	prologue: (frame) => [...moveRegisters("st", frame), ...addConstant(64, SP, SP, BigInt(-sizeOfSlots(frame)))],
	epilogue: (frame) => [
		...addConstant(64, SP, SP, BigInt(sizeOfSlots(frame))),
		...moveRegisters("ld", frame).toReversed(),
		op("ret"),
	],
	start: (bss) => [op("mov", reg(64, X0), reg(64, SP)), op("adr", reg(64, X28), at(bss, DATA_BIAS))],
};

/** Offsets of loads and stores go from 0 to 4,095 times the access size: a bias would not extend them. */
export const DATA_BIAS = 0;

const ARITHMETIC: Readonly<Partial<Record<BinaryOperator, string>>> = { add: "add", sub: "sub", mul: "mul" };

/** Branches that compare with zero themselves. tbz and tbnz test one bit: the sign. */
const BRANCH_BY_ZERO: Readonly<Partial<Record<Comparison, string>>> = {
	eq: "cbz",
	ne: "cbnz",
	lt_s: "tbnz",
	ge_s: "tbz",
};

function mem(bits: 8 | 32 | 64, base: Register, offset: number): Operand {
	return { kind: "memory", base, offset, bits };
}

function magnitude(value: bigint): bigint {
	return value < 0n ? -value : value;
}

/**
 * One `mov`; or the first halfword by `mov`, with zeros or ones in the others, and each of those that differ by `movk`.
 */
function constant(width: Width, to: Register, value: bigint): Item[] {
	const unsigned = BigInt.asUintN(width, value);
	const bits = unsigned < 1n << 32n ? 32 : width;
	if (fitsMove(bits, unsigned)) return [op("mov", reg(bits, to), imm(unsigned))];
	const parts = halfwords(bits, unsigned);
	const count = (of: bigint): number => parts.filter((part) => part === of).length;
	const background = count(0xffffn) > count(0n) ? 0xffffn : 0n;
	const [first = 0, ...others] = [...parts.keys()].filter((index) => parts[index] !== background);
	const rest = background === 0n ? 0n : BigInt.asUintN(bits, ~(0xffffn << BigInt(16 * first)));
	const start = rest | ((parts[first] ?? 0n) << BigInt(16 * first));
	return [
		op("mov", reg(bits, to), imm(start)),
		...others.map((index) =>
			op("movk", reg(bits, to), imm(parts[index] ?? 0n), ...(index === 0 ? [] : [imm(16 * index)])),
		),
	];
}

/** `to = from + value`, in up to two steps of 12 bits if they suffice. */
function addConstant(width: Width, to: Register, from: Register, value: bigint): Item[] {
	const distance = magnitude(value);
	const mnemonic = value < 0n ? "sub" : "add";
	if (distance >= 1n << 24n)
		return [...constant(64, X16, distance), op(mnemonic, reg(width, to), reg(width, from), reg(width, X16))];
	const low = distance & 0xfffn;
	const high = distance - low;
	if (high === 0n)
		return low === 0n ? select.move(width, to, from) : [op(mnemonic, reg(width, to), reg(width, from), imm(low))];
	return [
		op(mnemonic, reg(width, to), reg(width, from), imm(high)),
		...(low === 0n ? [] : [op(mnemonic, reg(width, to), reg(width, to), imm(low))]),
	];
}

/** A load or store. If the offset does not fit, the excess is added to the base in x16. */
function access(mnemonic: string, bits: 8 | 32 | 64, register: Register, base: Register, offset: number): Item[] {
	const value = reg(bits === 64 ? 64 : 32, register);
	if (fitsScaled(bits / 8, offset)) return [op(mnemonic, value, mem(bits, base, offset))];
	if (fitsUnscaled(offset)) return [op(mnemonic.replace(/^(ld|st)/, "$1u"), value, mem(bits, base, offset))];
	const low = offset & 0xfff;
	const near = fitsScaled(bits / 8, low) ? low : 0;
	return [...addConstant(64, X16, base, BigInt(offset - near)), op(mnemonic, value, mem(bits, X16, near))];
}

function hasImmediate(operator: BinaryOperator, width: Width, value: bigint): boolean {
	if (operator === "add" || operator === "sub") return magnitude(value) < 1n << 24n;
	if (operator in LOGICAL) return logicalImmediate(width, value) !== undefined;
	// There is no division by an immediate, but a constant divisor that cannot trap needs no tests.
	return isDivision(operator) ? value !== 0n && BigInt.asIntN(width, value) !== -1n : operator !== "mul";
}

function binary(operator: BinaryOperator, width: Width, to: Register, left: Register, right: Source): Item[] {
	if (isDivision(operator)) return divide(operator, width, to, left, right);
	if (typeof right === "bigint") return withImmediate(operator, width, to, left, right);
	const mnemonic = ARITHMETIC[operator] ?? LOGICAL[operator] ?? SHIFT[operator];
	if (mnemonic !== undefined) return [op(mnemonic, reg(width, to), reg(width, left), reg(width, right))];
	// ror uses the low bits of its count, so a negated count works.
	return [op("neg", reg(32, X16), reg(32, right)), op("ror", reg(width, to), reg(width, left), reg(width, X16))];
}

function withImmediate(operator: BinaryOperator, width: Width, to: Register, left: Register, value: bigint): Item[] {
	if (operator === "add" || operator === "sub")
		return addConstant(width, to, left, operator === "add" ? value : -value);
	const logical = LOGICAL[operator];
	if (logical !== undefined) return [op(logical, reg(width, to), reg(width, left), imm(value))];
	if (value === 0n) return select.move(width, to, left);
	const count = operator === "rotl" ? BigInt(width) - value : value;
	return [op(SHIFT[operator] ?? "ror", reg(width, to), reg(width, left), imm(count))];
}

/**
 * udiv and sdiv never trap: division by zero gives 0, and a quotient that overflows wraps around, which makes the
 * remainder of a division by -1 correct: 0.
 */
function divide(operator: BinaryOperator, width: Width, to: Register, left: Register, right: Source): Item[] {
	const isConstant = typeof right === "bigint";
	const divisor = isConstant ? X17 : right;
	const mnemonic = operator.endsWith("_s") ? "sdiv" : "udiv";
	const isRemainder = operator.startsWith("rem");
	return [
		...(isConstant ? constant(width, divisor, right) : trapOnZero(width, divisor)),
		...(operator === "div_s" && !isConstant ? trapOnOverflow(width, left, divisor) : []),
		op(mnemonic, reg(width, isRemainder ? X16 : to), reg(width, left), reg(width, divisor)),
		...(isRemainder ? [op("msub", reg(width, to), reg(width, X16), reg(width, divisor), reg(width, left))] : []),
	];
}

function trapOnZero(width: Width, divisor: Register): Item[] {
	const divisible: Label = { name: "divisible" };
	return [op("cbnz", reg(width, divisor), at(divisible)), ...select.trap(), { define: divisible }];
}

/** Overflows only for the smallest number divided by -1, and only the smallest number minus 1 overflows. */
function trapOnOverflow(width: Width, left: Register, right: Register): Item[] {
	const fits: Label = { name: "fits" };
	return [
		compare(width, right, -1n),
		op("b.ne", at(fits)),
		compare(width, left, 1n),
		op("b.vc", at(fits)),
		...select.trap(),
		{ define: fits },
	];
}

function unary(operator: UnaryOperator, width: Width, to: Register, from: Register): Item[] {
	switch (operator) {
		case "extend8_s":
			return [op("sxtb", reg(width, to), reg(32, from))];
		case "extend16_s":
			return [op("sxth", reg(width, to), reg(32, from))];
		case "extend32_s":
			return [op("sxtw", reg(64, to), reg(32, from))];
		// The result of an operation on i32 is zero-extended already; a wrapped i64 is not.
		case "extend32_u":
			return select.move(64, to, from);
		case "wrap":
			return [op("mov", reg(32, to), reg(32, from))];
		case "clz":
			return [op("clz", reg(width, to), reg(width, from))];
		case "ctz":
			return [op("rbit", reg(width, to), reg(width, from)), op("clz", reg(width, to), reg(width, to))];
		case "popcnt":
			throw new Error("BUG: arm64 has no popcnt");
	}
}

function compare(width: Width, left: Register, right: Source): Item {
	if (typeof right === "number") return op("cmp", reg(width, left), reg(width, right));
	const value = BigInt.asIntN(width, right);
	return op(value < 0n ? "cmn" : "cmp", reg(width, left), imm(magnitude(value)));
}

/**
 * A child that shares nothing and sends SIGCHLD when it ends. The other arguments of clone only matter with flags
 * (Linux, kernel/fork.c).
 */
const SIGCHLD = 17n;

function systemCall(name: string, type: ValueType, to: Register): Item[] {
	if (name === "fork") return [...constant(64, X0, SIGCHLD), ...constant(64, X1, 0n), ...systemCall("clone", type, to)];
	const number = systemCallNumber("arm64", name);
	return [
		...constant(32, X8, BigInt(number)),
		op("svc", imm(0)),
		...(type === 32 || (type === 64 && to !== X0) ? [op("mov", reg(type, to), reg(type, X0))] : []),
	];
}

/** Slots in bytes. The stack pointer stays a multiple of 16 (Arm ARM, D1.8.2: the CPU checks it). */
function sizeOfSlots({ slots }: Frame): number {
	return Math.ceil(slots / 2) * 16;
}

/**
 * Saves or restores the caller's registers, two at a time. The first pair moves the stack pointer; restoring goes in
 * reverse order.
 */
function moveRegisters(direction: "ld" | "st", frame: Frame): Item[] {
	const registers = withLink(frame, X30);
	const size = Math.ceil(registers.length / 2) * 16;
	return registers.flatMap((first, index): Item[] => {
		if (index % 2 === 1) return [];
		const second = registers[index + 1];
		const values = second === undefined ? [reg(64, first)] : [reg(64, first), reg(64, second)];
		const mnemonic = `${direction}${second === undefined ? "r" : "p"}`;
		if (index > 0) return [op(mnemonic, ...values, mem(64, SP, index * 8))];
		const isStore = direction === "st";
		return [op(mnemonic, ...values, mem(64, SP, isStore ? -size : 0), imm(isStore ? -size : size))];
	});
}
