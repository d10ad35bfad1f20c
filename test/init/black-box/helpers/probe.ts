import type { Init } from "./inits.ts";
import { type Options, type Running, startAsPid1, startBelowPid1 } from "./processes.ts";

/**
 * The signals that a program can catch, and that a shell can trap: not KILL and STOP, not the 32 and 33 of the C
 * library's threads.
 */
export const catchable: readonly number[] = Array.from({ length: 64 }, (_, index) => index + 1).filter(
	(signal) => ![9, 17, 19, 32, 33].includes(signal),
);

/** SIGILL, SIGTRAP, SIGBUS, SIGFPE and SIGSEGV. */
export const faults: readonly number[] = [4, 5, 7, 8, 11];

/** A script that prints the number of each signal that it gets, after a line `ready`. It ends at a SIGKILL only. */
const printSignals = `n=1; while [ $n -le 64 ]; do [ $n = 17 ] || trap "echo $n" $n 2>/dev/null; n=$((n + 1)); done
echo ready
while :; do sleep 1000 & wait $!; done 2>/dev/null`;

export interface Probe extends Running {
	/** The init's process ID, as seen from here. */
	readonly pid: number;
	/** Sends the init a signal. */
	readonly send: (signal: number) => void;
}

export interface ProbeOptions extends Options {
	/** Whether the init is not PID 1. */
	readonly isBelow?: boolean;
}

/** Starts an init with a shell script that prints a line `ready`, and waits for that line. */
export const startProbe = async (
	init: Init,
	options: readonly string[],
	script: string,
	{ isBelow = false, ...rest }: ProbeOptions = {},
): Promise<Probe> => {
	const running = (isBelow ? startBelowPid1 : startAsPid1)(init, [...options, "sh", "-c", script], rest);
	await running.readUntil(/^ready$/);
	const pid = running.findPid(isBelow ? 2 : 1);
	return { ...running, pid, send: (signal) => process.kill(pid, signal) };
};

/** Starts an init with a child that prints signals. */
export const startPrinter = (init: Init, options: readonly string[], rest?: ProbeOptions): Promise<Probe> =>
	startProbe(init, options, printSignals, rest);

/** What the child prints for each signal sent to its init, one after the other. */
export const sendEach = async (probe: Probe, signals: readonly number[]): Promise<string[]> => {
	const lines: string[] = [];
	for (const signal of signals) {
		probe.send(signal);
		lines.push(await probe.readLine());
	}
	return lines;
};

/**
 * A script whose main process, a child of its group and a child in a session of its own print `started`, and their
 * names at a SIGUSR1 and a SIGUSR2.
 */
const printFamily = `print() { trap "echo $1" 10; trap "echo $1 here" 12; echo started; while :; do sleep 1000 & wait $!; done; }
setsid sh -c 'trap "echo session" 10; trap "echo session here" 12; echo started; while :; do sleep 1000 & wait $!; done' &
print child & print main`;

/** Who of the family prints something when the init gets a SIGUSR1 and then a SIGUSR2. */
export const listReached = async (
	init: Init,
	options: readonly string[],
	count: number,
	rest?: Options,
): Promise<string[]> => {
	const running = startAsPid1(init, [...options, "sh", "-c", printFamily], rest);
	for (let started = 0; started < 3; started += 1) await running.readUntil(/^started$/);
	const pid = running.findPid(1);
	const lines: string[] = [];
	for (const signal of [10, 12]) {
		process.kill(pid, signal);
		for (let line = 0; line < count; line += 1) lines.push(await running.readLine());
	}
	return lines.sort();
};
