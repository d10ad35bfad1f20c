import type { Target } from "../target.ts";
import { DIVISIONS } from "./divide.ts";
import { encode } from "./encode.ts";
import { print } from "./print.ts";
import { FP, R0, R1, R2, R3, R4, R5, R6, R7, R8, R9, SL } from "./registers.ts";
import { DATA_BIAS, selectFor, type Version } from "./select.ts";

/** EABI version 5, without floats in registers, so that kernels with any float ABI run it. */
const EF_ARM_EABI_VER5_SOFT_FLOAT = 0x05000200;

/**
 * A32, for each version of the architecture that images are published for: ELF for the Arm Architecture; system calls
 * in Linux, arch/arm/kernel/entry-common.S.
 */
function armOf(version: Version): Target {
	return {
		name: `armv${version}`,
		platform: `linux/arm/v${version}`,
		wordSize: 4,
		isBigEndian: false,
		upperHalf: "none",
		// Before ARMv6, an unaligned load returns rotated bytes.
		isAligned: version === 5,
		// An arm64 kernel also runs it, with larger pages.
		elf: { machine: 40, flags: EF_ARM_EABI_VER5_SOFT_FLOAT, pageSize: 65536 },
		registers: { stack: [R0, R1, R2, R3, R4, R5], homes: [R6, R8, R9, SL], data: FP, scratch: R7 },
		dataBias: DATA_BIAS,
		reservedData: 0,
		rodataAlignment: 4,
		sourceVariant: "32",
		routines: DIVISIONS,
		select: selectFor(version),
		encode,
		print,
	};
}

export const armv5: Target = armOf(5);
export const armv6: Target = armOf(6);
export const armv7: Target = armOf(7);
