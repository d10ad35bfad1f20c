import type { Item, Label, Operand, Register } from "../instruction.ts";
import { fits } from "../integers.ts";
import type { AccessSize, BinaryOperator, UnaryOperator, Width } from "../ir.ts";
import { at, imm, op } from "../make-instruction.ts";
import { systemCallNumber } from "../system-calls.ts";
import type { Selector, Source } from "../target.ts";
import { ALU, CONDITION, SHIFT } from "./mnemonics.ts";
import { mem, R11, RAX, RBX, RCX, RDI, RDX, RSP, reg } from "./registers.ts";

/**
 * x86-64. Writing 32 bits of a register clears the upper half, so an i32 is always zero-extended.
 * rax, rcx and r11 are scratch: the kernel clobbers rcx and r11, shifts count in cl, divisions use rax and rdx.
 */
export const select: Selector = {
	move: (width, to, from) => (to === from ? [] : [op("mov", reg(width, to), reg(width, from))]),
	constant,
	loadSlot: (to, slot) => [op("mov", reg(64, to), mem(64, RSP, slot * 8))],
	storeSlot: (slot, from) => [op("mov", mem(64, RSP, slot * 8), reg(64, from))],
	// A division by a constant other than 0 and -1 never traps.
	hasImmediate: (operator, _width, value) =>
		fits(32, value) && (operator in ALU || operator in SHIFT || operator === "mul" || (value !== 0n && value !== -1n)),
	binary,
	// popcnt is newer than the baseline.
	bitCounts: new Set(["clz", "ctz"]),
	unary,
	hasCompareImmediate: (_width, value) => fits(32, value),
	setIf: (comparison, width, to, left, right) => [
		compare(width, left, right),
		op(`set${CONDITION[comparison]}`, reg(8, RAX)),
		op("movzx", reg(32, to), reg(8, RAX)),
	],
	branchIf: (comparison, width, left, right, label) => [
		compare(width, left, right),
		op(`j${CONDITION[comparison]}`, at(label)),
	],
	branchIfMemory: (comparison, size, base, offset, value, label) => [
		op("cmp", mem(bitsOf(size), base, offset), imm(BigInt.asIntN(bitsOf(size), value))),
		op(`j${CONDITION[comparison]}`, at(label)),
	],
	withData: {
		operators: new Set(["add", "sub", "and", "or", "xor"]),
		binary: (operator, width, to, left, offset) => [
			...select.move(width, to, left),
			op(ALU[operator] ?? "", reg(width, to), mem(width, RBX, offset)),
		],
		branchIf: (comparison, width, left, offset, label) => [
			op("cmp", reg(width, left), mem(width, RBX, offset)),
			op(`j${CONDITION[comparison]}`, at(label)),
		],
		update: (operator, width, offset, right) => [
			typeof right === "bigint"
				? changeBy(ALU[operator] ?? "", mem(width, RBX, offset), right)
				: op(ALU[operator] ?? "", mem(width, RBX, offset), reg(width, right)),
		],
	},
	jump: (label) => [op("jmp", at(label))],
	call: (label) => [op("call", at(label))],
	dataAddress: (to, offset) => [op("lea", reg(64, to), mem(64, RBX, offset))],
	labelAddress: (to, label, offset) => [op("lea", reg(64, to), at(label, offset))],
	load: (size, _width, to, base, offset) =>
		size === 1
			? [op("movzx", reg(32, to), mem(8, base, offset))]
			: [op("mov", reg(size === 8 ? 64 : 32, to), mem(size === 8 ? 64 : 32, base, offset))],
	store: (size, from, base, offset) => {
		const bits = bitsOf(size);
		return [op("mov", mem(bits, base, offset), reg(bits, from))];
	},
	systemCall: (name, type, to) => [
		...constant(32, RAX, BigInt(systemCallNumber("amd64", name))),
		op("syscall"),
		...(type === 0 ? [] : [op("mov", reg(type, to), reg(type, RAX))]),
	],
	trap: () => [op("ud2")],
	prologue: ({ slots, saved }) => [
		...saved.map((register) => op("push", reg(64, register))),
		...(slots === 0 ? [] : [op("sub", reg(64, RSP), imm(slots * 8))]),
	],
	epilogue: ({ slots, saved }) => [
		...(slots === 0 ? [] : [op("add", reg(64, RSP), imm(slots * 8))]),
		...saved.toReversed().map((register) => op("pop", reg(64, register))),
		op("ret"),
	],
	start: (bss) => [op("mov", reg(64, RDI), reg(64, RSP)), op("lea", reg(64, RBX), at(bss, DATA_BIAS))],
};

/** Offsets of -128 to 127 take one byte: the data register points into the middle. */
export const DATA_BIAS = 128;

function bitsOf(size: AccessSize): 8 | 32 | 64 {
	return size === 1 ? 8 : size === 4 ? 32 : 64;
}

/** The shortest encoding: 2 bytes for 0, 3 for small numbers, 5 for 32 bits. */
function constant(width: Width, to: Register, value: bigint): Item[] {
	const signed = BigInt.asIntN(width, value);
	const unsigned = BigInt.asUintN(width, value);
	if (unsigned === 0n) return [op("xor", reg(32, to), reg(32, to))];
	if (signed === -1n && width === 32) return [op("or", reg(32, to), imm(-1n))];
	if (fits(8, signed) && (width === 64 || signed > 0n)) return [op("push", imm(signed)), op("pop", reg(64, to))];
	if (unsigned < 2n ** 32n) return [op("mov", reg(32, to), imm(unsigned))];
	return fits(32, signed) ? [op("mov", reg(64, to), imm(signed))] : [op("movabs", reg(64, to), imm(signed))];
}

