import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { gunzip, gzip } from "node:zlib";
import type { KeptFiles } from "../cache/kept-files.ts";
import type { LayerEntry } from "./layer-entry.ts";

/** Change it when other facts about a layer are kept, or the format changes. */
const VERSION = "pidone layer 2";

const SUM_BYTES = 32;
const MAX_BYTES = 32 * 1024 * 1024;
const MAX_TEXT_BYTES = 512 * 1024 * 1024;

/** What was found in layers, by the digests of the uncompressed layers, so that each is read once. */
export class LayerCache {
	readonly #files: KeptFiles;

	constructor(files: KeptFiles) {
		this.#files = files;
	}

	/** What is known about a layer; undefined for an invalid file. */
	async read(diffId: string): Promise<readonly LayerEntry[] | undefined> {
		const bytes = await this.#files.read(nameOf(diffId), MAX_BYTES);
		if (bytes === undefined) return undefined;
		const packed = bytes.subarray(SUM_BYTES);
		if (!sumOf(diffId, packed).equals(bytes.subarray(0, SUM_BYTES))) return undefined;
		const text = await promisify(gunzip)(packed, { maxOutputLength: MAX_TEXT_BYTES });
		return JSON.parse(text.toString());
	}

	async write(diffId: string, entries: readonly LayerEntry[]): Promise<void> {
		const packed = await promisify(gzip)(JSON.stringify(entries));
		if (packed.length <= MAX_BYTES - SUM_BYTES)
			await this.#files.write(nameOf(diffId), Buffer.concat([sumOf(diffId, packed), packed]));
	}
}

/** The version in the name lets those of other versions be pruned, and not be read. */
function nameOf(diffId: string): string {
	return createHash("sha256").update(`${VERSION} ${diffId}`).digest("hex");
}

function sumOf(diffId: string, packed: Uint8Array): Buffer {
	return createHash("sha256").update(`${VERSION} ${diffId} `).update(packed).digest();
}
