import { toOneLine } from "../../core/report/printable.ts";
import type { Io } from "./io.ts";

/** A line on the terminal that tells how far a long run is. */
export interface Progress {
	readonly show: (done: number, path: string) => void;
	readonly clear: () => void;
}

const PATIENCE_MS = 500;
const INTERVAL_MS = 100;
const ERASE_LINE = "\r\u001b[K";

/** Shows progress on standard error once a run takes longer than half a second; nothing if that is not a terminal. */
export function makeProgress(total: number, io: Io): Progress {
	const { errTerminal } = io;
	if (errTerminal === undefined || total < 2) return { show: () => {}, clear: () => {} };
	let next = performance.now() + PATIENCE_MS;
	let isShown = false;
	return {
		show: (done, path) => {
			if (performance.now() < next) return;
			next = performance.now() + INTERVAL_MS;
			isShown = true;
			errTerminal(`${ERASE_LINE}${done}/${total} ${toOneLine(path)}`);
		},
		clear: () => {
			if (isShown) errTerminal(ERASE_LINE);
		},
	};
}
