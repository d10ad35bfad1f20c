import type { Group, Process } from "./process.ts";

/** Who watches what the init does. Times are those of the clock. */
export interface Observer {
	/** A signal was taken, by a wait for any. */
	taken(signal: number, value: number | undefined): void;
	/**
	 * kill(2) or rt_sigqueueinfo(2) was called.
	 * @param group the group that was meant
	 * @param value what is sent with the signal
	 */
	killed(target: number, signal: number, result: number, group: Group | undefined, value?: number): void;
	/** wait4 reported a child: it has ended and is gone now, or was stopped. */
	waitedFor(child: Process): void;
	/** wait4 reported nobody. @param hasNone whether there are no children at all */
	waitedForNone(hasNone: boolean): void;
	/** It waits for a signal. @param timeout nanoseconds; `undefined` for ever */
	waits(timeout: number | undefined): void;
	/** The wait was in vain. */
	timedOut(): void;
	/** The list of its children was read. */
	listed(children: readonly number[]): void;
	exits(status: number): void;
}

const nothing = (): void => {};

/** Sees nothing wrong. */
export const INDIFFERENT: Observer = {
	taken: nothing,
	killed: nothing,
	waitedFor: nothing,
	waitedForNone: nothing,
	waits: nothing,
	timedOut: nothing,
	listed: nothing,
	exits: nothing,
};
