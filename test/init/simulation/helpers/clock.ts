interface Event {
	readonly time: number;
	readonly action: () => void;
}

/** Virtual time in nanoseconds, and the events that are scheduled. */
export class Clock {
	#now: number;
	/** By time, the next one last. */
	readonly #events: Event[] = [];

	constructor(start: number) {
		this.#now = start;
	}

	get now(): number {
		return this.#now;
	}

	/** When the next event is; Infinity for none. */
	get next(): number {
		return this.#events.at(-1)?.time ?? Number.POSITIVE_INFINITY;
	}

	/** @param delay nanoseconds from now */
	schedule(delay: number, action: () => void): void {
		const time = this.#now + delay;
		let at = this.#events.length;
		while (at > 0 && (this.#events[at - 1]?.time ?? 0) <= time) at--;
		this.#events.splice(at, 0, { time, action });
	}

	/** Lets time pass, and runs the events until then. */
	advance(time: number): void {
		for (let event = this.#events.at(-1); event !== undefined && event.time <= time; event = this.#events.at(-1)) {
			this.#events.pop();
			this.#now = Math.max(this.#now, event.time);
			event.action();
		}
		this.#now = Math.max(this.#now, time);
	}
}
