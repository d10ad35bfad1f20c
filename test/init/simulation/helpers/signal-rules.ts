// What the init does with a signal, depending on its options.

import { SIGCHLD, SIGRTMIN_3, SIGSTOP, SIGTERM, SIGTSTP, SIGTTIN, SIGTTOU } from "./linux.ts";
import type { Settings } from "./settings.ts";

const STOP_SIGNALS = [SIGTERM, SIGRTMIN_3];
export const TERMINAL_STOPS = [SIGTSTP, SIGTTIN, SIGTTOU];

/** Whether a signal is never forwarded. */
export function isIgnored(signal: number, { personality }: Settings): boolean {
	if (signal === SIGCHLD || (personality === "tini" && (signal === SIGTTIN || signal === SIGTTOU))) return true;
	return personality === "catatonit" && TERMINAL_STOPS.includes(signal);
}

/** The signal that is forwarded instead; 0 if none is. */
export function rewriteSignal(signal: number, { personality, session, rewrites }: Settings): number {
	const inSession = personality === "dumb-init" && session && TERMINAL_STOPS.includes(signal);
	return rewrites.get(signal) ?? (inSession ? SIGSTOP : signal);
}

/** Whether a signal asks the program to stop. */
export function isStopSignal(signal: number, { stopSignals }: Settings): boolean {
	return STOP_SIGNALS.includes(signal) || stopSignals.includes(signal);
}
