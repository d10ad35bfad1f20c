import type { Target } from "../target.ts";
import { fillDelaySlots } from "./delay-slots.ts";
import { encode } from "./encode.ts";
import { print } from "./print.ts";
import { A0, GP, S0, S8, T0 } from "./registers.ts";
import { DATA_BIAS, select } from "./select.ts";

/** Code without the assembler's conventions, position-independent, for release 2: EF_MIPS_NOREORDER and so on. */
const FLAGS = 0x80000007;

/**
 * MIPS64 release 2, little-endian, as in Debian's mips64el: the n64 ABI (MIPSpro 64-Bit Porting and Transition Guide);
 * system calls in Linux, arch/mips/kernel/scall64-n64.S.
 */
export const mips64le: Target = {
	name: "mips64le",
	platform: "linux/mips64le",
	wordSize: 8,
	isBigEndian: false,
	upperHalf: "sign-extended",
	isAligned: true,
	elf: { machine: 8, flags: FLAGS, pageSize: 65536 },
	registers: {
		stack: Array.from({ length: 8 }, (_, index) => A0 + index),
		homes: [...Array.from({ length: 8 }, (_, index) => S0 + index), S8],
		data: GP,
		scratch: T0,
	},
	dataBias: DATA_BIAS,
	reservedData: 0,
	rodataAlignment: 1,
	sourceVariant: "mips",
	routines: [],
	select,
	finish: fillDelaySlots,
	encode,
	print,
};
