import type { Init } from "./inits.ts";

/** Signals that have other numbers on MIPS: maps their numbers on our own platform to those on MIPS. */
const ON_MIPS: ReadonlyMap<number, number> = new Map([
	...([
		[7, 10],
		[10, 16],
		[12, 17],
		[17, 18],
		[18, 25],
		[19, 23],
		[20, 24],
		[21, 26],
		[22, 27],
		[23, 21],
	] as const),
	...([
		[24, 30],
		[25, 31],
		[26, 28],
		[27, 29],
		[28, 20],
		[29, 22],
		[30, 19],
		[31, 12],
	] as const),
]);

function isMips({ platform }: Init): boolean {
	return platform === "linux/mips64le";
}

/**
 * The number that an init has for a signal. The init may be emulated, but everything around it uses the numbers of our
 * own platform.
 */
export function numberFor(init: Init, signal: number): number {
	return (isMips(init) ? ON_MIPS.get(signal) : undefined) ?? signal;
}

/** Replaces the signal numbers in options with the numbers that an init has for these signals. */
export function optionsFor(init: Init, options: readonly string[]): string[] {
	return options.map((option) => option.replace(/\d+/g, (digits) => `${numberFor(init, Number(digits))}`));
}

/** Whether there is a SIGSTKFLT: MIPS has no number for it. */
export function hasStackFault(init: Init): boolean {
	return !isMips(init);
}

/** SIGRTMAX */
export function lastSignal(init: Init): number {
	return isMips(init) ? 127 : 64;
}
