// HTTP/2's compression of header fields (RFC 7541). We announce a dynamic table of size 0, so each block is
// self-contained.
import { decodeHuffman } from "./huffman.ts";

/** Fields by their names, which are in lower case. */
export type Fields = Readonly<Record<string, string>>;

/** The type of a literal field that is not added to the table. */
const LITERAL = 0x00;

/** Encodes fields as literals. */
export function encodeFields(fields: Fields): Uint8Array {
	return Uint8Array.from(
		Object.entries(fields).flatMap(([name, value]) => [LITERAL, ...encodeString(name), ...encodeString(value)]),
	);
}

function encodeString(text: string): number[] {
	const bytes = new TextEncoder().encode(text);
	return [...encodeInteger(bytes.length), ...bytes];
}

const MOST_IN_7_BITS = 127;

/** RFC 7541, section 5.1, after one bit that is 0. */
function encodeInteger(value: number): number[] {
	if (value < MOST_IN_7_BITS) return [value];
	const bytes = [MOST_IN_7_BITS];
	let rest = value - MOST_IN_7_BITS;
	for (; rest >= 128; rest >>= 7) bytes.push((rest & 127) | 128);
	return [...bytes, rest];
}

/**
 * Decodes a block, without the fields whose name or value is in HTTP/2's static table: gRPC's own are not.
 * @throws {Error} for an invalid block
 */
export function decodeFields(block: Uint8Array): Fields {
	const reader = new BlockReader(block);
	const fields: [name: string, value: string][] = [];
	while (!reader.isAtEnd) {
		const kind = reader.peek();
		// RFC 7541, section 6: an indexed field, a literal to be kept, the size of the table, literals that are not kept.
		if (kind & 0x80) reader.readInteger(7);
		else if ((kind & 0xe0) === 0x20) reader.readInteger(5);
		else {
			const index = reader.readInteger(kind & 0x40 ? 6 : 4);
			const name = index === 0 ? reader.readString() : undefined;
			const value = reader.readString();
			if (name !== undefined) fields.push([name, value]);
		}
	}
	return Object.fromEntries(fields);
}

class BlockReader {
	readonly #block: Uint8Array;
	#offset = 0;

	constructor(block: Uint8Array) {
		this.#block = block;
	}

	get isAtEnd(): boolean {
		return this.#offset >= this.#block.length;
	}

	peek(): number {
		return this.#block[this.#offset] ?? cutOff();
	}

	/** RFC 7541, section 5.1. */
	readInteger(bits: number): number {
		const most = 2 ** bits - 1;
		let value = this.#next() & most;
		if (value < most) return value;
		for (let factor = 1; ; factor *= 128) {
			const byte = this.#next();
			value += (byte & 127) * factor;
			if (byte < 128) return value;
			if (factor > 2 ** 28) throw new Error("a number in a header field is too large");
		}
	}

	/** RFC 7541, section 5.2. */
	readString(): string {
		const isHuffman = (this.peek() & 0x80) !== 0;
		const length = this.readInteger(7);
		const bytes = this.#block.subarray(this.#offset, this.#offset + length);
		if (bytes.length < length) cutOff();
		this.#offset += length;
		return new TextDecoder().decode(isHuffman ? decodeHuffman(bytes) : bytes);
	}

	#next(): number {
		const byte = this.peek();
		this.#offset++;
		return byte;
	}
}

function cutOff(): never {
	throw new Error("a header field is truncated");
}
