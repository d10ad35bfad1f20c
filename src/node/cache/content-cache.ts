import { access } from "node:fs/promises";
import { join } from "node:path";
import { hasDigest, isDigest } from "./digest.ts";
import { KeptFiles } from "./kept-files.ts";

/** Some ten thousand images: most have a manifest and a config of a few KB. */
const MAX_BYTES = 256 * 1024 * 1024;

/** Manifests and config blobs on disk, by their digests. */
export class ContentCache {
	readonly #folder: string | undefined;
	readonly #maxBytes: number;
	/** By algorithm, each of which has a folder. */
	readonly #files = new Map<string, KeptFiles>();
	#hadContent: Promise<boolean> | undefined;

	/**
	 * @param folder undefined if there is no place for it
	 * @param maxBytes the limit for all files; when something is added, the oldest are removed
	 */
	constructor(folder: string | undefined, maxBytes: number = MAX_BYTES) {
		this.#folder = folder;
		this.#maxBytes = maxBytes;
	}

	/** Whether there was a cache when this was first asked. */
	hadContent(): Promise<boolean> {
		this.#hadContent ??= this.#folder === undefined ? Promise.resolve(false) : isThere(this.#folder);
		return this.#hadContent;
	}

	/** The bytes of a digest. A file with other bytes is removed. */
	async read(digest: string, maxBytes: number): Promise<Uint8Array | undefined> {
		const place = this.#placeOf(digest);
		const bytes = await place?.files.read(place.name, maxBytes);
		if (bytes === undefined || hasDigest(bytes, digest)) return bytes;
		await place?.files.remove(place.name);
		return undefined;
	}

	/** Keeps bytes whose digest has been verified. */
	async write(digest: string, bytes: Uint8Array): Promise<void> {
		const place = this.#placeOf(digest);
		await place?.files.write(place.name, bytes);
	}

	#placeOf(digest: string): { readonly files: KeptFiles; readonly name: string } | undefined {
		if (this.#folder === undefined || !isDigest(digest)) return undefined;
		const [algorithm = "", name = ""] = digest.split(":");
		const files = this.#files.get(algorithm) ?? new KeptFiles(join(this.#folder, algorithm), this.#maxBytes);
		this.#files.set(algorithm, files);
		return { files, name };
	}
}

async function isThere(path: string): Promise<boolean> {
	return access(path).then(
		() => true,
		() => false,
	);
}
