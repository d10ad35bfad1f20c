import { KeptFiles } from "../cache/kept-files.ts";
import { cachePath, type Environment } from "../cache/user-folders.ts";
import { FileTree } from "./file-tree.ts";
import { findPackageFacts, type ImageOfFiles, type ShownFacts } from "./find-package-facts.ts";
import type { ImageLayers } from "./image-layers.ts";
import { LayerCache } from "./layer-cache.ts";
import type { LayerEntry } from "./layer-entry.ts";
import { LayerError } from "./layer-error.ts";

/** Some thousand layers. */
const MAX_CACHE_BYTES = 128 * 1024 * 1024;

/** Reads what the files of images show, one image after the other, so that a layer that they share is read once. */
export class FileReader {
	readonly #cache: LayerCache;
	#last: Promise<unknown> = Promise.resolve();

	/** @param environment says where the cache is */
	constructor(environment: Environment = process.env) {
		this.#cache = new LayerCache(new KeptFiles(cachePath(environment, "pidone", "layers"), MAX_CACHE_BYTES));
	}

	/** Throws LayerError, and the errors of the image's source. */
	read(layers: ImageLayers, image: ImageOfFiles): Promise<ShownFacts> {
		const reading = this.#last.then(() => this.#read(layers, image));
		this.#last = reading.catch(() => undefined);
		return reading;
	}

	async #read({ diffIds, scan }: ImageLayers, image: ImageOfFiles): Promise<ShownFacts> {
		const found = new Map<string, readonly LayerEntry[]>();
		for (const diffId of new Set(diffIds)) {
			const kept = await this.#cache.read(diffId);
			if (kept !== undefined) found.set(diffId, kept);
		}
		const wanted = new Set(diffIds.filter((diffId) => !found.has(diffId)));
		if (wanted.size > 0)
			await scan(wanted, async ({ diffId, entries }) => {
				if (!wanted.has(diffId)) return;
				found.set(diffId, entries);
				await this.#cache.write(diffId, entries);
			});
		const tree = new FileTree();
		for (const diffId of diffIds) {
			const entries = found.get(diffId);
			if (entries === undefined) throw new LayerError(`it has no layer whose content is ${diffId}`);
			tree.apply(entries);
		}
		return findPackageFacts(tree, image);
	}
}
