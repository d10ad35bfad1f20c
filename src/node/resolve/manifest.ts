import { type JsonObject, parseObject } from "../json.ts";
import { ImageContentError } from "./image-content-error.ts";

const INDEXES = [
	"application/vnd.oci.image.index.v1+json",
	"application/vnd.docker.distribution.manifest.list.v2+json",
] as const;
const IMAGES = [
	"application/vnd.oci.image.manifest.v1+json",
	"application/vnd.docker.distribution.manifest.v2+json",
] as const;

/** The media types of manifests and indexes. */
export const MANIFEST_TYPES: readonly string[] = [...INDEXES, ...IMAGES];

/** Meaningless types that registries and their storage send. */
const GENERIC: readonly string[] = ["", "application/json", "application/octet-stream", "text/plain"];

const SCHEMA_1 = /^application\/vnd\.docker\.distribution\.manifest\.v1\+/;

/** A manifest, or an index of manifests. */
export interface Manifest {
	readonly isIndex: boolean;
	readonly document: JsonObject;
}

/**
 * Reads a manifest as the type that it states. Rejects one that could be read in two ways, as builders do
 * (CVE-2021-41190).
 * @param contentType the header field of the answer, if known
 * Throws ImageContentError.
 */
export function readManifest(bytes: Uint8Array, contentType = ""): Manifest {
	const [sent = ""] = contentType.toLowerCase().split(";");
	const sentType = sent.trim();
	if (SCHEMA_1.test(sentType)) throw new ImageContentError(OBSOLETE);
	if (!MANIFEST_TYPES.includes(sentType) && !GENERIC.includes(sentType))
		throw new ImageContentError(describe(sentType));
	const document = parseObject(new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes));
	if (document === undefined) throw new ImageContentError("its manifest is not a JSON object");
	const { mediaType, schemaVersion } = document;
	if (schemaVersion === 1 || has(document, "fsLayers")) throw new ImageContentError(OBSOLETE);
	if (mediaType !== undefined && mediaType !== "" && !MANIFEST_TYPES.includes(String(mediaType)))
		throw new ImageContentError(describe(String(mediaType)));
	const hints = [sentType, mediaType].map((type) =>
		isOneOf(INDEXES, type) ? true : isOneOf(IMAGES, type) ? false : [],
	);
	const kinds = new Set([
		...hints.flat(),
		...(has(document, "manifests") ? [true] : []),
		...(has(document, "config") || has(document, "layers") ? [false] : []),
	]);
	const [isIndex] = kinds;
	if (isIndex === undefined || kinds.size > 1)
		throw new ImageContentError("its manifest is neither that of an image nor an index");
	return { isIndex, document };
}

const OBSOLETE = "its manifest is in schema 1, which builders do not read any more: push the image again";

/** Any other text may contain anything, so it is not repeated. */
const PRINTABLE = /^(?:text\/html|application\/vnd\.[a-z0-9.+-]{1,80})$/;

function describe(mediaType: string): string {
	return PRINTABLE.test(mediaType)
		? `its manifest has the unknown media type ${mediaType}`
		: "its manifest has an unknown media type";
}

function has(document: JsonObject, key: string): boolean {
	return Object.hasOwn(document, key) && document[key] !== null;
}

function isOneOf(types: readonly string[], type: unknown): boolean {
	return types.some((each) => each === type);
}
