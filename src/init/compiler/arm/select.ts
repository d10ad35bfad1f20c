import { CONDITION, LOGICAL, SHIFT } from "../arm64/mnemonics.ts";
import { isDivision } from "../binary-operators.ts";
import type { Item, Label, Register } from "../instruction.ts";
import type { BinaryOperator, UnaryOperator, ValueType, Width } from "../ir.ts";
import { at, imm, op } from "../make-instruction.ts";
import { systemCallNumber } from "../system-calls.ts";
import type { Frame, Selector, Source } from "../target.ts";
import { divisionRoutine } from "./divide.ts";
import { rotatedImmediate, rotatedParts } from "./immediates.ts";
import { FP, IP, LR, PC, R0, R7, reg, SP } from "./registers.ts";

/** The versions of the architecture that images are published for. */
export type Version = 5 | 6 | 7;

/**
 * A32, for one version of the architecture. ip and r7 are scratch: addresses and numbers that do not fit an
 * instruction, shift counts, operands and results of divisions. The kernel expects the number of a system call in r7.
 */
export function selectFor(version: Version): Selector {
	return {
		move: (_width, to, from) => move(to, from),
		constant: (_width, to, value) => constant(version, to, value),
		loadSlot: (to, slot) => access(version, "ldr", to, SP, slot * 4),
		storeSlot: (slot, from) => access(version, "str", from, SP, slot * 4),
		hasImmediate,
		binary: (operator, _width, to, left, right) => binary(version, operator, to, left, right),
		bitCounts: new Set(["clz", "ctz"]),
		unary: (operator, _width, to, from) => unary(version, operator, to, from),
		hasCompareImmediate: (_width, value) => isRotated(value) || isRotated(-value),
		setIf: (comparison, _width, to, left, right) => [
			compare(left, right),
			op("mov", reg(to), imm(0)),
			op(`mov${CONDITION[comparison]}`, reg(to), imm(1)),
		],
		branchIf: (comparison, _width, left, right, label) => [
			compare(left, right),
			op(`b${CONDITION[comparison]}`, at(label)),
		],
		jump: (label) => [op("b", at(label))],
		call,
		dataAddress: (to, offset) => addConstant(to, FP, offset),
		labelAddress: (to, label, offset) => [op("adr", reg(to), at(label, offset))],
		load: (size, _width, to, base, offset) => access(version, size === 1 ? "ldrb" : "ldr", to, base, offset),
		store: (size, from, base, offset) => access(version, size === 1 ? "strb" : "str", from, base, offset),
		systemCall: (name, type, to) => systemCall(version, name, type, to),
		trap: () => [op("udf", imm(0))],
		prologue: (frame) => [
			...(isBare(frame) ? [] : [op("push", ...frame.saved.map(reg), reg(LR))]),
			...addConstant(SP, SP, -frame.slots * 4),
		],
		epilogue: (frame) => [
			...addConstant(SP, SP, frame.slots * 4),
			isBare(frame) ? op("bx", reg(LR)) : op("pop", ...frame.saved.map(reg), reg(PC)),
		],
		start: (bss) => [op("mov", reg(R0), reg(SP)), op("adr", reg(FP), at(bss, DATA_BIAS))],
	};
}

/** A single instruction makes an address up to 1,020 bytes away; loads reach 4,095. */
export const DATA_BIAS = 1024;

const REGISTERS: Readonly<Partial<Record<BinaryOperator, string>>> = { add: "add", sub: "sub", ...LOGICAL };

function isRotated(value: bigint | number): boolean {
	return rotatedImmediate(value) !== undefined;
}

function move(to: Register, from: Register): Item[] {
	return to === from ? [] : [op("mov", reg(to), reg(from))];
}

function call(label: Label): Item[] {
	return [op("bl", at(label))];
}

