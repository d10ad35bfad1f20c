import { isDivision, SHIFTS } from "../binary-operators.ts";
import { byWidth } from "../by-width.ts";
import { sizeOfFrame } from "../frame.ts";
import type { Item, Label, Register } from "../instruction.ts";
import { fits, fitsUnsigned } from "../integers.ts";
import type { BinaryOperator, Comparison, UnaryOperator, ValueType, Width } from "../ir.ts";
import { at, imm, mem, op, reg } from "../make-instruction.ts";
import { systemCallNumber } from "../system-calls.ts";
import type { Frame, Selector, Source } from "../target.ts";
import { R0, R1, R3, R11, R12, R31 } from "./registers.ts";

/**
 * Power. Arithmetic has 64 bits, and the upper half of an i32 is undefined: comparisons, divisions and shifts use 32
 * bits. r11 is scratch for numbers that do not fit an instruction, r12 for addresses and quotients, r0 for the link
 * register.
 */
export const select: Selector = {
	move: (_width, to, from) => move(to, from),
	constant,
	loadSlot: (to, slot) => access("ld", to, R1, slot * 8),
	storeSlot: (slot, from) => access("std", from, R1, slot * 8),
	hasImmediate,
	binary,
	bitCounts: new Set(["clz", "ctz", "popcnt"]),
	unary,
	// r11 is as good as the evaluation stack for a constant.
	hasCompareImmediate: () => true,
	setIf: (comparison, width, to, left, right) => {
		const end: Label = { name: "set" };
		return [
			...compare(comparison, width, left, right),
			op("li", reg(to), imm(1)),
			op(BRANCH[comparison], at(end)),
			op("li", reg(to), imm(0)),
			{ define: end },
		];
	},
	branchIf: (comparison, width, left, right, label) => [
		...compare(comparison, width, left, right),
		op(BRANCH[comparison], at(label)),
	],
	jump: (label) => [op("b", at(label))],
	call: (label) => [op("bl", at(label))],
	dataAddress: (to, offset) => addConstant(to, R31, offset),
	labelAddress: (to, label, offset) => [op("la", reg(to), at(label, offset))],
	load: (size, _width, to, base, offset) => access(size === 1 ? "lbz" : size === 8 ? "ld" : "lwz", to, base, offset),
	store: (size, from, base, offset) => access(size === 1 ? "stb" : size === 8 ? "std" : "stw", from, base, offset),
	systemCall,
	trap: () => [op("trap")],
	prologue: (frame) => {
		const size = sizeOfFrame(frame);
		return [
			...addConstant(R1, R1, -size),
			...moveRegisters("std", frame),
			...(frame.hasCalls ? [op("mflr", reg(R0)), ...access("std", R0, R1, size - 8)] : []),
		];
	},
	epilogue: (frame) => {
		const size = sizeOfFrame(frame);
		return [
			...(frame.hasCalls ? [...access("ld", R0, R1, size - 8), op("mtlr", reg(R0))] : []),
			...moveRegisters("ld", frame),
			...addConstant(R1, R1, size),
			op("blr"),
		];
	},
	start: (bss) => [op("mr", reg(R3), reg(R1)), op("la", reg(R31), at(bss, DATA_BIAS))],
};

/** Offsets have 16 bits and are signed: the data register points into the middle. */
export const DATA_BIAS = 32768;

const REGISTERS: Readonly<Partial<Record<BinaryOperator, readonly [string, string]>>> = {
	add: ["add", "add"],
	and: ["and", "and"],
	or: ["or", "or"],
	xor: ["xor", "xor"],
	mul: ["mullw", "mulld"],
};
const IMMEDIATE: Readonly<Partial<Record<BinaryOperator, string>>> = {
	add: "addi",
	mul: "mulli",
	and: "andi.",
	or: "ori",
	xor: "xori",
};
/** By width: with the count in a register, and as an immediate. */
const SHIFT: Readonly<Partial<Record<BinaryOperator, Record<Width, readonly [string, string]>>>> = {
	shl: { 32: ["slw", "slwi"], 64: ["sld", "sldi"] },
	shr_s: { 32: ["sraw", "srawi"], 64: ["srad", "sradi"] },
	shr_u: { 32: ["srw", "srwi"], 64: ["srd", "srdi"] },
};
const DIVISION: Readonly<Partial<Record<BinaryOperator, readonly [string, string]>>> = {
	div_s: ["divw", "divd"],
	div_u: ["divwu", "divdu"],
	rem_s: ["divw", "divd"],
	rem_u: ["divwu", "divdu"],
};
const BRANCH: Readonly<Record<Comparison, string>> = {
	eq: "beq",
	ne: "bne",
	lt_s: "blt",
	lt_u: "blt",
	gt_s: "bgt",
	gt_u: "bgt",
	le_s: "ble",
	le_u: "ble",
	ge_s: "bge",
	ge_u: "bge",
};

