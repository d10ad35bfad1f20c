import { type Instruction, type Item, isLabel, type Label, targetOf } from "./instruction.ts";
import type { Program } from "./lower.ts";
import { layOutReadOnly } from "./read-only-data.ts";
import type { Target } from "./target.ts";

/** A piece of the file that the kernel maps with one protection. */
export interface Segment {
	readonly protection: "r" | "rx" | "rw";
	/** Where its bytes are in the file. */
	readonly fileOffset: number;
	/** Virtual address, counted from where the kernel puts the program. */
	readonly address: number;
	/** What is in the file, headers left out; the rest of `memorySize` is zeroed. */
	readonly bytes: Uint8Array;
	/** Bytes. */
	readonly memorySize: number;
}

/** An instruction or a label at its place. */
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

/** Code starts at a multiple of this many bytes: no CPU has longer units of instructions. */
const CODE_ALIGNMENT = 4;

/**
 * Gives everything an address: read-only data after the headers, code, .bss. Nothing is padded in the file: the page
 * that ends one segment begins the next one too, and is mapped once more, a page further up, with the other protection.
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

/** Chooses the length of branches: all begin short, and those that do not reach become long, until all do. */
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

/** The address of each item, and that of the end. */
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