/** One `mov` or `mvn`; two halfwords on ARMv7; or 8 bits at a time, of the number or its complement. */
function constant(version: Version, to: Register, value: bigint): Item[] {
	const whole = BigInt.asUintN(32, value);
	if (isRotated(whole)) return [op("mov", reg(to), imm(whole))];
	if (isRotated(~whole)) return [op("mvn", reg(to), imm(BigInt.asUintN(32, ~whole)))];
	if (version === 7) {
		const [low, high] = [whole & 0xffffn, whole >> 16n];
		return [op("movw", reg(to), imm(low)), ...(high === 0n ? [] : [op("movt", reg(to), imm(high))])];
	}
	const [first = 0, ...others] = rotatedParts(whole);
	const [firstOpposite = 0, ...otherOpposites] = rotatedParts(~whole);
	return others.length <= otherOpposites.length
		? [op("mov", reg(to), imm(first)), ...others.map((part) => op("orr", reg(to), reg(to), imm(part)))]
		: [op("mvn", reg(to), imm(firstOpposite)), ...otherOpposites.map((part) => op("bic", reg(to), reg(to), imm(part)))];
}

/** `to = from + value`, in steps of 8 bits. */
function addConstant(to: Register, from: Register, value: number): Item[] {
	if (value === 0) return move(to, from);
	const mnemonic = value < 0 ? "sub" : "add";
	return rotatedParts(Math.abs(value)).map((part, index) =>
		op(mnemonic, reg(to), reg(index === 0 ? from : to), imm(part)),
	);
}

/** A load or store. If the offset does not fit, ip gets what exceeds its low 12 bits. */
function access(version: Version, mnemonic: string, register: Register, base: Register, offset: number): Item[] {
	if (Math.abs(offset) < 0x1000) return [op(mnemonic, reg(register), { kind: "memory", base, offset, bits: 32 })];
	const low = offset & 0xfff;
	const high = offset - low;
	const added = isRotated(Math.abs(high))
		? addConstant(IP, base, high)
		: [...constant(version, IP, BigInt(high)), op("add", reg(IP), reg(IP), reg(base))];
	return [...added, op(mnemonic, reg(register), { kind: "memory", base: IP, offset: low, bits: 32 })];
}

function hasImmediate(operator: BinaryOperator, _width: Width, value: bigint): boolean {
	const signed = BigInt.asIntN(32, value);
	// There is no division by an immediate, but a constant divisor that cannot trap needs no tests.
	if (isDivision(operator)) return signed !== 0n && signed !== -1n;
	if (operator === "add" || operator === "sub") return isRotated(signed) || isRotated(-signed);
	if (operator === "and") return isRotated(signed) || isRotated(~signed);
	return operator !== "mul" && (!(operator in REGISTERS) || isRotated(signed));
}

function binary(version: Version, operator: BinaryOperator, to: Register, left: Register, right: Source): Item[] {
	if (isDivision(operator)) return divide(version, operator, to, left, right);
	if (typeof right === "bigint") return withImmediate(operator, to, left, BigInt.asIntN(32, right));
	if (operator === "mul") return multiply(to, left, right);
	const mnemonic = REGISTERS[operator];
	if (mnemonic !== undefined) return [op(mnemonic, reg(to), reg(left), reg(right))];
	// Shifts use 8 bits of their count. A rotation by more than 31 equals one by the low bits of the count.
	const count = operator.startsWith("rot")
		? operator === "rotl" && op("rsb", reg(IP), reg(right), imm(0))
		: op("and", reg(IP), reg(right), imm(31));
	return [
		...(count === false ? [] : [count]),
		op(SHIFT[operator] ?? "ror", reg(to), reg(left), reg(count === false ? right : IP)),
	];
}

