import type { Target } from "../target.ts";
import { encode } from "./encode.ts";
import { print } from "./print.ts";
import { R8, R9, R10, R12, R13, R14, R15, RAX, RBP, RBX, RDI, RDX, RSI } from "./registers.ts";
import { DATA_BIAS, select } from "./select.ts";

/** x86-64: System V ABI, AMD64 supplement; system calls in Linux, arch/x86/entry/entry_64.S. */
export const amd64: Target = {
	name: "amd64",
	platform: "linux/amd64",
	wordSize: 8,
	isBigEndian: false,
	upperHalf: "zero-extended",
	isAligned: false,
	elf: { machine: 62, flags: 0, pageSize: 4096 },
	registers: { stack: [RDI, RSI, RDX, R10, R8, R9], homes: [RBP, R14, R15, R13, R12], data: RBX, scratch: RAX },
	dataBias: DATA_BIAS,
	reservedData: 0,
	rodataAlignment: 1,
	routines: [],
	select,
	encode,
	print,
};
