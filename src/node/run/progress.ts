import { toOneLine } from "../../core/report/printable.ts";
import type { Io } from "../io.ts";

/** Shows how far a long run is. */
export interface Progress {
	readonly show: (done: number, path: string) => void;
	readonly clear: () => void;
}

const PATIENCE_MS = 500;
const INTERVAL_MS = 100;
const CI_INTERVAL_MS = 30_000;
const ERASE_LINE = "\r\u001b[K";
/** A longer line would wrap on a small terminal, and only its last part could be erased. */
const MAX_LENGTH = 78;

/**
 * Shows progress on standard error after half a second: on a terminal, a line that changes; in a CI job, a line every
 * half minute; elsewhere, nothing.
 */
export function makeProgress(total: number, io: Io, isQuiet = false, what = "files"): Progress {
	const { errTerminal, isCi = false } = io;
	if (isQuiet || total < 2 || (errTerminal === undefined && !isCi)) return { show: () => {}, clear: () => {} };
	const start = performance.now();
	const interval = errTerminal === undefined ? CI_INTERVAL_MS : INTERVAL_MS;
	let next = start + (errTerminal === undefined ? CI_INTERVAL_MS : PATIENCE_MS);
	let isShown = false;
	return {
		show: (done, path) => {
			const now = performance.now();
			if (now < next) return;
			next = now + interval;
			const text = `${count(done)} of ${count(total)} ${what}${describeSpeed(done, total, now - start)}`;
			if (errTerminal === undefined) io.err(`pidone: ${text}\n`);
			else {
				isShown = true;
				errTerminal(`${ERASE_LINE}${cut(`${text} ${toOneLine(path)}`)}`);
			}
		},
		clear: () => {
			if (isShown) errTerminal?.(ERASE_LINE);
		},
	};
}

/** Files per second and the remaining time, once they can be estimated. */
function describeSpeed(done: number, total: number, elapsed: number): string {
	if (done === 0 || elapsed <= 0) return "";
	const rate = (done * 1000) / elapsed;
	return `, ${count(Math.round(rate))}/s, ${duration(Math.ceil((total - done) / rate))} left`;
}

function duration(seconds: number): string {
	return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

function count(number: number): string {
	return number.toLocaleString("en-US");
}

function cut(text: string): string {
	return text.length > MAX_LENGTH ? `${text.slice(0, MAX_LENGTH - 1)}…` : text;
}
