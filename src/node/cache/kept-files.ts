import { randomUUID } from "node:crypto";
import { mkdir, open, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { pruneFolder } from "./prune-folder.ts";

/**
 * Files in a folder, for any number of processes at the same time. A file that cannot be read counts as missing, and
 * one that cannot be written is not kept: a cache is never a reason to fail.
 */
export class KeptFiles {
	readonly #folder: string | undefined;
	readonly #maxBytes: number;
	/** Whether it was pruned: once is enough, because a run adds little. */
	#pruned: Promise<void> | undefined;

	/**
	 * @param folder undefined if there is no place for it
	 * @param maxBytes the limit for all files; when something is added, the oldest are removed
	 */
	constructor(folder: string | undefined, maxBytes: number) {
		this.#folder = folder;
		this.#maxBytes = maxBytes;
	}

	/** The bytes of a file; none of them if there are more than `maxBytes`. */
	async read(name: string, maxBytes: number): Promise<Uint8Array | undefined> {
		return this.#folder === undefined ? undefined : readUpTo(join(this.#folder, name), maxBytes);
	}

	/** Keeps a file, atomically for those who read it at the same time. */
	async write(name: string, bytes: Uint8Array): Promise<void> {
		if (this.#folder === undefined) return;
		this.#pruned ??= pruneFolder(this.#folder, this.#maxBytes);
		await this.#pruned;
		const path = join(this.#folder, name);
		const temporary = `${path}.${randomUUID()}`;
		try {
			await writeNew(temporary, bytes);
			await rename(temporary, path);
		} catch {
			await rm(temporary, { force: true }).catch(() => undefined);
		}
	}

	/** Removes a file that is not what it should be. */
	async remove(name: string): Promise<void> {
		if (this.#folder !== undefined) await rm(join(this.#folder, name), { force: true }).catch(() => undefined);
	}
}

/** Writes a file that other users cannot read: it may come from a private registry. */
async function writeNew(path: string, bytes: Uint8Array): Promise<void> {
	const write = () => writeFile(path, bytes, { flag: "wx", mode: 0o600 });
	try {
		await write();
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
		await mkdir(dirname(path), { recursive: true, mode: 0o700 });
		await write();
	}
}

async function readUpTo(path: string, maxBytes: number): Promise<Uint8Array | undefined> {
	try {
		const file = await open(path);
		try {
			// A file that is too long is not the one that was kept.
			const { size } = await file.stat();
			return size > maxBytes ? new Uint8Array() : await file.readFile();
		} finally {
			await file.close();
		}
	} catch {
		return undefined;
	}
}
