import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { poll } from "./poll.ts";

/**
 * Test files run at the same time, in processes of their own, and share what one of them has started. The last one to
 * finish stops it.
 */
export interface Users {
	/** Calls `start` while nobody else starts or stops; `start` says whether it has started anything. */
	readonly enter: <Started>(start: () => Promise<Started>, isOurs: (started: Started) => boolean) => Promise<Started>;
	/** Calls `stop` in the same way if one of us started it and nobody else uses it any more. */
	readonly leave: (stop: () => Promise<void>) => Promise<void>;
}

const OURS = "ours";

/** The users of something that has a name on this machine. */
export function usersOf(name: string): Users {
	const folder = join(tmpdir(), `pidone-e2e-users-${process.getuid?.() ?? 0}-${name}`);
	const lock = `${folder}.lock`;
	const own = join(folder, String(process.pid));
	return {
		enter: (start, isOurs) =>
			withLock(lock, async () => {
				mkdirSync(folder, { recursive: true });
				const started = await start();
				writeFileSync(own, "");
				if (isOurs(started)) writeFileSync(join(folder, OURS), "");
				return started;
			}),
		leave: (stop) =>
			withLock(lock, async () => {
				rmSync(own, { force: true });
				const names = readdirSync(folder);
				if (names.some((user) => user !== OURS && isRunning(Number(user)))) return;
				rmSync(folder, { recursive: true });
				if (names.includes(OURS)) await stop();
			}),
	};
}

/** Longer than it takes to download, unpack and start an engine. */
const MOST_SECONDS = 500;

async function withLock<Result>(lock: string, work: () => Promise<Result>): Promise<Result> {
	await poll(`${lock} is free`, async () => (takeLock(lock) ? true : undefined), MOST_SECONDS);
	try {
		return await work();
	} finally {
		rmSync(lock);
	}
}

/** The lock is a file with the process ID of its owner. An owner that was killed leaves it there. */
function takeLock(lock: string): boolean {
	try {
		writeFileSync(lock, String(process.pid), { flag: "wx" });
		return true;
	} catch {
		if (!isRunning(readOwner(lock))) rmSync(lock, { force: true });
		return false;
	}
}

/** 0, which stands for our own processes, if the lock is free by now or not written yet. */
function readOwner(lock: string): number {
	try {
		return Number(readFileSync(lock, "utf8"));
	} catch {
		return 0;
	}
}

function isRunning(pid: number): boolean {
	try {
		return process.kill(pid, 0);
	} catch {
		return false;
	}
}
