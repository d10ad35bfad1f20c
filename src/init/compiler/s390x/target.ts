import type { Target } from "../target.ts";
import { encode } from "./encode.ts";
import { print } from "./print.ts";
import { R1, R2, R3, R4, R5, R6, R7, R8, R9, R10, R11, R12, R13 } from "./registers.ts";
import { DATA_BIAS, select } from "./select.ts";

/** z/Architecture: s390x ELF Application Binary Interface; system calls in Linux, arch/s390/kernel/entry.S. */
export const s390x: Target = {
	name: "s390x",
	platform: "linux/s390x",
	wordSize: 8,
	isBigEndian: true,
	upperHalf: "undefined",
	isAligned: false,
	elf: { machine: 22, flags: 0, pageSize: 4096 },
	registers: {
		stack: [R2, R3, R4, R5, R6, R7],
		// The registers in use are next to the data register and %r14, so that one instruction saves all of them.
		homes: [R12, R11, R10, R9, R8],
		data: R13,
		scratch: R1,
	},
	dataBias: DATA_BIAS,
	reservedData: 0,
	rodataAlignment: 2,
	routines: [],
	select,
	encode,
	print,
};
