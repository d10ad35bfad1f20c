/** Numbers that look random, and are the same for the same seed (mulberry32). */
export class Seeded {
	#state: number;

	constructor(seed: number) {
		this.#state = seed >>> 0;
	}

	/** 0 to `limit` - 1 */
	below(limit: number): number {
		this.#state = (this.#state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
	}

	/** True once in `times`. */
	isOnceIn(times: number): boolean {
		return this.below(times) === 0;
	}

	pick<T>(values: readonly [T, ...T[]]): T {
		return values[this.below(values.length)] ?? values[0];
	}

	/** One of a list; undefined when it is empty. */
	some<T>(values: readonly T[]): T | undefined {
		return values[this.below(Math.max(values.length, 1))];
	}

	times<T>(count: number, make: () => T): T[] {
		return Array.from({ length: count }, make);
	}
}