function compare(width: Width, left: Register, right: Source): Item {
	if (typeof right === "number") return op("cmp", reg(width, left), reg(width, right));
	return right === 0n ? op("test", reg(width, left), reg(width, left)) : op("cmp", reg(width, left), imm(right));
}

function binary(operator: BinaryOperator, width: Width, to: Register, left: Register, right: Source): Item[] {
	const shift = SHIFT[operator];
	if (shift !== undefined) return shiftBy(shift, width, to, left, right);
	const alu = operator === "mul" ? "imul" : ALU[operator];
	if (alu === undefined) return divide(operator, width, to, left, right);
	return typeof right === "bigint"
		? withImmediate(operator, width, to, left, right)
		: twoOperands(alu, width, to, left, right);
}

function shiftBy(mnemonic: string, width: Width, to: Register, left: Register, right: Source): Item[] {
	const move = select.move(width, to, left);
	if (typeof right === "bigint") return right === 0n ? move : [...move, op(mnemonic, reg(width, to), imm(right))];
	return [op("mov", reg(32, RCX), reg(32, right)), ...move, op(mnemonic, reg(width, to), reg(8, RCX))];
}

function withImmediate(operator: BinaryOperator, width: Width, to: Register, left: Register, value: bigint): Item[] {
	if (operator === "mul") return [op("imul", reg(width, to), reg(width, left), imm(value))];
	const added = operator === "sub" ? -value : value;
	const isSum = operator === "add" || operator === "sub";
	if (isSum && to !== left && fits(32, added)) return [op("lea", reg(width, to), mem(64, left, Number(added)))];
	return [...select.move(width, to, left), changeBy(ALU[operator] ?? "", reg(width, to), value)];
}

/** Arithmetic in place with an immediate; 1 and -1 have shorter instructions. */
export function changeBy(mnemonic: string, operand: Operand, value: bigint): Item {
	const isStep = (mnemonic === "add" || mnemonic === "sub") && (value === 1n || value === -1n);
	if (!isStep) return op(mnemonic, operand, imm(value));
	return op((mnemonic === "add") === (value === 1n) ? "inc" : "dec", operand);
}

/** `to = left op right`, with instructions that overwrite their first operand. */
function twoOperands(mnemonic: string, width: Width, to: Register, left: Register, right: Register): Item[] {
	if (to === right && to !== left) {
		if (mnemonic !== "sub") return [op(mnemonic, reg(width, to), reg(width, left))];
		return [
			op("mov", reg(width, RAX), reg(width, right)),
			...select.move(width, to, left),
			op("sub", reg(width, to), reg(width, RAX)),
		];
	}
	return [...select.move(width, to, left), op(mnemonic, reg(width, to), reg(width, right))];
}

/**
 * div and idiv divide rdx:rax and leave the quotient in rax and the remainder in rdx. The evaluation stack uses both
 * registers. The instructions trap when WebAssembly does.
 */
function divide(operator: BinaryOperator, width: Width, to: Register, left: Register, right: Source): Item[] {
	const isSigned = operator.endsWith("_s");
	const divisor =
		typeof right === "bigint" ? constant(width, RCX, right) : [op("mov", reg(width, RCX), reg(width, right))];
	const divided = isSigned
		? [op(width === 64 ? "cqo" : "cdq"), op("idiv", reg(width, RCX))]
		: [op("xor", reg(32, RDX), reg(32, RDX)), op("div", reg(width, RCX))];
	const result = operator.startsWith("rem") ? RDX : RAX;
	return [
		...divisor,
		...select.move(64, R11, RDX),
		op("mov", reg(width, RAX), reg(width, left)),
		...(operator === "rem_s" && typeof right !== "bigint" ? unlessMinusOne(divided, reg(width, RCX)) : divided),
		...(to === RDX
			? select.move(width, RDX, result)
			: [
					...select.move(width, RAX, result),
					op("mov", reg(64, RDX), reg(64, R11)),
					op("mov", reg(width, to), reg(width, RAX)),
				]),
	];
}

/** The remainder of a division by -1 is 0; idiv could trap, because the quotient may overflow. */
export function unlessMinusOne(divided: readonly Item[], by: Operand): Item[] {
	const done: Label = { name: "divided" };
	const divisible: Label = { name: "divisible" };
	return [
		op("cmp", by, imm(-1)),
		op("jne", at(divisible)),
		op("xor", reg(32, RDX), reg(32, RDX)),
		op("jmp", at(done)),
		{ define: divisible },
		...divided,
		{ define: done },
	];
}

function unary(operator: UnaryOperator, width: Width, to: Register, from: Register): Item[] {
	switch (operator) {
		case "extend8_s":
			return [op("movsx", reg(width, to), reg(8, from))];
		case "extend16_s":
			return [op("movsx", reg(width, to), reg(16, from))];
		case "extend32_s":
			return [op("movsxd", reg(64, to), reg(32, from))];
		// The result of an operation on i32 is zero-extended already; a wrapped i64 is not.
		case "extend32_u":
			return select.move(64, to, from);
		case "wrap":
			return [op("mov", reg(32, to), reg(32, from))];
		case "clz":
			// bsr counts from the lowest bit.
			return [...scanBits("bsr", width, to, from, 2 * width - 1), op("xor", reg(width, to), imm(width - 1))];
		case "ctz":
			return scanBits("bsf", width, to, from, width);
		case "popcnt":
			throw new Error("BUG: amd64 has no popcnt");
	}
}

/** The index of a one bit, or a substitute if there is none. */
function scanBits(mnemonic: string, width: Width, to: Register, from: Register, none: number): Item[] {
	const found: Label = { name: "found" };
	return [
		op(mnemonic, reg(width, to), reg(width, from)),
		op("jne", at(found)),
		op("mov", reg(32, to), imm(none)),
		{ define: found },
	];
}
