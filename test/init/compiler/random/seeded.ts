import { mulberry32 } from "../../mulberry32.ts";

/** Random choices that are the same for the same seed. */
export class Seeded {
	readonly #next: () => number;

	constructor(seed: number) {
		this.#next = mulberry32(seed);
	}

	/** 0 to `limit` - 1 */
	below(limit: number): number {
		return this.#next() % limit;
	}

	/** True once in `times`. */
	isOnceIn(times: number): boolean {
		return this.below(times) === 0;
	}

	pick<T>(values: readonly [T, ...T[]]): T {
		return values[this.below(values.length)] ?? values[0];
	}

	/** One of a list; undefined if it is empty. */
	some<T>(values: readonly T[]): T | undefined {
		return values[this.below(Math.max(values.length, 1))];
	}

	times<T>(count: number, make: () => T): T[] {
		return Array.from({ length: count }, make);
	}
}