function move(to: Register, from: Register): Item[] {
	return to === from ? [] : [op("mr", reg(to), reg(from))];
}

/** `li` for 16 bits, two halves for 32. Higher bits are loaded first and shifted into place. */
function constant(width: Width, to: Register, value: bigint): Item[] {
	const signed = BigInt.asIntN(width, value);
	if (fits(16, signed)) return [op("li", reg(to), imm(signed))];
	const parts = [BigInt.asUintN(16, signed), BigInt.asUintN(16, signed >> 16n)] as const;
	const orLow = parts[0] === 0n ? [] : [op("ori", reg(to), reg(to), imm(parts[0]))];
	if (BigInt.asIntN(32, signed) === signed) return [op("lis", reg(to), imm(signed >> 16n)), ...orLow];
	return [
		...constant(32, to, signed >> 32n),
		op("sldi", reg(to), reg(to), imm(32)),
		...(parts[1] === 0n ? [] : [op("oris", reg(to), reg(to), imm(parts[1]))]),
		...orLow,
	];
}

/** `to = from + value`, the high half first. */
function addConstant(to: Register, from: Register, value: number): Item[] {
	if (value === 0) return move(to, from);
	if (fits(16, value)) return [op("addi", reg(to), reg(from), imm(value))];
	const low = (value << 16) >> 16;
	return [
		op("addis", reg(to), reg(from), imm((value - low) >> 16)),
		...(low === 0 ? [] : [op("addi", reg(to), reg(to), imm(low))]),
	];
}

/**
 * A load or store. If the offset does not fit, or is not a multiple of 4 for 64 bits, it is added to the base in r12.
 */
function access(mnemonic: string, register: Register, base: Register, offset: number): Item[] {
	const isAligned = !mnemonic.endsWith("d") || offset % 4 === 0;
	if (fits(16, offset) && isAligned) return [op(mnemonic, reg(register), mem(base, offset))];
	return [...addConstant(R12, base, offset), op(mnemonic, reg(register), mem(R12, 0))];
}

function hasImmediate(operator: BinaryOperator, width: Width, value: bigint): boolean {
	const signed = BigInt.asIntN(width, value);
	// There is no division by an immediate, but a constant divisor that cannot trap needs no tests.
	if (isDivision(operator)) return signed !== 0n && signed !== -1n;
	if (operator === "sub") return fits(16, -signed);
	if (operator === "add" || operator === "mul") return fits(16, signed);
	return !(operator in IMMEDIATE) || fitsUnsigned(16, signed);
}

function binary(operator: BinaryOperator, width: Width, to: Register, left: Register, right: Source): Item[] {
	if (isDivision(operator)) return divide(operator, width, to, left, right);
	if (SHIFTS.has(operator)) return shift(operator, width, to, left, right);
	if (typeof right === "bigint") {
		const signed = BigInt.asIntN(width, right);
		if (operator === "sub") return addConstant(to, left, Number(-signed));
		return [op(IMMEDIATE[operator] ?? "", reg(to), reg(left), imm(signed))];
	}
	if (operator === "sub") return [op("subf", reg(to), reg(right), reg(left))];
	// Another name for `or` of a register with itself.
	if (operator === "or" && left === right) return [op("mr", reg(to), reg(left))];
	return [op(byWidth(REGISTERS[operator], width), reg(to), reg(left), reg(right))];
}

/** Shifts use one more bit of their count than WebAssembly does. */
function shift(operator: BinaryOperator, width: Width, to: Register, left: Register, right: Source): Item[] {
	const rotation = width === 32 ? "rotlw" : "rotld";
	const [byRegister, byNumber] = SHIFT[operator]?.[width] ?? [rotation, `${rotation}i`];
	if (typeof right === "bigint") {
		if (right === 0n) return move(to, left);
		return [op(byNumber, reg(to), reg(left), imm(operator === "rotr" ? BigInt(width) - right : right))];
	}
	if (operator === "rotl") return [op(byRegister, reg(to), reg(left), reg(right))];
	const count =
		operator === "rotr"
			? op("neg", reg(R11), reg(right))
			: op("clrldi", reg(R11), reg(right), imm(width === 32 ? 59 : 58));
	return [count, op(byRegister, reg(to), reg(left), reg(R11))];
}

