import { setTimeout as delay } from "node:timers/promises";
import type { EngineClient } from "./engine-client.ts";
import type { Orphans } from "./measurement.ts";

/** The number of orphans to make. */
const COUNT = 3;

/** Each orphan has a parent that ends without waiting for it. The shell needs no other program for this. */
const MAKE = `n=0; while [ $n -lt ${COUNT} ]; do (true &); n=$((n + 1)); done`;

/** Prints a line for each process of the container, in the format of proc_pid_stat(5). */
const LIST = 'for file in /proc/[0-9]*/stat; do read -r line <"$file" && echo "$line"; done 2>/dev/null';

const SHELLS: readonly string[] = ["sh", "/bin/sh"];

/** How long zombies may take to appear, or to disappear. */
const PATIENCE_MS = 2000;
const INTERVAL_MS = 100;

/** Counts zombies from outside; undefined if that is impossible. */
type Count = () => number | undefined;

/** Makes orphans with the container's own shell, waits until they have ended, and counts the zombies. */
export async function makeOrphans(id: string, count: Count, engine: EngineClient): Promise<Orphans> {
	const shell = await findShell(id, engine);
	if ("why" in shell) {
		const zombies = count();
		return { made: 0, why: shell.why, ...(zombies === undefined ? {} : { zombies }) };
	}
	const look = async (): Promise<number> =>
		count() ?? countListed((await engine.run(["exec", id, shell.path, "-c", LIST])).stdout);
	const deadline = performance.now() + PATIENCE_MS;
	// Without reaping, all of them stay; otherwise they disappear in a moment.
	let zombies = await look();
	for (let last = -1; performance.now() < deadline; last = zombies) {
		if (zombies === 0 && last === 0) break;
		if (zombies >= COUNT && last === zombies) break;
		await delay(INTERVAL_MS);
		zombies = await look();
	}
	return { made: COUNT, zombies };
}

/** Finds a shell by making the orphans with it. */
async function findShell(
	id: string,
	engine: EngineClient,
): Promise<{ readonly path: string } | { readonly why: string }> {
	let why = "the image has no shell to make them with";
	for (const path of SHELLS) {
		const ran = await engine.run(["exec", id, path, "-c", MAKE]);
		if (ran.isOk) return { path };
		if (!/no such file|not found|executable file/i.test(ran.all)) why = ran.all.trim() || why;
	}
	return { why };
}

/** The number of processes in state Z, from lines of proc_pid_stat(5). */
function countListed(text: string): number {
	return text.split("\n").filter((line) => /^\d+ \(.*\) Z /.test(line)).length;
}
