/** Pseudo-random numbers that are the same on every machine (mulberry32). */
export class Random {
	/** @type {number} */
	#state;

	/** @param {number} seed */
	constructor(seed) {
		this.#state = seed >>> 0;
	}

	/** A number from 0 up to, but not including, 1. */
	next() {
		this.#state = (this.#state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
	}

	/** @param {number} percent */
	chance(percent) {
		return this.next() * 100 < percent;
	}

	/**
	 * An integer in a range that includes both ends.
	 * @param {number} low
	 * @param {number} high
	 */
	integer(low, high) {
		return low + Math.floor(this.next() * (high - low + 1));
	}

	/**
	 * @template T
	 * @param {readonly T[]} items
	 * @returns {T}
	 */
	pick(items) {
		return /** @type {T} */ (items[Math.floor(this.next() * items.length)]);
	}

	/**
	 * A random sample of a list, in the order of the list.
	 * @template T
	 * @param {readonly T[]} items
	 * @param {number} count
	 * @returns {T[]}
	 */
	sample(items, count) {
		let left = items.length;
		let wanted = Math.min(count, left);
		return items.filter(() => {
			const isTaken = this.next() * left-- < wanted;
			if (isTaken) wanted--;
			return isTaken;
		});
	}

	/**
	 * One of several values, which are as likely as their weights say.
	 * @template T
	 * @param {readonly (readonly [weight: number, value: T])[]} rows
	 * @returns {T}
	 */
	weighted(rows) {
		let left = this.next() * rows.reduce((sum, [weight]) => sum + weight, 0);
		for (const [weight, value] of rows) {
			left -= weight;
			if (left < 0) return value;
		}
		return /** @type {readonly [number, T]} */ (rows.at(-1))[1];
	}
}
