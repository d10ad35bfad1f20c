import type { Init } from "./inits.ts";

/** Signals whose numbers are others on MIPS: from what they are on our own platform to what they are there. */
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

/** What an init calls a signal: it is emulated, but everything around it has the numbers of our own platform. */
export function numberFor(init: Init, signal: number): number {
	return (isMips(init) ? ON_MIPS.get(signal) : undefined) ?? signal;
}

/** Options with the numbers of signals that an init has for them. */
export function optionsFor(init: Init, options: readonly string[]): string[] {
	return options.map((option) => option.replace(/\d+/g, (digits) => `${numberFor(init, Number(digits))}`));
}

/** SIGSTKFLT, which has no number on MIPS. */
export function hasStackFault(init: Init): boolean {
	return !isMips(init);
}

/** SIGRTMAX */
export function lastSignal(init: Init): number {
	return isMips(init) ? 127 : 64;
}
