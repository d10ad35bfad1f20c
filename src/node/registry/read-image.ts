import { splitPlatform } from "../../core/platform.ts";
import { isObject, type JsonObject, textOf } from "../json.ts";
import { isDigest } from "../resolve/digest.ts";
import type { Resolution } from "../resolve/image-source.ts";
import { MAX_CONFIG_BYTES, readImageConfig } from "../resolve/read-config.ts";
import { selectManifest } from "../resolve/select-manifest.ts";
import { suitablePlatforms } from "../resolve/suitable-platforms.ts";
import type { Endpoint } from "./endpoints.ts";
import type { ImageName } from "./image-name.ts";
import type { Manifest } from "./manifest.ts";
import type { StoredContent } from "./stored-content.ts";

/** An index of indexes is rare; nobody nests them further. */
const MAX_DEPTH = 4;

/**
 * Reads what an image declares on a platform, as builders find it: through an index, or from its only manifest, which
 * they take whatever platform it is for, if the operating system is right.
 * Throws RegistryFailure.
 */
export async function readImage(
	content: StoredContent,
	endpoint: Endpoint,
	name: ImageName,
	platform: string,
): Promise<Resolution> {
	const { digest, ...first } = await content.readNamed(endpoint, name);
	let manifest: Manifest = first;
	let isChecked = !manifest.isIndex;
	for (let depth = 0; manifest.isIndex; depth++) {
		if (depth === MAX_DEPTH) return unknown(`its indexes are nested more than ${MAX_DEPTH} deep`);
		const selection = selectManifest(manifest.document, platform);
		if (selection.kind !== "chosen") return selection;
		isChecked = !selection.isForAny;
		manifest = await content.readManifest(endpoint, selection.digest);
	}
	const config = findConfig(manifest.document);
	if ("kind" in config) return config;
	const reading = readImageConfig(await content.readConfig(endpoint, config.digest));
	if (reading.kind === "unknown") return reading;
	return isWrong(reading.platform, platform, isChecked)
		? { kind: "no-platform", available: [reading.platform ?? []].flat() }
		: { kind: "known", image: { ...reading.image, digest } };
}

/** What an entry does not say, the config has to; and nobody runs Windows images on Linux. */
function isWrong(own: string | undefined, platform: string, isChecked: boolean): boolean {
	if (!isChecked) return own === undefined || !suitablePlatforms(platform).includes(own);
	return own !== undefined && splitPlatform(own).os !== splitPlatform(platform).os;
}

/** Registries hold more than images. Old ones have configs without a media type of their own. */
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
