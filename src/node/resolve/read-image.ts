import { splitPlatform } from "../../core/platform.ts";
import { isDigest } from "../cache/digest.ts";
import { isObject, type JsonObject, textOf } from "../json.ts";
import type { ImageLayers, KeepLayer } from "../layers/image-layers.ts";
import { type LayerBlob, layersOf } from "../layers/layer-blobs.ts";
import type { Resolution } from "./image-source.ts";
import type { Manifest } from "./manifest.ts";
import { MAX_CONFIG_BYTES, readImageConfig } from "./read-config.ts";
import { selectManifest } from "./select-manifest.ts";
import { suitablePlatforms } from "./suitable-platforms.ts";

/** Access to the documents of an image, in a registry or a layout. */
export interface ImageContent {
	/** The manifest or index with a digest. Throws ImageContentError. */
	readonly readManifest: (digest: string) => Promise<Manifest>;
	/** The config blob with a digest. Throws ImageContentError. */
	readonly readConfig: (digest: string) => Promise<Uint8Array>;
	/** Reads layers. Throws ImageContentError, LayoutError and LayerError. */
	readonly scanLayers: (blobs: readonly LayerBlob[], keep: KeepLayer) => Promise<void>;
}

/** The manifest that an image's name refers to. */
export interface NamedManifest extends Manifest {
	readonly digest: string;
}

/** An index of indexes is rare, and nobody nests deeper. */
const MAX_DEPTH = 4;

/**
 * Reads what an image declares on a platform, as builders do: through an index, or from its only manifest, which they
 * accept for any CPU if the operating system matches. Throws ImageContentError.
 */
export async function readImage(
	{ digest, ...first }: NamedManifest,
	platform: string,
	content: ImageContent,
): Promise<Resolution> {
	let manifest: Manifest = first;
	let isChosen = !manifest.isIndex;
	for (let depth = 0; manifest.isIndex; depth++) {
		if (depth === MAX_DEPTH) return unknown(`its indexes are nested more than ${MAX_DEPTH} deep`);
		const selection = selectManifest(manifest.document, platform);
		if (selection.kind !== "chosen") return selection;
		isChosen = !selection.isForAny;
		manifest = await content.readManifest(selection.digest);
	}
	const config = findConfig(manifest.document);
	if ("kind" in config) return config;
	const { document } = manifest;
	const answer = declaredIn(await content.readConfig(config.digest), { platform, isChosen }, (diffIds) =>
		layersOf(document, diffIds, content.scanLayers),
	);
	return answer.kind === "known" ? { ...answer, image: { ...answer.image, digest } } : answer;
}

/** A platform that an image is read for. */
export interface WantedPlatform {
	readonly platform: string;
	/** Whether the image was chosen for the platform, or is the only one. */
	readonly isChosen: boolean;
}

/**
 * What a config blob declares, if it is for a platform.
 * @param findLayers finds the image's layers by their digests; undefined if some are missing
 */
export function declaredIn(
	blob: Uint8Array,
	{ platform, isChosen }: WantedPlatform,
	findLayers: (diffIds: readonly string[]) => ImageLayers | undefined,
): Resolution {
	const reading = readImageConfig(blob);
	if (reading.kind === "unknown") return reading;
	if (isWrong(reading.platform, platform, isChosen))
		return { kind: "no-platform", available: [reading.platform ?? []].flat() };
	const layers = reading.diffIds && findLayers(reading.diffIds);
	return { kind: "known", image: reading.image, ...(layers === undefined ? {} : { layers }) };
}

/** If an entry names no platform, the config must. Windows images do not run on Linux. */
function isWrong(own: string | undefined, platform: string, isChosen: boolean): boolean {
	if (!isChosen) return own === undefined || !suitablePlatforms(platform).includes(own);
	return own !== undefined && splitPlatform(own).os !== splitPlatform(platform).os;
}

/** Registries contain more than images. Old ones have configs without a media type of their own. */
const CONFIG_TYPES: readonly string[] = [
	"application/vnd.oci.image.config.v1+json",
	"application/vnd.docker.container.image.v1+json",
	"application/octet-stream",
	"",
];

function findConfig({ config }: JsonObject): { readonly digest: string } | Resolution {
	const { mediaType, digest, size } = isObject(config) ? config : {};
	if (!CONFIG_TYPES.includes(textOf(mediaType) ?? "")) return unknown("it is not a container image");
	if (!isDigest(digest)) return unknown("its manifest has no valid digest of a config");
	if (typeof size === "number" && size > MAX_CONFIG_BYTES) return unknown("its config has more than 8 MB");
	return { digest };
}

function unknown(reason: string): Resolution {
	return { kind: "unknown", reason };
}
