import { lstatSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";

const PREFIX = "pidone-repos-";

/** Makes an empty folder for clones, outside of everything that has a config file. Throws errors of the file system. */
export function makeWorkspace(): string {
	return mkdtempSync(join(tmpdir(), PREFIX));
}

/** Removes a folder that `makeWorkspace` has made, now or in a run that was killed; whatever else it may be stays. */
export function removeWorkspace(path: string): void {
	const isOurs = basename(path).startsWith(PREFIX) && lstatSync(path, { throwIfNoEntry: false })?.isDirectory();
	if (isOurs) rmSync(path, { recursive: true, force: true, maxRetries: 3 });
}
