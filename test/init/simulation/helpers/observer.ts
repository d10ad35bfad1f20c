import type { Group, Process } from "./process.ts";

/** Observes what the init does. */
export interface Observer {
	/** A wait for any signal took this one. */
	taken(signal: number, value: number | undefined): void;
	/**
	 * kill(2) or rt_sigqueueinfo(2) was called.
	 * @param group the target, if it is a group
	 * @param value what is sent with the signal
	 */
	killed(target: number, signal: number, result: number, group: Group | undefined, value?: number): void;
	/** wait4 reported a child, which was reaped or has stopped. */
	waitedFor(child: Process): void;
	/** wait4 reported no child. @param hasNone whether there are no children at all */
	waitedForNone(hasNone: boolean): void;
	/** It waits for a signal. @param timeout nanoseconds; undefined for none */
	waits(timeout: number | undefined): void;
	/** The wait timed out. */
	timedOut(): void;
	/** The list of its children was read. */
	listed(children: readonly number[]): void;
	exits(status: number): void;
}

const nothing = (): void => {};

/** Accepts everything. */
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
