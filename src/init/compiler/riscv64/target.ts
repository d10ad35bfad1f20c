import type { Target } from "../target.ts";
import { encode } from "./encode.ts";
import { print } from "./print.ts";
import { A0, A1, A2, A3, A4, A5, A6, GP, S0, S1, S2, T0 } from "./registers.ts";
import { DATA_BIAS, select } from "./select.ts";

/**
 * RV64I with M, which every Linux distribution requires: RISC-V psABI; system calls in Linux,
 * arch/riscv/kernel/entry.S.
 */
export const riscv64: Target = {
	name: "riscv64",
	platform: "linux/riscv64",
	wordSize: 8,
	isBigEndian: false,
	upperHalf: "sign-extended",
	isAligned: false,
	// No flags: no compressed instructions, and no floats in registers, so that kernels with any float ABI run it.
	elf: { machine: 243, flags: 0, pageSize: 4096 },
	registers: {
		stack: [A0, A1, A2, A3, A4, A5, A6],
		homes: [S0, S1, ...Array.from({ length: 10 }, (_, index) => S2 + index)],
		data: GP,
		scratch: T0,
	},
	dataBias: DATA_BIAS,
	reservedData: 0,
	rodataAlignment: 1,
	routines: [],
	select,
	encode,
	print,
};
