/** Pseudo-random numbers that are the same everywhere (mulberry32). */
export class Random {
	#state: number;

	constructor(seed: number) {
		this.#state = Math.imul(seed, 0x9e3779b1) >>> 0;
	}

	/** From 0 up to, but not including, 1. */
	next(): number {
		this.#state = (this.#state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
	}

	chance(percent: number): boolean {
		return this.next() * 100 < percent;
	}

	/** An integer between two others, both included. */
	integer(low: number, high: number): number {
		return low + Math.floor(this.next() * (high - low + 1));
	}

	/**
	 * An integer between two others, as often near the low end as near the high one: orders of magnitude are equally
	 * likely.
	 */
	magnitude(low: number, high: number): number {
		return Math.floor(low * (high / low) ** this.next());
	}

	/** @param items at least one */
	pick<T>(items: readonly T[]): T {
		return items[Math.floor(this.next() * items.length)] as T;
	}
}
