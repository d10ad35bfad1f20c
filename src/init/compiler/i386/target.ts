import type { Target } from "../target.ts";
import { encode } from "./encode.ts";
import { print } from "./print.ts";
import { DATA_BIAS, EAX, EBP, EBX, ECX, EDI, EDX, ESI, M0, M1, M2, M3, MEMORY_SIZE } from "./registers.ts";
import { ROUTINES, select } from "./select.ts";

/** IA-32: System V ABI, Intel386 supplement; system calls in Linux, arch/x86/entry/entry_32.S. */
export const i386: Target = {
	name: "386",
	platform: "linux/386",
	wordSize: 4,
	isBigEndian: false,
	upperHalf: "none",
	isAligned: false,
	elf: { machine: 3, flags: 0, pageSize: 4096 },
	registers: { stack: [EAX, ECX, M0, M1, M2, M3], stackInCpu: 2, homes: [ESI, EDI, EBP], data: EBX, scratch: EDX },
	dataBias: DATA_BIAS,
	reservedData: MEMORY_SIZE,
	rodataAlignment: 1,
	sourceVariant: "32",
	routines: ROUTINES,
	select,
	encode,
	print,
};
