import { ALU as AMD64_ALU, CONDITION, SHIFT } from "../amd64/mnemonics.ts";
import { mem, reg } from "../amd64/registers.ts";
import { changeBy, unlessMinusOne } from "../amd64/select.ts";
import { COMMUTATIVE, isDivision } from "../binary-operators.ts";
import type { Item, Label, Register } from "../instruction.ts";
import type { AccessSize, BinaryOperator, UnaryOperator, ValueType } from "../ir.ts";
import { at, imm, op } from "../make-instruction.ts";
import { systemCallNumber } from "../system-calls.ts";
import type { Routine, Selector, Source } from "../target.ts";
import {
	DATA_BIAS,
	DIVISOR,
	EAX,
	EBX,
	ECX,
	EDI,
	EDX,
	ESI,
	ESP,
	isInMemory,
	M0,
	M1,
	M2,
	place,
	SAVED_EAX,
} from "./registers.ts";

/**
 * IA-32. edx is scratch: most of the evaluation stack is in memory, and edx carries what goes from memory to memory.
 * Shifts count in cl, and divisions use eax and edx, whose contents are saved first.
 */
export const select: Selector = {
	move: (_width, to, from) => move(to, from),
	constant: (_width, to, value) => constant(to, value),
	loadSlot: (to, slot) => viaScratch(to, (work) => [op("mov", reg(32, work), mem(32, ESP, slot * 4))]),
	storeSlot: (slot, from) => {
		const { items, register } = inRegister(from);
		return [...items, op("mov", mem(32, ESP, slot * 4), reg(32, register))];
	},
	hasImmediate: (operator, _width, value) =>
		!isDivision(operator) || (value !== 0n && BigInt.asIntN(32, value) !== -1n),
	binary: (operator, _width, to, left, right) => binary(operator, to, left, right),
	// popcnt is newer than the baseline.
	bitCounts: new Set(["clz", "ctz"]),
	unary: (operator, _width, to, from) => unary(operator, to, from),
	hasCompareImmediate: () => true,
	setIf: (comparison, _width, to, left, right) => [
		...compare(left, right),
		op(`set${CONDITION[comparison]}`, reg(8, EDX)),
		...viaScratch(to, (work) => [op("movzx", reg(32, work), reg(8, EDX))]),
	],
	branchIf: (comparison, _width, left, right, label) => [
		...compare(left, right),
		op(`j${CONDITION[comparison]}`, at(label)),
	],
	branchIfMemory: (comparison, size, base, offset, value, label) => {
		const bits = size === 1 ? 8 : 32;
		const { items, register } = inRegister(base);
		return [
			...items,
			op("cmp", mem(bits, register, offset), imm(BigInt.asIntN(bits, value))),
			op(`j${CONDITION[comparison]}`, at(label)),
		];
	},
	withData: {
		operators: new Set(["add", "sub", "and", "or", "xor"]),
		binary: (operator, _width, to, left, offset) =>
			viaScratch(to, (work) => [...move(work, left), op(ALU[operator] ?? "", reg(32, work), mem(32, EBX, offset))]),
		branchIf: (comparison, _width, left, offset, label) => {
			const { items, register } = inRegister(left);
			return [...items, op("cmp", reg(32, register), mem(32, EBX, offset)), op(`j${CONDITION[comparison]}`, at(label))];
		},
		update: (operator, _width, offset, right) => {
			const word = mem(32, EBX, offset);
			if (typeof right === "bigint") return [changeBy(ALU[operator] ?? "", word, BigInt.asIntN(32, right))];
			const { items, register } = inRegister(right);
			return [...items, op(ALU[operator] ?? "", word, reg(32, register))];
		},
	},
	jump: (label) => [op("jmp", at(label))],
	call: (label) => [op("call", at(label))],
	dataAddress: (to, offset) => viaScratch(to, (work) => [op("lea", reg(32, work), mem(32, EBX, offset))]),
	labelAddress: (to, label, offset) => viaScratch(to, (work) => [op("la", reg(32, work), at(label, offset))]),
	load: (size, _width, to, base, offset) => {
		const { items, register } = inRegister(base);
		const mnemonic = size === 1 ? "movzx" : "mov";
		return [
			...items,
			...viaScratch(to, (work) => [op(mnemonic, reg(32, work), mem(size === 1 ? 8 : 32, register, offset))]),
		];
	},
	store,
	systemCall,
	trap: () => [op("ud2")],
	prologue: ({ slots, saved }) => [
		...saved.map((register) => op("push", reg(32, register))),
		...(slots === 0 ? [] : [op("sub", reg(32, ESP), imm(slots * 4))]),
	],
	epilogue: ({ slots, saved }) => [
		...(slots === 0 ? [] : [op("add", reg(32, ESP), imm(slots * 4))]),
		...saved.toReversed().map((register) => op("pop", reg(32, register))),
		op("ret"),
	],
	start: (bss) => [op("mov", reg(32, EAX), reg(32, ESP)), op("la", reg(32, EBX), at(bss, DATA_BIAS))],
};

