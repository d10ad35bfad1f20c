import { randomBytes } from "node:crypto";
import { lstatSync, mkdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";

const PREFIX = "pidone-repos-";

/** A path for a folder for clones, which does not exist yet: a run that is killed has to be known to have made it. */
export function nameWorkspace(): string {
	return join(tmpdir(), PREFIX + randomBytes(6).toString("hex"));
}

/** Makes the folder, for nobody else to read. Throws errors of the file system. */
export function makeWorkspace(path: string): void {
	mkdirSync(path, { mode: 0o700 });
}

/** Removes a folder that `makeWorkspace` has made, now or in a run that was killed; anything else stays. */
export function removeWorkspace(path: string): void {
	const isOurs = basename(path).startsWith(PREFIX) && lstatSync(path, { throwIfNoEntry: false })?.isDirectory();
	if (isOurs) rmSync(path, { recursive: true, force: true, maxRetries: 3 });
}