/** Divisions never trap: if the divisor is zero or the quotient overflows, the result is undefined. */
function divide(operator: BinaryOperator, width: Width, to: Register, left: Register, right: Source): Item[] {
	const done: Label = { name: "divided" };
	const by = typeof right === "bigint" ? R11 : right;
	const isRemainder = operator.startsWith("rem");
	const divided = op(byWidth(DIVISION[operator], width), reg(isRemainder ? R12 : to), reg(left), reg(by));
	const remainder = [
		op(byWidth(REGISTERS.mul, width), reg(R12), reg(R12), reg(by)),
		op("subf", reg(to), reg(R12), reg(left)),
	];
	const rest = isRemainder ? [divided, ...remainder] : [divided];
	if (typeof right === "bigint") return [...constant(width, R11, right), ...rest];
	return [
		...trapUnless(width, right, 0n),
		...(operator.endsWith("_s") ? minusOne(isRemainder, { width, to, left, right, done }) : []),
		...rest,
		{ define: done },
	];
}

function trapUnless(width: Width, left: Register, right: Source): Item[] {
	const fine: Label = { name: "fine" };
	return [...select.branchIf("ne", width, left, right, fine), op("trap"), { define: fine }];
}

interface Divided {
	readonly width: Width;
	readonly to: Register;
	readonly left: Register;
	readonly right: Register;
	readonly done: Label;
}

/** The remainder of a division by -1 is 0, and the quotient of the smallest number traps. */
function minusOne(isRemainder: boolean, { width, to, left, right, done }: Divided): Item[] {
	const ordinary: Label = { name: "ordinary" };
	return [
		...select.branchIf("ne", width, right, -1n, ordinary),
		...(isRemainder
			? [op("li", reg(to), imm(0)), op("b", at(done))]
			: trapUnless(width, left, -(1n << BigInt(width - 1)))),
		{ define: ordinary },
	];
}

function unary(operator: UnaryOperator, width: Width, to: Register, from: Register): Item[] {
	switch (operator) {
		case "extend8_s":
			return [op("extsb", reg(to), reg(from))];
		case "extend16_s":
			return [op("extsh", reg(to), reg(from))];
		case "extend32_s":
			return [op("extsw", reg(to), reg(from))];
		case "extend32_u":
			return [op("clrldi", reg(to), reg(from), imm(32))];
		case "wrap":
			return move(to, from);
		case "clz":
			return [op(width === 32 ? "cntlzw" : "cntlzd", reg(to), reg(from))];
		case "popcnt":
			return [countOnes(width, to, from)];
		case "ctz":
			// The trailing zeros are the ones of `(x - 1) & ~x`.
			return [
				op("addi", reg(R11), reg(from), imm(-1)),
				op("andc", reg(R11), reg(R11), reg(from)),
				countOnes(width, to, R11),
			];
	}
}

/** popcntw counts both halves; the upper half of its result is as undefined as that of an i32. */
function countOnes(width: Width, to: Register, from: Register): Item {
	return op(width === 32 ? "popcntw" : "popcntd", reg(to), reg(from));
}

function compare(comparison: Comparison, width: Width, left: Register, right: Source): Item[] {
	const isUnsigned = comparison.endsWith("_u");
	const mnemonic = `cmp${isUnsigned ? "l" : ""}${width === 32 ? "w" : "d"}`;
	if (typeof right === "number") return [op(mnemonic, reg(left), reg(right))];
	const value = isUnsigned ? BigInt.asUintN(width, right) : BigInt.asIntN(width, right);
	if (isUnsigned ? fitsUnsigned(16, value) : fits(16, value)) return [op(`${mnemonic}i`, reg(left), imm(value))];
	return [...constant(width, R11, value), op(mnemonic, reg(left), reg(R11))];
}

/** The kernel sets a flag if the result is an error, which is positive. */
function systemCall(name: string, type: ValueType, to: Register): Item[] {
	const number = systemCallNumber("ppc64le", name);
	const fine: Label = { name: "no error" };
	const call = [...constant(32, R0, BigInt(number)), op("sc")];
	if (type === 0) return call;
	return [...call, op("bns", at(fine)), op("neg", reg(R3), reg(R3)), { define: fine }, ...move(to, R3)];
}

/** Saves or restores the caller's registers, above the slots; the link register is at the end of the frame. */
function moveRegisters(mnemonic: string, { slots, saved }: Frame): Item[] {
	return saved.flatMap((register, index) => access(mnemonic, register, R1, (slots + index) * 8));
}
