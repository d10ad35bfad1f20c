import { type Instruction, type Item, isLabel, type Label, targetOf } from "./instruction.ts";
import type { Program } from "./lower.ts";
import { layOutReadOnly } from "./read-only-data.ts";
import type { Target } from "./target.ts";

/** A part of the file that the kernel maps with one protection. */
export interface Segment {
	readonly protection: "r" | "rx" | "rw";
	/** The offset of its bytes in the file. */
	readonly fileOffset: number;
	/** The virtual address, relative to where the kernel loads the program. */
	readonly address: number;
	/** Its bytes in the file, without headers; the rest of `memorySize` is zeroed. */
	readonly bytes: Uint8Array;
	/** Bytes. */
	readonly memorySize: number;
}

/** An instruction or a label with its address. */
interface Placed {
	readonly item: Item;
	readonly address: number;
	/** None for a label. */
	readonly bytes: readonly number[];
}

/** A program with addresses. */
export interface Image {
	/** The address of the first instruction. */
	readonly entry: number;
	readonly rodata: Segment;
	readonly code: Segment;
	readonly bss: Segment;
	readonly placed: readonly Placed[];
	readonly addresses: ReadonlyMap<Label, number>;
}

/** Code starts at a multiple of this many bytes: no CPU needs a larger alignment. */
const CODE_ALIGNMENT = 4;

/**
 * Gives everything an address: read-only data after the headers, code, .bss. The file has no padding: a page that
 * contains the end of one segment and the start of the next is mapped twice, the second time one page higher and with
 * the other protection.
 * @param headersSize bytes of the ELF headers
 */
export function layOut(program: Program, target: Target, headersSize: number): Image {
	const { pageSize } = target.elf;
	const rodata = layOutReadOnly(program, target.rodataAlignment);
	const codeOffset = roundUp(headersSize + rodata.bytes.length, CODE_ALIGNMENT);
	const codeAddress = codeOffset + pageSize;
	const addresses = new Map([...rodata.offsets].map(([label, offset]) => [label, headersSize + offset]));
	const placed = place(program, target, codeAddress, addresses);
	const bytes = Uint8Array.from(placed.flatMap((item) => item.bytes));
	return {
		entry: addressOf(addresses, program.entry),
		rodata: {
			protection: "r",
			fileOffset: headersSize,
			address: headersSize,
			bytes: rodata.bytes,
			memorySize: rodata.bytes.length,
		},
		code: { protection: "rx", fileOffset: codeOffset, address: codeAddress, bytes, memorySize: bytes.length },
		bss: {
			protection: "rw",
			fileOffset: 0,
			address: addressOf(addresses, program.bss),
			bytes: new Uint8Array(),
			memorySize: program.bssSize,
		},
		placed,
		addresses,
	};
}

/**
 * Chooses the length of branches: all start out short, and those that do not reach become long until all of them do.
 */
function place({ code, bss }: Program, target: Target, start: number, addresses: Map<Label, number>): Placed[] {
	const isLong = code.map(() => false);
	for (;;) {
		const starts = assignAddresses(code, isLong, target, start, addresses);
		addresses.set(bss, roundUp(starts.at(-1) ?? start, target.elf.pageSize));
		let hasGrown = false;
		const placed = code.map((item, index): Placed => {
			const address = starts[index] ?? start;
			if (isLabel(item)) return { item, address, bytes: [] };
			const bytes = target.encode(item, distanceOf(item, address, addresses), isLong[index] ?? false);
			if (bytes !== undefined) return { item, address, bytes };
			if (isLong[index]) throw new Error(`BUG: ${item.mnemonic} does not reach ${targetOf(item)?.label.name}`);
			isLong[index] = true;
			hasGrown = true;
			return { item, address, bytes: [] };
		});
		if (!hasGrown) return placed;
	}
}

/** The address of each item, and of the end. */
function assignAddresses(
	code: readonly Item[],
	isLong: readonly boolean[],
	target: Target,
	start: number,
	addresses: Map<Label, number>,
): number[] {
	let address = start;
	const starts = code.map((item, index) => {
		const here = address;
		if (isLabel(item)) addresses.set(item.define, here);
		else address += target.encode(item, 0, isLong[index] ?? false)?.length ?? 0;
		return here;
	});
	return [...starts, address];
}

function distanceOf(instruction: Instruction, address: number, addresses: ReadonlyMap<Label, number>): number {
	const to = targetOf(instruction);
	return to === undefined ? 0 : addressOf(addresses, to.label) + to.offset - address;
}

function addressOf(addresses: ReadonlyMap<Label, number>, label: Label): number {
	const address = addresses.get(label);
	if (address === undefined) throw new Error(`BUG: ${label.name} has no address`);
	return address;
}

function roundUp(value: number, multiple: number): number {
	return Math.ceil(value / multiple) * multiple;
}
