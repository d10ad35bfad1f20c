import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { UserError } from "../../core/user-error.ts";
import { errorCode } from "../error-code.ts";
import { reasonOf } from "../files/read-source.ts";

/**
 * Keeps a second run from using the same files. Ignores a lock that a killed process has left.
 * @param path of the lock file, absolute
 * @returns a function that releases the lock
 * Throws UserError if another process holds it, or it cannot be written.
 */
export function takeLock(path: string): () => void {
	if (!tryLock(path)) {
		const holder = readHolder(path);
		if (holder !== undefined && isAlive(holder))
			throw new UserError(
				`${path}: process ${holder} holds this lock: wait for it, or remove the file if it is not pidone`,
			);
		rmSync(path, { force: true });
		if (!tryLock(path)) throw new UserError(`${path}: another process has just taken this lock: wait for it`);
	}
	return () => rmSync(path, { force: true });
}

function tryLock(path: string): boolean {
	try {
		writeFileSync(path, `${process.pid}\n`, { flag: "wx" });
		return true;
	} catch (error) {
		if (errorCode(error) === "EEXIST") return false;
		throw new UserError(`${path}: ${reasonOf(error)}`, { cause: error });
	}
}

function readHolder(path: string): number | undefined {
	try {
		const pid = Number.parseInt(readFileSync(path, "utf8"), 10);
		return pid > 0 ? pid : undefined;
	} catch {
		return undefined;
	}
}

function isAlive(pid: number): boolean {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		return errorCode(error) === "EPERM";
	}
}
