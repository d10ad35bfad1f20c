import type { Image, Segment } from "./layout.ts";
import type { Target } from "./target.ts";

/**
 * A field of an ELF structure: its name in the specification, its size and its value. "word" is 4 bytes in a 32-bit
 * file and 8 in a 64-bit one.
 */
type Field = readonly [name: string, size: 1 | 2 | 4 | "word", value: number];

// Values from the System V ABI, chapters 4 and 5, and Linux, include/uapi/linux/elf.h.
const ET_DYN = 3;
const PT_LOAD = 1;
const PT_GNU_STACK = 0x6474e551;
const PF_X = 1;
const PF_W = 2;
const PF_R = 4;
const SEGMENT_FLAGS = { r: PF_R, rx: PF_R | PF_X, rw: PF_R | PF_W } as const;
const PROGRAM_HEADER_COUNT = 4;

/** Bytes of the headers before the read-only data. */
export function headersSize(target: Target): number {
	const none = { type: 0, flags: 0, alignment: 0 };
	return sizeOf(elfHeader(target, 0), target) + PROGRAM_HEADER_COUNT * sizeOf(programHeader(target, none), target);
}

/**
 * Writes a static position-independent executable without an interpreter, without relocations, and without segments
 * that are both writable and executable.
 */
export function writeElf(image: Image, target: Target): Uint8Array {
	const headers = [
		...elfHeader(target, image.entry),
		// The headers are part of the read-only segment.
		...loadHeader(
			target,
			{ ...image.rodata, fileOffset: 0, address: 0, memorySize: image.rodata.address + image.rodata.memorySize },
			image.rodata.fileOffset,
		),
		...loadHeader(target, image.code, 0),
		...loadHeader(target, image.bss, 0),
		...programHeader(target, { type: PT_GNU_STACK, flags: PF_R | PF_W, alignment: 16 }),
	];
	const file = new Uint8Array(image.code.fileOffset + image.code.bytes.length);
	file.set(encodeFields(headers, target));
	file.set(image.rodata.bytes, image.rodata.fileOffset);
	file.set(image.code.bytes, image.code.fileOffset);
	return file;
}

function elfHeader(target: Target, entry: number): Field[] {
	const { wordSize, isBigEndian, elf } = target;
	const is64 = wordSize === 8;
	const size = is64 ? 64 : 52;
	return [
		["ei_mag0", 1, 0x7f],
		["ei_mag1", 1, 0x45],
		["ei_mag2", 1, 0x4c],
		["ei_mag3", 1, 0x46],
		["ei_class", 1, is64 ? 2 : 1],
		["ei_data", 1, isBigEndian ? 2 : 1],
		["ei_version", 1, 1],
		["ei_osabi", 1, 0],
		["ei_abiversion", 4, 0],
		["ei_pad", 4, 0],
		["e_type", 2, ET_DYN],
		["e_machine", 2, elf.machine],
		["e_version", 4, 1],
		["e_entry", "word", entry],
		["e_phoff", "word", size],
		["e_shoff", "word", 0],
		["e_flags", 4, elf.flags],
		["e_ehsize", 2, size],
		["e_phentsize", 2, is64 ? 56 : 32],
		["e_phnum", 2, PROGRAM_HEADER_COUNT],
		["e_shentsize", 2, is64 ? 64 : 40],
		["e_shnum", 2, 0],
		["e_shstrndx", 2, 0],
	];
}

/** @param headers bytes before the segment's own that belong to it */
function loadHeader(
	target: Target,
	{ protection, fileOffset, address, bytes, memorySize }: Segment,
	headers: number,
): Field[] {
	const fileSize = bytes.length + headers;
	return programHeader(target, {
		type: PT_LOAD,
		flags: SEGMENT_FLAGS[protection],
		offset: fileOffset,
		address,
		fileSize,
		memorySize,
		alignment: target.elf.pageSize,
	});
}

/** A program header; sizes and positions are 0 if they are absent. */
interface ProgramHeader {
	readonly type: number;
	readonly flags: number;
	readonly offset?: number;
	readonly address?: number;
	readonly fileSize?: number;
	readonly memorySize?: number;
	readonly alignment: number;
}

function programHeader(
	{ wordSize }: Target,
	{ type, flags, offset = 0, address = 0, fileSize = 0, memorySize = 0, alignment }: ProgramHeader,
): Field[] {
	const p_flags: Field = ["p_flags", 4, flags];
	return [
		["p_type", 4, type],
		...(wordSize === 8 ? [p_flags] : []),
		["p_offset", "word", offset],
		["p_vaddr", "word", address],
		["p_paddr", "word", address],
		["p_filesz", "word", fileSize],
		["p_memsz", "word", memorySize],
		...(wordSize === 4 ? [p_flags] : []),
		["p_align", "word", alignment],
	];
}

function sizeOf(fields: readonly Field[], { wordSize }: Target): number {
	return fields.reduce((sum, [, size]) => sum + (size === "word" ? wordSize : size), 0);
}

function encodeFields(fields: readonly Field[], { wordSize, isBigEndian }: Target): number[] {
	return fields.flatMap(([, size, value]) => {
		const count = size === "word" ? wordSize : size;
		const bytes = Array.from({ length: count }, (_, index) => Math.floor(value / 2 ** (8 * index)) % 256);
		return isBigEndian ? bytes.reverse() : bytes;
	});
}
