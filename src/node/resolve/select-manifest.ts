import { normalizePlatform } from "../../core/platform.ts";
import { isDigest } from "../cache/digest.ts";
import { isObject, type JsonObject, textOf, textsOf } from "../json.ts";
import type { Resolution } from "./image-source.ts";
import { suitablePlatforms } from "./suitable-platforms.ts";

/** What an index has for a platform. */
export type Selection =
	| {
			readonly kind: "chosen";
			/** The digest of a manifest, or of another index. */
			readonly digest: string;
			/** Whether the entry names no platform, so that the image's config decides whether it is the right one. */
			readonly isForAny: boolean;
	  }
	| Exclude<Resolution, { readonly kind: "known" }>;

/**
 * Chooses the manifest of an OCI index or a Docker manifest list as containerd does (core/images/image.go: Manifest):
 * the best of the entries that run on the platform, or else the first that names none.
 * @param index the parsed document
 * @param platform as `normalizePlatform` names it
 */
export function selectManifest(index: unknown, platform: string): Selection {
	const manifests: unknown = isObject(index) ? index.manifests : undefined;
	if (!Array.isArray(manifests) || !manifests.every(isObject))
		return { kind: "unknown", reason: "its index has no list of manifests" };
	const images = manifests.filter((entry) => !isAttestation(entry));
	const best = suitablePlatforms(platform)
		.map((suitable) => images.find((entry) => platformOf(entry.platform) === suitable))
		.find((entry) => entry !== undefined);
	const chosen = best ?? images.find((entry) => entry.platform === undefined || entry.platform === null);
	if (chosen === undefined)
		return {
			kind: "no-platform",
			available: [...new Set(images.flatMap((entry) => platformOf(entry.platform) ?? []))],
		};
	return isDigest(chosen.digest)
		? { kind: "chosen", digest: chosen.digest, isForAny: best === undefined }
		: { kind: "unknown", reason: "the entry for this platform in its index has no valid digest" };
}

/**
 * The platform in an index's entry or a config blob, as `normalizePlatform` names it; undefined if nobody could request
 * it.
 */
export function platformOf(value: unknown): string | undefined {
	if (!isObject(value)) return undefined;
	const parts = [textOf(value.os), textOf(value.architecture)];
	// An image that requires features or a version of the operating system does not match a plain platform.
	const needsMore = textsOf(value["os.features"]).some((feature) => feature !== "win32k");
	if (needsMore || parts.includes(undefined) || parts.includes("unknown")) return undefined;
	const platform = normalizePlatform([...parts, textOf(value.variant) ?? []].flat().join("/"));
	return typeof platform === "string" ? platform : undefined;
}

/** BuildKit adds attestations to an index as manifests that run nowhere (BuildKit: docs/attestations). */
function isAttestation({ platform, annotations }: JsonObject): boolean {
	const isNowhere = isObject(platform) && (platform.os === "unknown" || platform.architecture === "unknown");
	return isNowhere || (isObject(annotations) && Object.hasOwn(annotations, "vnd.docker.reference.type"));
}
