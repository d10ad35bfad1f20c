import type { Init } from "./inits.ts";
import { type Options, type Running, startAsPid1, startBelowPid1 } from "./processes.ts";

/**
 * The signals that a program can catch and a shell can trap: not KILL and STOP, and not 32 and 33, which the C library
 * uses for threads.
 */
export const catchable: readonly number[] = Array.from({ length: 64 }, (_, index) => index + 1).filter(
	(signal) => ![9, 17, 19, 32, 33].includes(signal),
);

/** SIGILL, SIGTRAP, SIGBUS, SIGFPE and SIGSEGV. */
export const faults: readonly number[] = [4, 5, 7, 8, 11];

/** A script that prints a line `ready`, and then the number of each signal that it gets. Only SIGKILL ends it. */
const printSignals = `n=1; while [ $n -le 64 ]; do [ $n = 17 ] || trap "echo $n" $n 2>/dev/null; n=$((n + 1)); done
echo ready
while :; do sleep 1000 & wait $!; done 2>/dev/null`;

export interface Probe extends Running {
	/** The init's process ID in the PID namespace of the tests. */
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

/** Sends signals to the init, one after the other, and returns what the child prints for each of them. */
export const sendEach = async (probe: Probe, signals: readonly number[]): Promise<string[]> => {
	const lines: string[] = [];
	for (const signal of signals) {
		probe.send(signal);
		lines.push(await probe.readLine());
	}
	return lines;
};

/**
 * A script with three processes: its main process, a child in the same group, and a child in its own session. Each one
 * prints `started`, and prints its name when it gets SIGUSR1 or SIGUSR2.
 */
const printFamily = `print() { trap "echo $1" 10; trap "echo $1 here" 12; echo started; while :; do sleep 1000 & wait $!; done; }
setsid sh -c 'trap "echo session" 10; trap "echo session here" 12; echo started; while :; do sleep 1000 & wait $!; done' &
print child & print main`;

/** Lists which of these processes print something when the init gets SIGUSR1 and then SIGUSR2. */
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
