import type { Target } from "../target.ts";
import { encode } from "./encode.ts";
import { print } from "./print.ts";
import { X0, X1, X2, X3, X4, X5, X6, X7, X17, X19, X20, X21, X22, X23, X24, X25, X26, X27, X28 } from "./registers.ts";
import { DATA_BIAS, select } from "./select.ts";

/**
 * AArch64: Procedure Call Standard for the Arm 64-bit Architecture, ELF for the same; system calls in Linux,
 * arch/arm64/kernel/entry.S.
 */
export const arm64: Target = {
	name: "arm64",
	platform: "linux/arm64",
	wordSize: 8,
	isBigEndian: false,
	upperHalf: "zero-extended",
	isAligned: false,
	elf: { machine: 183, flags: 0, pageSize: 65536 },
	registers: {
		stack: [X0, X1, X2, X3, X4, X5, X6, X7],
		homes: [X19, X20, X21, X22, X23, X24, X25, X26, X27],
		data: X28,
		scratch: X17,
	},
	dataBias: DATA_BIAS,
	reservedData: 0,
	rodataAlignment: 1,
	routines: [],
	select,
	encode,
	print,
};
