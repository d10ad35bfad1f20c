import type { ScannedLayer } from "./layer-entry.ts";

/** The layers of an image, read on demand. */
export interface ImageLayers {
	/** The digests of the uncompressed layers, from the bottom up. */
	readonly diffIds: readonly string[];
	/**
	 * Reads layers in the cheapest order. Throws LayerError, and the errors of the image's source.
	 * @param wanted the digests of the uncompressed layers
	 * @param keep is called with each of them, and perhaps with others
	 */
	readonly scan: (wanted: ReadonlySet<string>, keep: KeepLayer) => Promise<void>;
}

/** Takes a layer that was read. */
export type KeepLayer = (layer: ScannedLayer) => Promise<void>;
