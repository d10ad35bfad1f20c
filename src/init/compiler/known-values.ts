import type { Register } from "./instruction.ts";
import type { AccessSize, Expression, Width } from "./ir.ts";

/** Memory that code refers to by its offset from the data register. */
export interface DataRange {
	readonly offset: number;
	readonly size: AccessSize;
}

/** A value, which its key identifies. */
export interface KnownValue {
	readonly key: string;
	/** Where it was read from; undefined if no store can change it. */
	readonly range?: DataRange;
}

/** The value of a local. */
export function localValue(local: number): KnownValue {
	return { key: `local ${local}` };
}

/** The value of an object of .bss, read from it or written to it. */
export function dataValue(range: DataRange, type: Width): KnownValue {
	return { key: `data ${range.offset} ${range.size} ${type}`, range };
}

/** A constant or an address. */
export function plainValue(expression: Extract<Expression, { kind: "constant" | "address" }>): KnownValue {
	return expression.kind === "constant"
		? { key: `constant ${expression.type} ${BigInt.asUintN(expression.type, expression.value)}` }
		: { key: `address ${expression.section} ${expression.symbol}` };
}

/**
 * Tracks which values are in which registers in straight-line code, so that a value is not computed again (value
 * numbering within extended basic blocks; S. Muchnick, "Advanced Compiler Design and Implementation", section 12.4).
 */
export class KnownValues {
	readonly #values: Map<Register, Map<string, KnownValue>>;

	constructor(values: ReadonlyMap<Register, ReadonlyMap<string, KnownValue>> = new Map()) {
		this.#values = new Map([...values].map(([register, known]) => [register, new Map(known)]));
	}

	copy(): KnownValues {
		return new KnownValues(this.#values);
	}

	/** What is known after either of two ways. */
	meet(other: KnownValues): KnownValues {
		const common = new KnownValues();
		for (const [register, known] of this.#values)
			for (const value of known.values()) if (other.holds(register, value)) common.add(register, value);
		return common;
	}

	holds(register: Register, { key }: KnownValue): boolean {
		return this.#values.get(register)?.has(key) ?? false;
	}

	/** The registers that hold a value. */
	holdersOf(value: KnownValue): Register[] {
		return [...this.#values.keys()].filter((register) => this.holds(register, value));
	}

	/** Records that a register also holds this value. */
	add(register: Register, value: KnownValue): void {
		const known = this.#values.get(register) ?? new Map<string, KnownValue>();
		this.#values.set(register, known.set(value.key, value));
	}

	/** Records that a register was written. */
	write(to: Register, from?: Register): void {
		const copied = from === undefined ? undefined : this.#values.get(from);
		this.#values.set(to, new Map(copied));
	}

	/** Records that no register holds this value any more. */
	forget({ key }: KnownValue): void {
		for (const known of this.#values.values()) known.delete(key);
	}

	/** Records that memory was written: in the range, or anywhere. */
	forgetMemory(written?: DataRange): void {
		for (const known of this.#values.values())
			for (const { key, range } of known.values())
				if (range !== undefined && (written === undefined || overlap(range, written))) known.delete(key);
	}
}

function overlap(a: DataRange, b: DataRange): boolean {
	return a.offset < b.offset + b.size && b.offset < a.offset + a.size;
}
