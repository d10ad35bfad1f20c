import { randomBytes } from "node:crypto";
import { lstatSync, mkdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";

const PREFIX = "pidone-repos-";

/** Chooses a path for the clones without creating the folder, so that it is in the state file first. */
export function nameWorkspace(): string {
	return join(tmpdir(), PREFIX + randomBytes(6).toString("hex"));
}

/** Creates the folder, unreadable for other users. Throws errors of the file system. */
export function makeWorkspace(path: string): void {
	mkdirSync(path, { mode: 0o700 });
}

/** Removes a folder that `makeWorkspace` has made, now or in a run that was killed; anything else stays. */
export function removeWorkspace(path: string): void {
	const isOurs = basename(path).startsWith(PREFIX) && lstatSync(path, { throwIfNoEntry: false })?.isDirectory();
	if (isOurs) rmSync(path, { recursive: true, force: true, maxRetries: 3 });
}
