import { encode as encodeAmd64 } from "../amd64/encode.ts";
import { type Instruction, type Operand, type Register, registerOf, valueOf } from "../instruction.ts";
import { EBP, ESP } from "./registers.ts";

/**
 * IA-32 machine code (Intel SDM volume 2): like amd64, without REX prefixes. The rows here are those that amd64 does
 * not need: memory operands in place of registers, the kernel's interrupt gate, and absolute addresses.
 */
export function encode(instruction: Instruction, distance: number, isLong: boolean): readonly number[] | undefined {
	const { mnemonic, operands } = instruction;
	return ROWS[mnemonic]?.(operands, distance) ?? encodeAmd64(instruction, distance, isLong);
}

/** @returns the bytes, or undefined if amd64 has the same instruction */
type Row = (operands: readonly Operand[], distance: number) => number[] | undefined;

const ROWS: Readonly<Record<string, Row>> = {
	add: fromMemory(0x03),
	or: fromMemory(0x0b),
	and: fromMemory(0x23),
	sub: fromMemory(0x2b),
	xor: fromMemory(0x33),
	cmp: fromMemory(0x3b),
	inc: step(0x40),
	dec: step(0x48),
	mov: ([to, from]) =>
		to?.kind === "memory" && from?.kind === "immediate"
			? [0xc7, ...memoryBytes(0, to.base, to.offset), ...little(Number(BigInt.asIntN(32, valueOf(from))), 4)]
			: undefined,
	movsx: ([to, from]) =>
		from?.kind === "memory"
			? [0x0f, from.bits === 8 ? 0xbe : 0xbf, ...memoryBytes(registerOf(to), from.base, from.offset)]
			: undefined,
	push: ([from]) => (from?.kind === "memory" ? [0xff, ...memoryBytes(6, from.base, from.offset)] : undefined),
	pop: ([to]) => (to?.kind === "memory" ? [0x8f, ...memoryBytes(0, to.base, to.offset)] : undefined),
	int: ([number]) => [0xcd, Number(valueOf(number))],
	la: ([to], distance) => encodeAddress(registerOf(to), distance),
};

/** One byte, which is a prefix on amd64. */
function step(opcode: number): Row {
	return ([to]) => (to?.kind === "register" ? [opcode | to.register] : undefined);
}

/** Arithmetic with its right operand in memory. */
function fromMemory(opcode: number): Row {
	return ([to, from]) =>
		from?.kind === "memory" ? [opcode, ...memoryBytes(registerOf(to), from.base, from.offset)] : undefined;
}

const CALL_SIZE = 5;

/** A call of the next instruction pushes its address. */
function encodeAddress(to: Register, distance: number): number[] {
	return [0xe8, 0, 0, 0, 0, 0x58 | to, 0x81, 0xc0 | to, ...little(distance - CALL_SIZE, 4)];
}

/** ModRM, SIB and displacement for [base + offset]. esp needs a SIB byte; ebp needs a displacement. */
function memoryBytes(digit: number, base: Register, offset: number): number[] {
	const isByte = offset >= -128 && offset <= 127;
	const mod = offset === 0 && base !== EBP ? 0 : isByte ? 1 : 2;
	const displacement = mod === 0 ? [] : little(offset, mod === 1 ? 1 : 4);
	return [(mod << 6) | (digit << 3) | base, ...(base === ESP ? [0x24] : []), ...displacement];
}

function little(value: number, count: number): number[] {
	return Array.from({ length: count }, (_, index) => (value >> (8 * index)) & 0xff);
}
