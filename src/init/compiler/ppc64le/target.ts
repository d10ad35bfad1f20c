import type { Target } from "../target.ts";
import { encode } from "./encode.ts";
import { print } from "./print.ts";
import { R3, R4, R5, R6, R7, R8, R11, R14, R31 } from "./registers.ts";
import { DATA_BIAS, select } from "./select.ts";

/** Version 2 of the 64-bit ELF ABI. */
const EF_PPC64_ABI2 = 2;

/** Power, little-endian: OpenPOWER ELF V2 ABI; system calls in Linux, Documentation/powerpc/syscall64-abi.rst. */
export const ppc64le: Target = {
	name: "ppc64le",
	platform: "linux/ppc64le",
	wordSize: 8,
	isBigEndian: false,
	upperHalf: "undefined",
	isAligned: false,
	elf: { machine: 21, flags: EF_PPC64_ABI2, pageSize: 65536 },
	registers: {
		stack: [R3, R4, R5, R6, R7, R8],
		homes: Array.from({ length: 10 }, (_, index) => R14 + index),
		data: R31,
		scratch: R11,
	},
	dataBias: DATA_BIAS,
	reservedData: 0,
	rodataAlignment: 1,
	sourceVariant: "powerpc",
	routines: [],
	select,
	encode,
	print,
};