const ALU: Readonly<Partial<Record<BinaryOperator, string>>> = { ...AMD64_ALU, mul: "imul" };

function move(to: Register, from: Register): Item[] {
	if (to === from) return [];
	if (!(isInMemory(to) && isInMemory(from))) return [op("mov", place(to), place(from))];
	return [op("mov", reg(32, EDX), place(from)), op("mov", place(to), reg(32, EDX))];
}

/** A register that holds the value: its own, or edx. */
function inRegister(from: Register): { readonly items: Item[]; readonly register: Register } {
	return isInMemory(from) ? { items: move(EDX, from), register: EDX } : { items: [], register: from };
}

/** Writes a register, through edx if it is in memory. */
function viaScratch(to: Register, write: (work: Register) => Item[]): Item[] {
	return isInMemory(to) ? [...write(EDX), ...move(to, EDX)] : write(to);
}

/** The shortest encoding: 2 bytes for 0, 3 for small numbers, 5 for 32 bits. */
function constant(to: Register, value: bigint): Item[] {
	const signed = BigInt.asIntN(32, value);
	if (isInMemory(to)) return [op("mov", place(to), imm(signed))];
	if (signed === 0n) return [op("xor", reg(32, to), reg(32, to))];
	if (BigInt.asIntN(8, signed) === signed) return [op("push", imm(signed)), op("pop", reg(32, to))];
	return [op("mov", reg(32, to), imm(BigInt.asUintN(32, signed)))];
}

function compare(left: Register, right: Source): Item[] {
	if (typeof right === "bigint") {
		const value = BigInt.asIntN(32, right);
		const isTest = value === 0n && !isInMemory(left);
		return [isTest ? op("test", place(left), place(left)) : op("cmp", place(left), imm(value))];
	}
	if (!(isInMemory(left) && isInMemory(right))) return [op("cmp", place(left), place(right))];
	return [...move(EDX, left), op("cmp", reg(32, EDX), place(right))];
}

function binary(operator: BinaryOperator, to: Register, left: Register, right: Source): Item[] {
	if (isDivision(operator)) return divide(operator, to, left, right);
	const shift = SHIFT[operator];
	if (shift !== undefined) return shiftBy(shift, to, left, right);
	const mnemonic = ALU[operator] ?? "";
	if (typeof right === "bigint") return withImmediate(mnemonic, to, left, BigInt.asIntN(32, right));
	if (to === right && to !== left && COMMUTATIVE.has(operator)) return binary(operator, to, to, left);
	const isInPlace = to === left && !(isInMemory(to) && (isInMemory(right) || mnemonic === "imul"));
	if (isInPlace) return [op(mnemonic, place(to), place(right))];
	const work = to === right || isInMemory(to) ? EDX : to;
	return [...move(work, left), op(mnemonic, reg(32, work), place(right)), ...move(to, work)];
}

function withImmediate(mnemonic: string, to: Register, left: Register, value: bigint): Item[] {
	if (mnemonic === "imul") return viaScratch(to, (work) => [op("imul", reg(32, work), place(left), imm(value))]);
	if (to === left) return [changeBy(mnemonic, place(to), value)];
	const work = isInMemory(to) ? EDX : to;
	return [...move(work, left), changeBy(mnemonic, reg(32, work), value), ...move(to, work)];
}

function shiftBy(mnemonic: string, to: Register, left: Register, right: Source): Item[] {
	if (typeof right === "bigint") {
		if (right === 0n) return move(to, left);
		const work = isInMemory(to) ? EDX : to;
		return [...move(work, left), op(mnemonic, reg(32, work), imm(right)), ...move(to, work)];
	}
	const shifted = op(mnemonic, reg(32, EDX), reg(8, ECX));
	const isKept = right === ECX || to === ECX;
	return [
		...move(EDX, left),
		...(isKept ? move(ECX, right) : [op("push", reg(32, ECX)), ...move(ECX, right)]),
		shifted,
		...(isKept ? [] : [op("pop", reg(32, ECX))]),
		...move(to, EDX),
	];
}

