import { isDigest } from "../cache/digest.ts";
import { isObject, type JsonObject, textOf } from "../json.ts";
import type { ImageLayers, KeepLayer } from "./image-layers.ts";
import { LayerError } from "./layer-error.ts";

/** A layer as it is stored. */
export interface LayerBlob {
	readonly digest: string;
}

const MEDIA_TYPE =
	/^application\/vnd\.(?:oci\.image\.layer\.v1\.tar(?:\+gzip|\+zstd)?|docker\.image\.rootfs\.diff\.tar(?:\.gzip|\.zstd)?)$/;

/** How much to read of a new image: knowing its package manager is not worth more. */
const MAX_GB = 4;

/**
 * The layers that a manifest lists; undefined if they do not match its config.
 * @param diffIds the digests of the uncompressed layers in its config
 */
export function layersOf(
	{ layers }: JsonObject,
	diffIds: readonly string[],
	scanBlobs: (blobs: readonly LayerBlob[], keep: KeepLayer) => Promise<void>,
): ImageLayers | undefined {
	if (!Array.isArray(layers) || layers.length !== diffIds.length) return undefined;
	return {
		diffIds,
		scan: (wanted, keep) => {
			const blobs = readBlobs(layers).filter((_, index) => wanted.has(diffIds[index] ?? ""));
			const bytes = blobs.reduce((sum, { size }) => sum + size, 0);
			if (bytes > MAX_GB * 1024 ** 3)
				throw new LayerError(`its layers have ${Math.ceil(bytes / 1024 ** 3)} GB, and pidone reads up to ${MAX_GB} GB`);
			const distinct = new Map(blobs.map(({ digest }) => [digest, { digest }]));
			return scanBlobs([...distinct.values()], keep);
		},
	};
}

function readBlobs(layers: readonly unknown[]): readonly (LayerBlob & { readonly size: number })[] {
	return layers.map((layer) => {
		const { mediaType, digest, size } = isObject(layer) ? layer : {};
		if (!MEDIA_TYPE.test(textOf(mediaType) ?? "")) throw new LayerError(describeType(textOf(mediaType) ?? ""));
		if (!isDigest(digest)) throw new LayerError("a layer has no valid digest");
		return { digest, size: typeof size === "number" ? size : 0 };
	});
}

function describeType(mediaType: string): string {
	if (mediaType.endsWith("+encrypted")) return "a layer is encrypted";
	if (/nondistributable|foreign/.test(mediaType)) return "a layer is not in the registry, as its license forbids that";
	return "a layer has an unknown media type";
}
