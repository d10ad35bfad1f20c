import { readFileSync } from "node:fs";

/** The fields of /proc/PID/status, such as State, PPid, SigBlk and SigIgn. */
export const parseStatus = (text: string): ReadonlyMap<string, string> =>
	new Map(
		text
			.split("\n")
			.flatMap((line) =>
				line.includes(":\t") ? [[line.slice(0, line.indexOf(":")), line.slice(line.indexOf(":") + 2).trim()]] : [],
			),
	);

const isInState = (pid: number, letter: string): boolean =>
	parseStatus(readFileSync(`/proc/${pid}/status`, "utf8"))
		.get("State")
		?.startsWith(letter) === true;

/** Whether a process is stopped, by a signal or by its terminal. */
export const isStopped = (pid: number): boolean => isInState(pid, "T");

/** Whether a process is waiting, as an init does for its next signal. */
export const isSleeping = (pid: number): boolean => isInState(pid, "S");

/** Whether a process is still running; a zombie is not. */
export const isAlive = (pid: number): boolean => {
	try {
		return !readFileSync(`/proc/${pid}/stat`, "utf8").includes(") Z ");
	} catch {
		// It has ended: ENOENT, or ESRCH if it ends during the read.
		return false;
	}
};
