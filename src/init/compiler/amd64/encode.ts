import { type Instruction, type Operand, type Register, registerOf, valueOf } from "../instruction.ts";
import { fits } from "../integers.ts";
import { RBP, RSP } from "./registers.ts";

/**
 * x86-64 machine code (Intel SDM volume 2, chapter 2): [prefix] [REX] opcode [ModRM [SIB] [displacement]] [immediate].
 * ROWS has one row for each mnemonic, with an encoder that looks at the operands.
 */
export function encode(instruction: Instruction, distance: number, isLong: boolean): readonly number[] | undefined {
	const row = ROWS[instruction.mnemonic];
	if (row === undefined) throw new Error(`BUG: amd64 cannot encode ${instruction.mnemonic}`);
	return row(instruction.operands, distance, isLong);
}

type Row = (operands: readonly Operand[], distance: number, isLong: boolean) => readonly number[] | undefined;

/** What a ModRM byte and its prefixes are made from. */
interface Form {
	readonly bits: number;
	readonly opcode: readonly number[];
	/** The reg field: a register, or a digit that belongs to the opcode. */
	readonly reg: number;
	/** The operand in the r/m field. */
	readonly rm: Operand;
	readonly immediate?: readonly number[];
	/** The number of bytes after the displacement, which the distance to a label includes. */
	readonly distance?: number;
}

const CONDITIONS = ["o", "no", "b", "ae", "e", "ne", "be", "a", "s", "ns", "p", "np", "l", "ge", "le", "g"];

const ROWS: Readonly<Record<string, Row>> = {
	add: alu(0),
	or: alu(1),
	and: alu(4),
	sub: alu(5),
	xor: alu(6),
	cmp: alu(7),
	rol: shift(0),
	ror: shift(1),
	shl: shift(4),
	shr: shift(5),
	sar: shift(7),
	mov: encodeMove,
	movabs: ([to, value]) => [0x48 | (registerOf(to) >> 3), 0xb8 | (registerOf(to) & 7), ...bytes(valueOf(value), 8)],
	movzx: ([to, from]) => modrm({ bits: 32, opcode: [0x0f, 0xb6], reg: registerOf(to), rm: some(from) }),
	movsx: ([to, from]) =>
		modrm({ bits: bitsOf(to), opcode: [0x0f, bitsOf(from) === 8 ? 0xbe : 0xbf], reg: registerOf(to), rm: some(from) }),
	movsxd: ([to, from]) => modrm({ bits: 64, opcode: [0x63], reg: registerOf(to), rm: some(from) }),
	bsf: ([to, from]) => modrm({ bits: bitsOf(to), opcode: [0x0f, 0xbc], reg: registerOf(to), rm: some(from) }),
	bsr: ([to, from]) => modrm({ bits: bitsOf(to), opcode: [0x0f, 0xbd], reg: registerOf(to), rm: some(from) }),
	lea: ([to, from], distance) =>
		modrm({ bits: bitsOf(to), opcode: [0x8d], reg: registerOf(to), rm: some(from), distance }),
	test: ([a, b]) => modrm({ bits: bitsOf(a), opcode: [0x85], reg: registerOf(b), rm: some(a) }),
	imul: encodeMultiply,
	div: ([by]) => modrm({ bits: bitsOf(by), opcode: [0xf7], reg: 6, rm: some(by) }),
	idiv: ([by]) => modrm({ bits: bitsOf(by), opcode: [0xf7], reg: 7, rm: some(by) }),
	inc: step(0),
	dec: step(1),
	cdq: () => [0x99],
	cqo: () => [0x48, 0x99],
	push: ([from]) => (from?.kind === "immediate" ? [0x6a, ...bytes(from.value, 1)] : shortForm(0x50, from)),
	pop: ([to]) => shortForm(0x58, to),
	ret: () => [0xc3],
	syscall: () => [0x0f, 0x05],
	ud2: () => [0x0f, 0x0b],
	call: (_, distance) => [0xe8, ...bytes(distance - 5, 4)],
	jmp: (_, distance, isLong) => (isLong ? [0xe9, ...bytes(distance - 5, 4)] : near(0xeb, distance)),
	...Object.fromEntries(
		CONDITIONS.flatMap((name, code): [string, Row][] => [
			[`j${name}`, jumpIf(code)],
			[`set${name}`, setIf(code)],
		]),
	),
};

function alu(digit: number): Row {
	return ([to, from]) => {
		if (from?.kind === "memory")
			return modrm({ bits: from.bits, opcode: [(digit << 3) | 3], reg: registerOf(to), rm: from });
		if (from?.kind !== "immediate")
			return modrm({ bits: bitsOf(to), opcode: [(digit << 3) | 1], reg: registerOf(from), rm: some(to) });
		if (bitsOf(to) === 8)
			return modrm({ bits: 32, opcode: [0x80], reg: digit, rm: some(to), immediate: bytes(from.value, 1) });
		const isByte = fits(8, from.value);
		return modrm({
			bits: bitsOf(to),
			opcode: [isByte ? 0x83 : 0x81],
			reg: digit,
			rm: some(to),
			immediate: bytes(from.value, isByte ? 1 : 4),
		});
	};
}

