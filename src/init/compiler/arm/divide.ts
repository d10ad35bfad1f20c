import type { Item, Label } from "../instruction.ts";
import { at, imm, op } from "../make-instruction.ts";
import type { Routine } from "../target.ts";
import { IP, LR, PC, R0, R1, R2, R7, reg } from "./registers.ts";

const UNSIGNED: Label = { name: ".divide" };
const SIGNED: Label = { name: ".divide with signs" };

/** The routine to call, signed or unsigned: ip and r7 become ip / r7 and ip % r7; all other registers are preserved. */
export function divisionRoutine(isSigned: boolean): Label {
	return isSigned ? SIGNED : UNSIGNED;
}

/** Division routines: only some CPUs of ARMv7 have an instruction. */
export const DIVISIONS: readonly Routine[] = [
	{ label: SIGNED, code: divideWithSigns() },
	{ label: UNSIGNED, code: divide() },
];

/** Long division, bit by bit: r0 holds the bits to bring down, r1 the remainder, ip the quotient, and r2 counts. */
function divide(): Item[] {
	const next: Label = { name: "next bit" };
	return [
		op("push", reg(R0), reg(R1), reg(R2), reg(LR)),
		op("mov", reg(R0), reg(IP)),
		op("mov", reg(R1), imm(0n)),
		op("mov", reg(IP), imm(0n)),
		op("mov", reg(R2), imm(32n)),
		{ define: next },
		op("lsls", reg(R0), reg(R0), imm(1n)),
		// A remainder of 33 bits is larger than any divisor: carry replaces the comparison.
		op("adcs", reg(R1), reg(R1), reg(R1)),
		op("cmpcc", reg(R1), reg(R7)),
		op("subcs", reg(R1), reg(R1), reg(R7)),
		op("adc", reg(IP), reg(IP), reg(IP)),
		op("subs", reg(R2), reg(R2), imm(1n)),
		op("bne", at(next)),
		op("mov", reg(R7), reg(R1)),
		op("pop", reg(R0), reg(R1), reg(R2), reg(PC)),
	];
}

/** Divides without signs. The quotient is negative if one operand was, the remainder if the dividend was. */
function divideWithSigns(): Item[] {
	return [
		op("push", reg(R0), reg(R1), reg(LR)),
		op("mov", reg(R0), reg(IP)),
		op("eor", reg(R1), reg(IP), reg(R7)),
		...negateIfNegative(IP, IP),
		...negateIfNegative(R7, R7),
		op("bl", at(UNSIGNED)),
		...negateIfNegative(R1, IP),
		...negateIfNegative(R0, R7),
		op("pop", reg(R0), reg(R1), reg(PC)),
	];
}

function negateIfNegative(test: number, register: number): Item[] {
	return [op("cmp", reg(test), imm(0n)), op("rsblt", reg(register), reg(register), imm(0n))];
}
