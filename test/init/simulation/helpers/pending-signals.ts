import { SIGCONT, SIGRTMAX, STOPS, SYNCHRONOUS } from "./linux.ts";

/** The set of all signals. */
export const ALL = 0xffff_ffff_ffff_ffffn;

const FIRST_REAL_TIME = 32;

/** The pending signals of a process that blocks all of them: standard ones once each, real-time ones queued. */
export class PendingSignals {
	readonly #counts = new Uint32Array(SIGRTMAX + 1);
	/** By signal: the values that were sent with the pending ones. */
	readonly #values: (number | undefined)[][] = Array.from({ length: SIGRTMAX + 1 }, () => []);
	#total = 0;
	/** The value that was sent with the signal that was taken last. */
	takenValue: number | undefined;

	get isEmpty(): boolean {
		return this.#total === 0;
	}

	has(signal: number): boolean {
		return this.#counts[signal] !== 0;
	}

	/** A stop signal discards a pending SIGCONT, and vice versa: kernel/signal.c, prepare_signal. */
	add(signal: number, value?: number): void {
		if (signal === SIGCONT) for (const stop of STOPS) this.#clear(stop);
		if (STOPS.includes(signal)) this.#clear(SIGCONT);
		if (signal < FIRST_REAL_TIME && this.has(signal)) return;
		this.#counts[signal] = (this.#counts[signal] ?? 0) + 1;
		this.#values[signal]?.push(value);
		this.#total++;
	}

	#clear(signal: number): void {
		this.#total -= this.#counts[signal] ?? 0;
		this.#counts[signal] = 0;
		this.#values[signal] = [];
	}

	/** Takes the next signal of a set, in the kernel's order; 0 for none. @param set bit n - 1 is signal n */
	take(set: bigint): number {
		if (this.isEmpty) return 0;
		const signal = SYNCHRONOUS.find((each) => this.#isIn(set, each)) ?? this.#first(set);
		if (signal !== 0) {
			this.#counts[signal] = (this.#counts[signal] ?? 0) - 1;
			this.takenValue = this.#values[signal]?.shift();
			this.#total--;
		}
		return signal;
	}

	#first(set: bigint): number {
		for (let signal = 1; signal <= SIGRTMAX; signal++) if (this.#isIn(set, signal)) return signal;
		return 0;
	}

	#isIn(set: bigint, signal: number): boolean {
		return this.has(signal) && (set === ALL || ((set >> BigInt(signal - 1)) & 1n) === 1n);
	}
}
