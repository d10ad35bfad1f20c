import { toOneLine } from "../../core/report/printable.ts";

/** Shows the current step of a trial. */
export interface Steps {
	readonly show: (step: string) => void;
	readonly clear: () => void;
}

const ERASE_LINE = "\r\u001b[K";
/** A longer line would wrap on a small terminal, and only its last part could be erased. */
const MAX_LENGTH = 78;

/**
 * Shows the step on a terminal, in a line that changes; nothing elsewhere.
 * @param write writes to the terminal; undefined if there is none
 */
export function showSteps(write: ((text: string) => void) | undefined): Steps {
	if (write === undefined) return { show: () => {}, clear: () => {} };
	return {
		show: (step) => write(`${ERASE_LINE}${toOneLine(step).slice(0, MAX_LENGTH)}`),
		clear: () => write(ERASE_LINE),
	};
}
