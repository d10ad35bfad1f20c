import type { Register } from "./instruction.ts";
import type { AccessSize, Expression, Width } from "./ir.ts";

/** Memory that code refers to by its offset from the data register. */
export interface DataRange {
	readonly offset: number;
	readonly size: AccessSize;
}

/** A value that can be told from others by its key. */
export interface KnownValue {
	readonly key: string;
	/** Where it was read from, or undefined for what no store changes. */
	readonly range?: DataRange;
}

/** What a local holds. */
export function localValue(local: number): KnownValue {
	return { key: `local ${local}` };
}

/** What is read from, or was written to, an object of .bss. */
export function dataValue(range: DataRange, type: Width): KnownValue {
	return { key: `data ${range.offset} ${range.size} ${type}`, range };
}

/** What a constant or an address is. */
export function plainValue(expression: Extract<Expression, { kind: "constant" | "address" }>): KnownValue {
	return expression.kind === "constant"
		? { key: `constant ${expression.type} ${BigInt.asUintN(expression.type, expression.value)}` }
		: { key: `address ${expression.section} ${expression.symbol}` };
}

/**
 * Which values are in which registers, while code grows in a straight line: what is there need not be computed again
 * (value numbering within extended basic blocks; S. Muchnick, "Advanced Compiler Design and Implementation", section
 * 12.4).
 */
export class KnownValues {
	readonly #values: Map<Register, Map<string, KnownValue>>;

	constructor(values: ReadonlyMap<Register, ReadonlyMap<string, KnownValue>> = new Map()) {
		this.#values = new Map([...values].map(([register, known]) => [register, new Map(known)]));
	}

	copy(): KnownValues {
		return new KnownValues(this.#values);
	}

	/** What is known whichever of the two ways led here. */
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

	/** A register holds this value too. */
	add(register: Register, value: KnownValue): void {
		const known = this.#values.get(register) ?? new Map<string, KnownValue>();
		this.#values.set(register, known.set(value.key, value));
	}

	/** A register was written, by a move or by something else. */
	write(to: Register, from?: Register): void {
		const copied = from === undefined ? undefined : this.#values.get(from);
		this.#values.set(to, new Map(copied));
	}

	/** No register holds this value any more. */
	forget({ key }: KnownValue): void {
		for (const known of this.#values.values()) known.delete(key);
	}

	/** Memory was written: that of the range, or any of it. */
	forgetMemory(written?: DataRange): void {
		for (const known of this.#values.values())
			for (const { key, range } of known.values())
				if (range !== undefined && (written === undefined || overlap(range, written))) known.delete(key);
	}
}

function overlap(a: DataRange, b: DataRange): boolean {
	return a.offset < b.offset + b.size && b.offset < a.offset + a.size;
}
