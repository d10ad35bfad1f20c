import { randomUUID } from "node:crypto";
import { mkdir, open, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { hasDigest, isDigest } from "./digest.ts";
import { pruneFolder } from "./prune-folder.ts";

/** Some ten thousand images: most have a manifest and a config of a few KB. */
const MAX_BYTES = 256 * 1024 * 1024;

/**
 * Manifests and config blobs on disk, by their digests, for any number of processes at the same time. What cannot be
 * read is not there, and what cannot be written is not kept: a cache is never a reason to fail.
 */
export class ContentCache {
	readonly #folder: string | undefined;
	readonly #maxBytes: number;
	/** Done once: a run adds little to what is there. */
	#pruned: Promise<void> | undefined;

	/**
	 * @param folder undefined where there is no place for it
	 * @param maxBytes what all files may take up when something is added; the oldest are removed
	 */
	constructor(folder: string | undefined, maxBytes: number = MAX_BYTES) {
		this.#folder = folder;
		this.#maxBytes = maxBytes;
	}

	/** The bytes of a digest. A file with other bytes is removed. */
	async read(digest: string, maxBytes: number): Promise<Uint8Array | undefined> {
		const path = this.#pathOf(digest);
		if (path === undefined) return undefined;
		const bytes = await readUpTo(path, maxBytes);
		if (bytes === undefined || hasDigest(bytes, digest)) return bytes;
		await rm(path, { force: true }).catch(() => undefined);
		return undefined;
	}

	/** Keeps bytes whose digest has been verified. Whoever reads the file at the same time finds all of it or none. */
	async write(digest: string, bytes: Uint8Array): Promise<void> {
		const path = this.#pathOf(digest);
		if (path === undefined) return;
		this.#pruned ??= pruneFolder(dirname(path), this.#maxBytes);
		await this.#pruned;
		const temporary = `${path}.${randomUUID()}`;
		try {
			await writeNew(temporary, bytes);
			await rename(temporary, path);
		} catch {
			await rm(temporary, { force: true }).catch(() => undefined);
		}
	}

	#pathOf(digest: string): string | undefined {
		if (this.#folder === undefined || !isDigest(digest)) return undefined;
		return join(this.#folder, ...digest.split(":"));
	}
}

/** Writes a file that nobody else can read: what images of private registries declare is not for everybody. */
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
			// One that is too long cannot be what was kept.
			const { size } = await file.stat();
			return size > maxBytes ? new Uint8Array() : await file.readFile();
		} finally {
			await file.close();
		}
	} catch {
		return undefined;
	}
}
