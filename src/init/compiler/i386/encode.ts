import { bytes, encode as encodeAmd64, modrm } from "../amd64/encode.ts";
import { type Instruction, numberOf, type Operand, type Register, registerOf } from "../instruction.ts";

/**
 * IA-32 machine code (Intel SDM volume 2): like amd64, without REX prefixes. The rows here are those that amd64 does
 * not need: moves of numbers to memory, push and pop of memory, the kernel's interrupt gate, and absolute addresses.
 */
export function encode(instruction: Instruction, distance: number, isLong: boolean): readonly number[] | undefined {
	const { mnemonic, operands } = instruction;
	return ROWS[mnemonic]?.(operands, distance) ?? encodeAmd64(instruction, distance, isLong);
}

/** @returns the bytes, or undefined if amd64 has the same instruction */
type Row = (operands: readonly Operand[], distance: number) => number[] | undefined;

const ROWS: Readonly<Record<string, Row>> = {
	inc: step(0x40),
	dec: step(0x48),
	mov: ([to, from]) =>
		to?.kind === "memory" && from?.kind === "immediate"
			? modrm({ bits: 32, opcode: [0xc7], reg: 0, rm: to, immediate: bytes(from.value, 4) })
			: undefined,
	push: ([from]) => (from?.kind === "memory" ? modrm({ bits: 32, opcode: [0xff], reg: 6, rm: from }) : undefined),
	pop: ([to]) => (to?.kind === "memory" ? modrm({ bits: 32, opcode: [0x8f], reg: 0, rm: to }) : undefined),
	int: ([number]) => [0xcd, numberOf(number)],
	la: ([to], distance) => encodeAddress(registerOf(to), distance),
};

/** One byte, which is a prefix on amd64. */
function step(opcode: number): Row {
	return ([to]) => (to?.kind === "register" ? [opcode | to.register] : undefined);
}

const CALL_SIZE = 5;

/** A call of the next instruction pushes its address. */
function encodeAddress(to: Register, distance: number): number[] {
	return [0xe8, 0, 0, 0, 0, 0x58 | to, 0x81, 0xc0 | to, ...bytes(distance - CALL_SIZE, 4)];
}
