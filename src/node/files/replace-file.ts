import {
	closeSync,
	constants,
	fchmodSync,
	fchownSync,
	fsyncSync,
	linkSync,
	lstatSync,
	mkdirSync,
	openSync,
	readlinkSync,
	renameSync,
	rmSync,
	writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { UserError } from "../../core/user-error.ts";
import { errorCode } from "../error-code.ts";
import type { WritePlace } from "./write-place.ts";

/**
 * Replaces a file atomically: a temporary file next to it, fsync, rename. Creates folders, and keeps the owner of an
 * existing file. Follows no link on the way, not even one that was created after the place was found.
 * @param mode of the file; by default that of the file it replaces
 * Throws errors of the file system.
 */
export function replaceFile({ folder, missing, name }: WritePlace, bytes: Uint8Array, mode?: number): void {
	holdSignals();
	const parent = missing.reduce((above, each) => {
		inFolder(above, (at) => makeFolder(join(at, each)));
		return join(above, each);
	}, folder);
	inFolder(parent, (at) => {
		const there = lstatSync(join(at, name), { throwIfNoEntry: false });
		renameInto(at, name, (temporary) =>
			writeNew(temporary, bytes, {
				mode: mode ?? there?.mode ?? 0o644,
				...(there === undefined ? {} : { owner: there }),
			}),
		);
	});
}

/** Turns an existing name into a hard link to a file, atomically. Throws errors of the file system. */
export function linkFile({ folder, name }: WritePlace, file: string): void {
	holdSignals();
	inFolder(folder, (at) => renameInto(at, name, (temporary) => linkSync(file, temporary)));
}

function renameInto(folder: string, name: string, make: (temporary: string) => void): void {
	const temporary = join(folder, `.pidone-${process.pid}-${Math.random().toString(36).slice(2)}.tmp`);
	try {
		make(temporary);
		renameSync(temporary, join(folder, name));
	} catch (error) {
		rmSync(temporary, { force: true });
		throw error;
	}
}

/** Changes the mode of a file in its place. Throws errors of the file system. */
export function changeMode({ folder, name }: WritePlace, mode: number): void {
	inFolder(folder, (at) => {
		const file = openSync(join(at, name), constants.O_RDONLY | constants.O_NOFOLLOW);
		try {
			fchmodSync(file, mode);
		} finally {
			closeSync(file);
		}
	});
}

interface Ownership {
	readonly mode: number;
	readonly owner?: { readonly uid: number; readonly gid: number };
}

function writeNew(path: string, bytes: Uint8Array, { mode, owner }: Ownership): void {
	const file = openSync(path, constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL | constants.O_NOFOLLOW, 0o600);
	try {
		writeFileSync(file, bytes);
		if (owner !== undefined) giveTo(file, owner);
		fchmodSync(file, mode & 0o7777);
		fsyncSync(file);
	} finally {
		closeSync(file);
	}
}

/** Keeps the owner, if possible: only root may give files away. */
function giveTo(file: number, { uid, gid }: { readonly uid: number; readonly gid: number }): void {
	try {
		fchownSync(file, uid, gid);
	} catch (error) {
		if (process.getuid?.() === 0) throw error;
	}
}

function makeFolder(path: string): void {
	try {
		mkdirSync(path);
	} catch (error) {
		if (errorCode(error) !== "EEXIST") throw error;
	}
}

/**
 * Works in a folder that is given by its real path. On Linux, the folder is opened, and names are resolved through
 * /proc/self/fd, so that nobody can exchange the path meanwhile. Elsewhere, or if the folder cannot be listed or there
 * is no /proc, the path itself is used.
 */
function inFolder(folder: string, work: (at: string) => void): void {
	const opened = process.platform === "linux" ? openFolder(folder) : undefined;
	if (opened === undefined) {
		work(folder);
		return;
	}
	try {
		const at = `/proc/self/fd/${opened}`;
		const path = readLink(at);
		if (path !== undefined && path !== folder)
			throw new UserError("its directory was moved while pidone ran, so nothing was written: run pidone again");
		work(path === undefined ? folder : at);
	} finally {
		closeSync(opened);
	}
}

function openFolder(folder: string): number | undefined {
	try {
		return openSync(folder, constants.O_RDONLY | constants.O_DIRECTORY | constants.O_NOFOLLOW);
	} catch (error) {
		if (errorCode(error) === "EACCES") return undefined;
		throw error;
	}
}

function readLink(path: string): string | undefined {
	try {
		return readlinkSync(path);
	} catch {
		return undefined;
	}
}

/**
 * Delays a signal that would end the process until a file is written: Node.js calls listeners between tasks. If there
 * is a listener already, it decides.
 */
function holdSignals(): void {
	for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const)
		if (process.listenerCount(signal) === 0) process.once(signal, endUnlessHeard);
}

/** A listener that was added meanwhile also decides. */
function endUnlessHeard(signal: NodeJS.Signals): void {
	if (process.listenerCount(signal) === 0) process.kill(process.pid, signal);
}