/**
 * div and idiv divide edx:eax and leave the quotient in eax and the remainder in edx. They trap when WebAssembly does.
 */
function divide(operator: BinaryOperator, to: Register, left: Register, right: Source): Item[] {
	const isSigned = operator.endsWith("_s");
	const by = place(DIVISOR);
	const divided = isSigned ? [op("cdq"), op("idiv", by)] : [op("xor", reg(32, EDX), reg(32, EDX)), op("div", by)];
	const result = operator.startsWith("rem") ? EDX : EAX;
	return [
		...(typeof right === "bigint" ? constant(DIVISOR, right) : move(DIVISOR, right)),
		...(to === EAX ? [] : move(SAVED_EAX, EAX)),
		...move(EAX, left),
		...(operator === "rem_s" && typeof right !== "bigint" ? unlessMinusOne(divided, by) : divided),
		...move(to, result),
		...(to === EAX ? [] : move(EAX, SAVED_EAX)),
	];
}

/** Only the first four registers have an 8-bit part. */
function hasLowByte(register: Register): boolean {
	return register < ESP;
}

function unary(operator: UnaryOperator, to: Register, from: Register): Item[] {
	// bsr counts from the lowest bit.
	if (operator === "clz")
		return viaScratch(to, (work) => [...scanBits("bsr", work, from, 63n), op("xor", reg(32, work), imm(31n))]);
	if (operator === "ctz") return viaScratch(to, (work) => scanBits("bsf", work, from, 32n));
	if (operator !== "extend8_s" && operator !== "extend16_s") throw new Error(`BUG: 386 has no ${operator}`);
	const bits = operator === "extend8_s" ? 8 : 16;
	const isReadable = isInMemory(from) || bits === 16 || hasLowByte(from);
	const source = isReadable ? place(from, bits) : reg(8, EDX);
	return [...(isReadable ? [] : move(EDX, from)), ...viaScratch(to, (work) => [op("movsx", reg(32, work), source)])];
}

/** The index of a one bit, or a substitute if there is none. */
function scanBits(mnemonic: string, to: Register, from: Register, none: bigint): Item[] {
	const found: Label = { name: "found" };
	return [
		...move(EDX, from),
		op(mnemonic, reg(32, to), reg(32, EDX)),
		op("jne", at(found)),
		op("mov", reg(32, to), imm(none)),
		{ define: found },
	];
}

/**
 * If base and value are both in memory, there is only one register for them: the value goes through the stack, or eax.
 */
function store(size: AccessSize, from: Register, base: Register, offset: number): Item[] {
	const bits = size === 1 ? 8 : 32;
	const isReady = !isInMemory(from) && (size !== 1 || hasLowByte(from));
	if (isReady) {
		const { items, register } = inRegister(base);
		return [...items, op("mov", mem(bits, register, offset), reg(bits, from))];
	}
	if (!isInMemory(base)) return [...move(EDX, from), op("mov", mem(bits, base, offset), reg(bits, EDX))];
	if (size !== 1) return [op("push", place(from)), ...move(EDX, base), op("pop", mem(32, EDX, offset))];
	return [
		...move(SAVED_EAX, EAX),
		...move(EAX, from),
		...move(EDX, base),
		op("mov", mem(8, EDX, offset), reg(8, EAX)),
		...move(EAX, SAVED_EAX),
	];
}

/** Makes the system call whose number is in edx, with the arguments in the places of a function's. */
const SYSTEM_CALL: Label = { name: ".system call" };

/**
 * The kernel takes its arguments in ebx, ecx, edx, esi and edi. Most of these are homes of locals, or the data
 * register.
 */
export const ROUTINES: readonly Routine[] = [
	{
		label: SYSTEM_CALL,
		code: [
			...[EBX, ESI, EDI, EDX].map((register) => op("push", reg(32, register))),
			...move(EDX, M0),
			...move(ESI, M1),
			...move(EDI, M2),
			...move(EBX, EAX),
			op("pop", reg(32, EAX)),
			op("int", imm(0x80n)),
			...[EDI, ESI, EBX].map((register) => op("pop", reg(32, register))),
			op("ret"),
		],
	},
];

function systemCall(name: string, type: ValueType, to: Register): Item[] {
	const number = systemCallNumber("i386", name);
	return [...constant(EDX, BigInt(number)), ...select.call(SYSTEM_CALL), ...(type === 0 ? [] : move(to, EAX))];
}
