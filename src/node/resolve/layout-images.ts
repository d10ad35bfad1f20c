import { splitPlatform } from "../../core/platform.ts";
import { isObject, type JsonObject, textOf, textsOf } from "../json.ts";
import { hasDigest, isDigest } from "./digest.ts";
import type { Resolution } from "./image-source.ts";
import { LayoutError } from "./layout-error.ts";
import type { LayoutFiles } from "./layout-files.ts";
import { readImageConfig } from "./read-config.ts";
import { selectManifest } from "./select-manifest.ts";

/** An image of a layout. */
export interface LayoutImage {
	/** Names with a repository: `docker.io/library/node:20`. */
	readonly names: readonly string[];
	/** A name without one. */
	readonly tag?: string;
	/** Of its index or manifest; undefined in what older versions of `docker save` write. */
	readonly digest?: string;
	/** The name of its config's file, where there is no manifest. */
	readonly config?: string;
}

/**
 * Lists the images of an OCI layout (opencontainers/image-spec: image-layout.md) or of what `docker save` writes
 * (moby/docker-image-spec: spec.md). Throws LayoutError.
 */
export function listLayoutImages(files: LayoutFiles): LayoutImage[] {
	const index = readDocument(files, "index.json");
	const manifest = readDocument(files, "manifest.json");
	if (index === undefined && manifest === undefined)
		throw new LayoutError(
			"is neither an OCI image layout nor an archive of docker save: it has no index.json and no manifest.json",
		);
	return [...(index === undefined ? [] : listIndex(index)), ...(manifest === undefined ? [] : listSaved(manifest))];
}

function listIndex(index: unknown): LayoutImage[] {
	const manifests: unknown = isObject(index) ? index.manifests : undefined;
	if (!Array.isArray(manifests)) throw new LayoutError("has an index.json without a list of manifests");
	return manifests.filter(isObject).flatMap((descriptor) => {
		const { digest } = descriptor;
		const annotations = isObject(descriptor.annotations) ? descriptor.annotations : {};
		const full = textOf(annotations["io.containerd.image.name"]);
		const written = textOf(annotations["org.opencontainers.image.ref.name"]);
		// Builders write a tag there, Podman and skopeo what they are given.
		const isTag = written !== undefined && /^\w[\w.-]*$/.test(written);
		const names = [full, isTag ? undefined : written].flatMap((name) => name ?? []);
		return isDigest(digest) ? [{ names, digest, ...(isTag ? { tag: written } : {}) }] : [];
	});
}

function listSaved(manifest: unknown): LayoutImage[] {
	if (!Array.isArray(manifest)) throw new LayoutError("has a manifest.json that is not a list");
	return manifest.filter(isObject).flatMap((image) => {
		const config = textOf(image.Config);
		return config === undefined ? [] : [{ names: textsOf(image.RepoTags), config }];
	});
}

/** Reads what an image of a layout declares on a platform. Throws LayoutError. */
export function readLayoutImage(files: LayoutFiles, image: LayoutImage, platform: string): Resolution {
	if (image.config !== undefined) {
		const blob = files.read(image.config);
		return blob === undefined ? lacks(image.config) : readConfig(blob, platform, undefined);
	}
	const { digest = "" } = image;
	return readManifest(files, digest, { platform, depth: 0, root: digest });
}

/** An index in an index is rare, and deeper ones do not exist. */
const MAX_DEPTH = 3;

interface Walk {
	readonly platform: string;
	readonly depth: number;
	/** The digest that the image's name stands for. */
	readonly root: string;
}

function readManifest(files: LayoutFiles, digest: string, walk: Walk): Resolution {
	const blob = readBlob(files, digest);
	if (blob === undefined) return lacks(digest);
	const manifest = parse(blob);
	if (!isObject(manifest)) return { kind: "unknown", reason: `has a manifest that is not a JSON object, ${digest}` };
	if (manifest.manifests !== undefined) {
		const selection = selectManifest(manifest, walk.platform);
		if (selection.kind !== "chosen") return selection;
		if (walk.depth === MAX_DEPTH) return { kind: "unknown", reason: "has too many indexes in one another" };
		return readManifest(files, selection.digest, { ...walk, depth: walk.depth + 1 });
	}
	return readConfigOf(files, manifest, walk);
}

const CONFIG_TYPES: readonly unknown[] = [
	"application/vnd.oci.image.config.v1+json",
	"application/vnd.docker.container.image.v1+json",
];

function readConfigOf(files: LayoutFiles, { config, mediaType }: JsonObject, { platform, root }: Walk): Resolution {
	if (!isObject(config) || !isDigest(config.digest))
		return {
			kind: "unknown",
			reason: `has a manifest that names no config${mediaType === undefined ? "" : `, ${mediaType}`}`,
		};
	if (!CONFIG_TYPES.includes(config.mediaType))
		return { kind: "unknown", reason: `is not an image: its config is ${textOf(config.mediaType) ?? "of no type"}` };
	const blob = readBlob(files, config.digest);
	return blob === undefined ? lacks(config.digest) : readConfig(blob, platform, root);
}

function readConfig(blob: Uint8Array, platform: string, digest: string | undefined): Resolution {
	const reading = readImageConfig(blob);
	if (reading.kind === "unknown") return reading;
	const { image, platform: own } = reading;
	// Builders take an image that is in no index whatever CPU it is for.
	if (own !== undefined && splitPlatform(own).os !== splitPlatform(platform).os)
		return { kind: "no-platform", available: [own] };
	return { kind: "known", image: digest === undefined ? image : { ...image, digest } };
}

function readBlob(files: LayoutFiles, digest: string): Uint8Array | undefined {
	const blob = files.read(`blobs/${digest.replace(":", "/")}`);
	if (blob !== undefined && !hasDigest(blob, digest))
		throw new LayoutError(`is damaged: ${digest} has another content`);
	return blob;
}

function lacks(name: string): Resolution {
	return { kind: "unknown", reason: `lacks ${name}` };
}

function readDocument(files: LayoutFiles, name: string): unknown {
	const bytes = files.read(name);
	if (bytes === undefined) return undefined;
	const document = parse(bytes);
	if (document === undefined) throw new LayoutError(`has ${name}, which is not valid JSON`);
	return document;
}

function parse(bytes: Uint8Array): unknown {
	try {
		return JSON.parse(Buffer.from(bytes).toString());
	} catch {
		return undefined;
	}
}
