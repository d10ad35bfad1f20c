import { LAYOUT } from "./machine-source.ts";

const READABLE = 1;
const WRITABLE = 2;

/** The memory of the init, as the kernel accesses it, with the same protection. */
export class Memory {
	readonly wordSize: 4 | 8;
	readonly #bytes: Uint8Array;
	readonly #view: DataView;
	#end: number = LAYOUT.objects;
	#messagesEnd: number = LAYOUT.messages;
	readonly #buffers: { readonly at: number; readonly size: number }[] = [];
	#stackEnd: number = LAYOUT.stack;

	constructor(buffer: ArrayBuffer, wordSize: 4 | 8) {
		this.wordSize = wordSize;
		this.#bytes = new Uint8Array(buffer);
		this.#view = new DataView(buffer);
	}

	/** Places a text in read-only memory. @returns its address */
	placeText(text: string): number {
		const bytes = Buffer.from(`${text}\0`);
		const at = this.#place(bytes.length, READABLE);
		this.#bytes.set(bytes, at);
		return at;
	}

	/** Places a message after the previous ones. */
	placeMessage(text: string): void {
		const bytes = Buffer.from(`${text}\0`);
		const at = this.#messagesEnd;
		this.#messagesEnd += bytes.length;
		if (this.#messagesEnd > LAYOUT.stack) throw new RangeError("the simulated memory is full of messages");
		this.#bytes.set(bytes, at);
		this.#bytes.fill(READABLE, LAYOUT.shadow + at, LAYOUT.shadow + this.#messagesEnd);
	}

	/** Reserves writable memory, which is zeroed for each boot. @returns its address */
	placeBuffer(size: number): number {
		const at = this.#place(size, WRITABLE);
		this.#buffers.push({ at, size });
		return at;
	}

	/** Records the result for a literal, so that it is requested once. */
	remember(table: "texts" | "buffers" | "numbers", literal: number, answer: number): void {
		this.#view.setUint32(LAYOUT[table] + literal, answer, true);
	}

	/** Leaves an inaccessible gap of 16 bytes or more before each object. */
	#place(size: number, access: number): number {
		const at = (this.#end + 31) & ~15;
		this.#end = at + size;
		if (this.#end > LAYOUT.messages) throw new RangeError("the simulated memory is full");
		this.#bytes.fill(access, LAYOUT.shadow + at, LAYOUT.shadow + this.#end);
		return at;
	}

	/** Undoes the previous boot: zeroes all buffers, and removes its arguments. */
	reset(): void {
		for (const { at, size } of this.#buffers) this.#bytes.fill(0, at, at + size);
		this.#bytes.fill(0, LAYOUT.shadow + LAYOUT.stack, LAYOUT.shadow + this.#stackEnd);
		this.#stackEnd = LAYOUT.stack;
	}

	/** Places what the kernel passes to a new program: argc, argv, 0, environment, 0. @returns its address */
	placeStack(argv: readonly string[], environment: readonly string[]): number {
		const pointers = [
			argv.length,
			...argv.map((text) => this.#placeStackText(text)),
			0,
			...environment.map((text) => this.#placeStackText(text)),
			0,
		];
		const at = this.#placeOnStack(pointers.length * this.wordSize);
		for (const [index, pointer] of pointers.entries()) this.writeWord(at + index * this.wordSize, pointer);
		return at;
	}

	#placeStackText(text: string): number {
		const bytes = Buffer.from(`${text}\0`);
		const at = this.#placeOnStack(bytes.length);
		this.#bytes.set(bytes, at);
		return at;
	}

	#placeOnStack(size: number): number {
		const at = (this.#stackEnd + 31) & ~15;
		this.#stackEnd = at + size;
		if (this.#stackEnd > LAYOUT.texts - 8) throw new RangeError("the arguments do not fit in the simulated memory");
		this.#bytes.fill(WRITABLE, LAYOUT.shadow + at, LAYOUT.shadow + this.#stackEnd);
		return at;
	}

	#check(address: number, size: number, access: number): void {
		for (const at of [address, address + size - 1]) {
			if (!(at >= 0 && at < LAYOUT.shadow) || (this.#bytes[LAYOUT.shadow + at] ?? 0) < access) {
				throw new RangeError(
					`a system call was given ${size} bytes at 0x${address.toString(16)}, which are not the init's`,
				);
			}
		}
	}

	readText(address: number): string {
		this.#check(address, 1, READABLE);
		let end = address;
		while (this.#bytes[end] !== 0) end++;
		return Buffer.from(this.#bytes.subarray(address, end)).toString();
	}

	/** The texts of a list of addresses that ends with 0. */
	readTexts(address: number): string[] {
		const texts: string[] = [];
		for (let at = address; this.readWord(at) !== 0; at += this.wordSize) texts.push(this.readText(this.readWord(at)));
		return texts;
	}

	readBytes(address: number, size: number): Buffer {
		if (size > 0) this.#check(address, size, READABLE);
		return Buffer.from(this.#bytes.subarray(address, address + size));
	}

	writeBytes(address: number, bytes: Uint8Array): void {
		if (bytes.length > 0) this.#check(address, bytes.length, WRITABLE);
		this.#bytes.set(bytes, address);
	}

	read32(address: number): number {
		this.#check(address, 4, READABLE);
		return this.#view.getInt32(address, true);
	}

	write32(address: number, value: number): void {
		this.#check(address, 4, WRITABLE);
		this.#view.setInt32(address, value, true);
	}

	read64(address: number): bigint {
		this.#check(address, 8, READABLE);
		return this.#view.getBigUint64(address, true);
	}

	write64(address: number, value: bigint): void {
		this.#check(address, 8, WRITABLE);
		this.#view.setBigUint64(address, value, true);
	}

	readWord(address: number): number {
		this.#check(address, this.wordSize, READABLE);
		return this.wordSize === 4 ? this.#view.getInt32(address, true) : Number(this.#view.getBigInt64(address, true));
	}

	writeWord(address: number, value: number): void {
		this.#check(address, this.wordSize, WRITABLE);
		if (this.wordSize === 4) this.#view.setInt32(address, value, true);
		else this.#view.setBigInt64(address, BigInt(value), true);
	}
}