function step(digit: number): Row {
	return ([to]) => modrm({ bits: bitsOf(to), opcode: [0xff], reg: digit, rm: some(to) });
}

function shift(digit: number): Row {
	return ([to, by]) =>
		by?.kind === "immediate"
			? modrm({ bits: bitsOf(to), opcode: [0xc1], reg: digit, rm: some(to), immediate: bytes(by.value, 1) })
			: modrm({ bits: bitsOf(to), opcode: [0xd3], reg: digit, rm: some(to) });
}

function jumpIf(code: number): Row {
	return (_, distance, isLong) =>
		isLong ? [0x0f, 0x80 | code, ...bytes(distance - 6, 4)] : near(0x70 | code, distance);
}

function setIf(code: number): Row {
	return ([to]) => modrm({ bits: 8, opcode: [0x0f, 0x90 | code], reg: 0, rm: some(to) });
}

function encodeMove([to, from]: readonly Operand[]): number[] {
	if (from?.kind === "immediate") {
		return bitsOf(to) === 64
			? modrm({ bits: 64, opcode: [0xc7], reg: 0, rm: some(to), immediate: bytes(from.value, 4) })
			: [...(registerOf(to) >= 8 ? [0x41] : []), 0xb8 | (registerOf(to) & 7), ...bytes(from.value, 4)];
	}
	if (from?.kind === "memory") return modrm({ bits: from.bits, opcode: [0x8b], reg: registerOf(to), rm: from });
	return modrm({ bits: bitsOf(to), opcode: [bitsOf(to) === 8 ? 0x88 : 0x89], reg: registerOf(from), rm: some(to) });
}

function encodeMultiply([to, from, by]: readonly Operand[]): number[] {
	if (by?.kind !== "immediate")
		return modrm({ bits: bitsOf(to), opcode: [0x0f, 0xaf], reg: registerOf(to), rm: some(from) });
	const isByte = fits(8, by.value);
	return modrm({
		bits: bitsOf(to),
		opcode: [isByte ? 0x6b : 0x69],
		reg: registerOf(to),
		rm: some(from),
		immediate: bytes(by.value, isByte ? 1 : 4),
	});
}

/** An opcode that contains its register: push and pop. */
function shortForm(opcode: number, operand: Operand | undefined): number[] {
	const register = registerOf(operand);
	return [...(register >= 8 ? [0x41] : []), opcode | (register & 7)];
}

/** A jump with a displacement of one byte, counted from the end of the jump. */
function near(opcode: number, distance: number): number[] | undefined {
	const displacement = distance - 2;
	return fits(8, displacement) ? [opcode, displacement & 0xff] : undefined;
}

/** Encodes an instruction with a ModRM byte. */
export function modrm({ bits, opcode, reg, rm, immediate = [], distance = 0 }: Form): number[] {
	const rmRegister = rm.kind === "register" ? rm.register : rm.kind === "memory" ? rm.base : 0;
	// REX.W: 64 bits; REX.R and REX.B: the fourth bit of the registers. sil, dil … need an empty REX.
	const isLowByte = bits === 8 && reg >= 4;
	const isLowByteRm = rm.kind === "register" && rm.bits === 8 && rm.register >= 4;
	const rex = (bits === 64 ? 8 : 0) | (reg >= 8 ? 4 : 0) | (rmRegister >= 8 ? 1 : 0);
	const head = [...(rex !== 0 || isLowByte || isLowByteRm ? [0x40 | rex] : []), ...opcode];
	const field = (reg & 7) << 3;
	if (rm.kind === "register") return [...head, 0xc0 | field | (rm.register & 7), ...immediate];
	if (rm.kind === "memory") return [...head, ...memoryBytes(field, rm.base, rm.offset), ...immediate];
	// mod 00, r/m 101: relative to the end of the instruction
	const length = head.length + 5 + immediate.length;
	return [...head, field | 5, ...bytes(distance - length, 4), ...immediate];
}

/** ModRM, SIB and displacement for [base + offset]. rsp and r12 need a SIB byte; rbp and r13 need a displacement. */
function memoryBytes(field: number, base: Register, offset: number): number[] {
	const mod = offset === 0 && (base & 7) !== RBP ? 0 : fits(8, offset) ? 1 : 2;
	const displacement = mod === 0 ? [] : bytes(offset, mod === 1 ? 1 : 4);
	return [(mod << 6) | field | (base & 7), ...((base & 7) === RSP ? [0x24] : []), ...displacement];
}

/** The low bytes of a number, least significant first. */
export function bytes(value: bigint | number, count: number): number[] {
	return Array.from({ length: count }, (_, index) => Number(BigInt.asUintN(8, BigInt(value) >> BigInt(8 * index))));
}

function some(operand: Operand | undefined): Operand {
	if (operand === undefined) throw new Error("BUG: an operand is missing");
	return operand;
}

function bitsOf(operand: Operand | undefined): number {
	if (operand?.kind !== "register" && operand?.kind !== "memory")
		throw new Error("BUG: a register or memory is expected");
	return operand.bits;
}
