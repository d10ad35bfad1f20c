import { type Kernel, Violation } from "./kernel.ts";
import { MILLISECOND, SECOND } from "./linux.ts";

/** What has its time: a delayed signal, SIGKILL behind a stop signal, the end of the grace. */
export interface Due {
	readonly signal: number | "kill" | "grace";
	/** Virtual nanoseconds. */
	readonly at: number;
}

/** The clock is read in whole milliseconds: once when a deadline is set, and once when the wait begins. */
const TOLERANCE = 3 * MILLISECOND + 500_000;

/** The deadlines that the init has to keep. */
export class Deadlines {
	readonly #kernel: Kernel;
	#dues: Due[] = [];
	#started = 0;
	#wakes = 0;
	/** Waits since a deadline was over. */
	#turns = 0;
	readonly #begin: number;
	#silentUntil = 0;
	#polledSince: number | undefined;

	constructor(kernel: Kernel) {
		this.#kernel = kernel;
		this.#begin = kernel.clock.now;
	}

	/** Those that are over, the oldest first. */
	get over(): readonly Due[] {
		return this.#dues.filter(({ at }) => at <= this.#kernel.clock.now).toSorted((a, b) => a.at - b.at);
	}

	has(signal: Due["signal"]): boolean {
		return this.#dues.some((due) => due.signal === signal);
	}

	add(due: Due): void {
		this.#dues.push(due);
		this.#started++;
		if (due.signal === "grace") this.#polledSince = this.#kernel.clock.now;
	}

	/** Something has its time, and nothing will be seen of it. */
	addSilent(delay: number): void {
		this.#started++;
		this.#silentUntil = Math.max(this.#silentUntil, this.#kernel.clock.now + delay + 2 * TOLERANCE);
	}

	remove(due: Due | Due["signal"]): void {
		const signal = typeof due === "object" ? due.signal : due;
		this.#dues = this.#dues.filter((each) => each.signal !== signal);
		this.#turns = 0;
	}

	/** A wait must end in time, and must not be limited without a reason. @param timeout nanoseconds */
	checkWait(timeout: number | undefined, isPolling: boolean): void {
		const { clock, stoppedAt } = this.#kernel;
		const [next] = this.#dues.toSorted((a, b) => a.at - b.at);
		if (timeout !== undefined && next === undefined && !isPolling && clock.now > this.#silentUntil)
			throw new Violation("waits with a limit, though nothing has its time");
		if (timeout === undefined && (next !== undefined || isPolling))
			throw new Violation(`waits without limit, though ${next?.signal ?? "something"} has its time`);
		// Who is stopped between a look at the clock and the wait cannot know it.
		if (next === undefined || timeout === undefined || clock.now - stoppedAt < MILLISECOND) return;
		if (clock.now <= next.at + TOLERANCE) {
			if (clock.now + timeout > next.at + TOLERANCE) throw new Violation(`sleeps ${clock.now + timeout - next.at} ns past the time of ${next.signal}`);
		} else if (++this.#turns > this.#dues.length + 2) {
			throw new Violation(`the time of ${next.signal} was over ${clock.now - next.at} ns ago`);
		}
	}

	countWake(): void {
		this.#wakes++;
	}

	/** Between deadlines nothing wakes the init but what has to be looked at. */
	checkWakes(looksForOrphans: boolean): void {
		const { now } = this.#kernel.clock;
		const looks = looksForOrphans ? (now - this.#begin) / SECOND : 0;
		const graceLooks = this.#polledSince === undefined ? 0 : (now - this.#polledSince) / (SECOND / 10);
		const most = 2 * (this.#started + looks + graceLooks) + 4;
		if (this.#wakes > most) throw new Violation(`woke up ${this.#wakes} times, ${Math.ceil(most)} would do`);
	}
}
