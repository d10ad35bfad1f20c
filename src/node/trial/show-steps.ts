import { toOneLine } from "../../core/report/printable.ts";
import type { Io } from "../run/io.ts";

/** Says what a trial is doing. */
export interface Steps {
	readonly show: (step: string) => void;
	readonly clear: () => void;
}

const ERASE_LINE = "\r\u001b[K";
/** A longer line would wrap on a small terminal, and only its last part could be erased. */
const MAX_LENGTH = 78;

/** Shows the step on a terminal, in a line that changes; nothing elsewhere. */
export function showSteps({ errTerminal }: Pick<Io, "errTerminal">): Steps {
	if (errTerminal === undefined) return { show: () => {}, clear: () => {} };
	return {
		show: (step) => errTerminal(`${ERASE_LINE}${toOneLine(step).slice(0, MAX_LENGTH)}`),
		clear: () => errTerminal(ERASE_LINE),
	};
}