function withImmediate(operator: BinaryOperator, to: Register, left: Register, value: bigint): Item[] {
	if (operator === "add" || operator === "sub") {
		if (value === 0n) return move(to, left);
		const opposite = operator === "add" ? "sub" : "add";
		return [
			isRotated(value) ? op(operator, reg(to), reg(left), imm(value)) : op(opposite, reg(to), reg(left), imm(-value)),
		];
	}
	if (operator === "and" && !isRotated(value)) return [op("bic", reg(to), reg(left), imm(~value))];
	const mnemonic = REGISTERS[operator];
	if (mnemonic !== undefined) return [op(mnemonic, reg(to), reg(left), imm(value))];
	if (value === 0n) return move(to, left);
	return [op(SHIFT[operator] ?? "ror", reg(to), reg(left), imm(operator === "rotl" ? 32n - value : value))];
}

/** Before ARMv6, the result must not be in the register of the first factor. */
function multiply(to: Register, left: Register, right: Register): Item[] {
	if (to !== left) return [op("mul", reg(to), reg(left), reg(right))];
	if (to !== right) return [op("mul", reg(to), reg(right), reg(left))];
	return [op("mov", reg(IP), reg(left)), op("mul", reg(to), reg(IP), reg(right))];
}

function divide(version: Version, operator: BinaryOperator, to: Register, left: Register, right: Source): Item[] {
	const isConstant = typeof right === "bigint";
	return [
		...(isConstant ? [] : trapOnZero(right)),
		...(operator === "div_s" && !isConstant ? trapOnOverflow(left, right) : []),
		...move(IP, left),
		...(isConstant ? constant(version, R7, right) : move(R7, right)),
		...call(divisionRoutine(operator.endsWith("_s"))),
		...move(to, operator.startsWith("rem") ? R7 : IP),
	];
}

function trapOnZero(divisor: Register): Item[] {
	const divisible: Label = { name: "divisible" };
	return [compare(divisor, 0n), op("bne", at(divisible)), op("udf", imm(0)), { define: divisible }];
}

/** Overflows only for the smallest number divided by -1. */
function trapOnOverflow(left: Register, right: Register): Item[] {
	const fits: Label = { name: "fits" };
	return [
		op("cmn", reg(right), imm(1)),
		op("cmpeq", reg(left), imm(0x80000000n)),
		op("bne", at(fits)),
		op("udf", imm(0)),
		{ define: fits },
	];
}

function unary(version: Version, operator: UnaryOperator, to: Register, from: Register): Item[] {
	if (operator === "clz") return [op("clz", reg(to), reg(from))];
	if (operator === "ctz") return countTrailingZeros(to, from);
	if (operator !== "extend8_s" && operator !== "extend16_s") throw new Error(`BUG: arm has no ${operator}`);
	const isByte = operator === "extend8_s";
	if (version > 5) return [op(isByte ? "sxtb" : "sxth", reg(to), reg(from))];
	const count = imm(isByte ? 24 : 16);
	return [op("lsl", reg(to), reg(from), count), op("asr", reg(to), reg(to), count)];
}

/** The trailing zeros are the ones of `(x - 1) & ~x`. */
function countTrailingZeros(to: Register, from: Register): Item[] {
	return [
		op("sub", reg(IP), reg(from), imm(1)),
		op("bic", reg(IP), reg(IP), reg(from)),
		op("clz", reg(IP), reg(IP)),
		op("rsb", reg(to), reg(IP), imm(32)),
	];
}

function compare(left: Register, right: Source): Item {
	if (typeof right === "number") return op("cmp", reg(left), reg(right));
	const value = BigInt.asIntN(32, right);
	return isRotated(value) ? op("cmp", reg(left), imm(value)) : op("cmn", reg(left), imm(-value));
}

function systemCall(version: Version, name: string, type: ValueType, to: Register): Item[] {
	const number = systemCallNumber("arm", name);
	return [...constant(version, R7, BigInt(number)), op("svc", imm(0)), ...(type === 0 ? [] : move(to, R0))];
}

/** Whether a function has nothing to restore, and returns through lr. */
function isBare({ saved, hasCalls }: Frame): boolean {
	return saved.length === 0 && !hasCalls;
}
