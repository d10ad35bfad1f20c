import { type Kernel, Violation } from "./kernel.ts";
import { MILLISECOND, SECOND } from "./linux.ts";

/**
 * What is due at a certain time: a delayed signal, SIGKILL after a stop signal, the end of the grace period, the end of
 * the wait for processes that got SIGKILL after it, or SIGCONT for a child that cannot have the terminal.
 */
export interface Due {
	readonly signal: number | "kill" | "grace" | "patience" | "continue";
	/** Virtual nanoseconds. */
	readonly at: number;
}

interface KnownDue extends Due {
	readonly setAt: number;
	/** An init that was stopped before it read the clock is late by the time for which it was stopped. */
	readonly latest: number;
}

/** The init reads the clock in whole milliseconds: when it sets a deadline, and when it begins to wait. */
const TOLERANCE = 3 * MILLISECOND + 500_000;

/** The deadlines that the init must meet. */
export class Deadlines {
	readonly #kernel: Kernel;
	#dues: KnownDue[] = [];
	#started = 0;
	#wakes = 0;
	/** How many times the init has waited since a deadline passed. */
	#turns = 0;
	readonly #begin: number;
	#silentUntil = 0;
	#polledSince: number | undefined;

	constructor(kernel: Kernel) {
		this.#kernel = kernel;
		this.#begin = kernel.clock.now;
	}

	/** The deadlines that have passed, the oldest first. */
	get over(): readonly Due[] {
		return this.#dues.filter(({ at }) => at <= this.#kernel.clock.now).toSorted((a, b) => a.at - b.at);
	}

	has(signal: Due["signal"]): boolean {
		return this.#dues.some((due) => due.signal === signal);
	}

	add(due: Due): void {
		this.#dues.push({ ...due, setAt: this.#kernel.clock.now, latest: due.at });
		this.#started++;
		if (due.signal === "grace") this.#polledSince = this.#kernel.clock.now;
	}

	/** A deadline without an observable effect. */
	addSilent(delay: number): void {
		this.#started++;
		this.#silentUntil = Math.max(this.#silentUntil, this.#kernel.clock.now + delay + 2 * TOLERANCE);
	}

	remove(due: Due | Due["signal"]): void {
		const signal = typeof due === "object" ? due.signal : due;
		this.#dues = this.#dues.filter((each) => each.signal !== signal);
		this.#turns = 0;
	}

	/** A wait must end in time, and must not have a timeout without a reason. @param timeout nanoseconds */
	checkWait(timeout: number | undefined, isPolling: boolean): void {
		const { clock, continuedAt } = this.#kernel;
		const [next] = this.#dues.toSorted((a, b) => a.latest - b.latest);
		if (timeout !== undefined && next === undefined && !isPolling && clock.now > this.#silentUntil)
			throw new Violation("waits with a timeout, but nothing is due");
		if (timeout === undefined && (next !== undefined || isPolling))
			throw new Violation(`waits without a timeout, but ${next?.signal ?? "something"} is due`);
		if (next === undefined || timeout === undefined) return;
		// An init that is stopped between reading the clock and waiting cannot know that it is late.
		if (clock.now - continuedAt < MILLISECOND) this.#postpone();
		else if (clock.now <= next.latest + TOLERANCE) {
			if (clock.now + timeout > next.latest + TOLERANCE)
				throw new Violation(`sleeps ${clock.now + timeout - next.at} ns past the time of ${next.signal}`);
		} else if (++this.#turns > this.#dues.length + 2) {
			throw new Violation(`the time of ${next.signal} was over ${clock.now - next.at} ns ago`);
		}
	}

	#postpone(): void {
		const { stoppedFrom, continuedAt } = this.#kernel;
		const isConcerned = ({ setAt }: KnownDue): boolean => setAt > stoppedFrom - MILLISECOND && setAt <= stoppedFrom;
		this.#dues = this.#dues.map((due) =>
			isConcerned(due) ? { ...due, latest: due.at + continuedAt - stoppedFrom } : due,
		);
	}

	countWake(): void {
		this.#wakes++;
	}

	/** Between deadlines, only periodic checks wake the init. */
	checkWakes(looksForOrphans: boolean): void {
		const { now } = this.#kernel.clock;
		const looks = looksForOrphans ? (now - this.#begin) / SECOND : 0;
		const graceLooks = this.#polledSince === undefined ? 0 : (now - this.#polledSince) / (SECOND / 10);
		const most = 2 * (this.#started + looks + graceLooks) + 4;
		if (this.#wakes > most) throw new Violation(`woke up ${this.#wakes} times, ${Math.ceil(most)} would do`);
	}
}
