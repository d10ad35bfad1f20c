import { readHandling } from "./read-status.ts";
import type { SeenProcess } from "./seen-process.ts";

/**
 * The columns to request from `ENGINE top`: Docker and nerdctl run ps(1) on their machine, Podman has its own names.
 */
export function topWords(engine: string): readonly string[] {
	return engine === "podman"
		? ["hpid", "ppid", "huser", "state", "pid", "args"]
		: ["-eo", "pid,ppid,uid,stat,rss,caught,ignored,blocked,wchan:30,args"];
}

/**
 * Reads the output of `ENGINE top` for `topWords`, and skips other lines.
 * @param signal the number of the stop signal
 */
export function readTop(engine: string, text: string, signal: number): SeenProcess[] {
	const lines = text.split("\n");
	return engine === "podman" ? readPodman(lines) : lines.flatMap((line) => readLine(line, signal) ?? []);
}

const COLUMNS = /^\s*(\d+)\s+(\d+)\s+(\S+)\s+(\S)\S*\s+(\d+)\s+([0-9a-f]+)\s+([0-9a-f]+)\s+([0-9a-f]+)\s+(\S+)\s+(.*)$/;

function readLine(line: string, signal: number): SeenProcess | undefined {
	const [, pid, parent, user = "", state, memory, caught = "", ignored = "", blocked = "", place = "", command] =
		COLUMNS.exec(line) ?? [];
	if (pid === undefined || command === undefined) return undefined;
	const isZombie = state === "Z";
	return {
		hostPid: Number(pid),
		parent: Number(parent),
		user,
		isZombie,
		command: [command.trimEnd()],
		memory: Number(memory),
		...(isZombie ? {} : { handling: readHandling({ caught, ignored, blocked }, signal, place) }),
	};
}

const PODMAN_COLUMNS = /^\s*(\d+)\s+(\d+)\s+(\S+)\s+(\S)\s+(\d+)\s+(.*)$/;

/** Podman prints the parent's PID in the container. */
function readPodman(lines: readonly string[]): SeenProcess[] {
	const rows = lines.flatMap((line) => {
		const [, hostPid, parent, user = "", state, pid, command] = PODMAN_COLUMNS.exec(line) ?? [];
		if (hostPid === undefined || command === undefined) return [];
		const numbers = { hostPid: Number(hostPid), parent: Number(parent), pid: Number(pid) };
		return [{ ...numbers, user, isZombie: state === "Z", command: [command.trimEnd()] }];
	});
	return rows.map((row) => ({ ...row, parent: rows.find(({ pid }) => pid === row.parent)?.hostPid ?? 0 }));
}
