import { discoverFiles } from "../files/discover.ts";
import { entryKindOf } from "../files/entry-names.ts";
import type { FoundFile } from "../files/walk.ts";
import type { Io } from "../io.ts";
import type { Flags } from "../settings/flags.ts";
import { reportSkipped } from "./report-skipped.ts";
import type { TaskFile } from "./task-file.ts";

/** Endings of files that say what is built and have no name of their own; no Dockerfile has them. */
const DATA = /\.(?:ya?ml|hcl|json)$/;

/**
 * Finds the files that paths on the command line mean. A file that says what is built, such as a Compose file, means
 * the Dockerfiles of its builds.
 */
export async function findFiles(paths: readonly string[], flags: Flags, io: Io): Promise<readonly TaskFile[]> {
	const discovery = await discoverFiles(paths, io.cwd);
	const found = flags.fromBuilds ? discovery : { ...discovery, entries: [] };
	reportSkipped(found, flags, io);
	// Most runs have nothing to do with them, and load nothing for that.
	if (found.entries.length === 0 && !found.files.some(isNamedEntry)) return found.files;
	const { takeEntries } = await import("./take-entries.ts");
	return takeEntries(found, isNamedEntry, flags, io);
}

/** Whether a file that somebody has named may say what is built. */
function isNamedEntry({ path, within }: FoundFile): boolean {
	return within === undefined && (entryKindOf(path.replaceAll("\\", "/")) !== undefined || DATA.test(path));
}
