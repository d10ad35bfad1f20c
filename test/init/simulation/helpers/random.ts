import { mulberry32 } from "../../mulberry32.ts";

/** Random numbers and choices that are the same for the same seed. */
export class Random {
	readonly #next: () => number;

	constructor(seed: number) {
		this.#next = mulberry32(Math.imul(seed, 0x9e3779b1));
	}

	/** From 0 up to, but not including, 1. */
	next(): number {
		return this.#next() / 2 ** 32;
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
