import { readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";

interface Entry {
	readonly path: string;
	readonly bytes: number;
	readonly changedMs: number;
}

/** The space that a file system allocates for a small file. */
const BLOCK = 4096;

/**
 * Removes the oldest files of a folder until three quarters of the limit are left. Other processes may write to the
 * folder and prune it at the same time, so files that are gone, or cannot be read or removed, are ignored.
 */
export async function pruneFolder(folder: string, maxBytes: number): Promise<void> {
	const names = await readdir(folder).catch(() => []);
	const entries = (await Promise.all(names.map((name) => describeEntry(join(folder, name))))).filter(
		(entry) => entry !== undefined,
	);
	let total = entries.reduce((sum, { bytes }) => sum + bytes, 0);
	if (total <= maxBytes) return;
	for (const { path, bytes } of entries.sort((left, right) => left.changedMs - right.changedMs)) {
		if (total <= (maxBytes / 4) * 3) break;
		await rm(path, { force: true }).catch(() => undefined);
		total -= bytes;
	}
}

async function describeEntry(path: string): Promise<Entry | undefined> {
	const found = await stat(path).catch(() => undefined);
	if (found === undefined || !found.isFile()) return undefined;
	return { path, bytes: Math.ceil(found.size / BLOCK) * BLOCK, changedMs: found.mtimeMs };
}
