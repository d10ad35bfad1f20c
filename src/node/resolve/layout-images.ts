import { hasDigest, isDigest } from "../cache/digest.ts";
import { isObject, parseJson, textOf, textsOf } from "../json.ts";
import type { LayerFile } from "./archive-files.ts";
import { ImageContentError } from "./image-content-error.ts";
import type { Resolution } from "./image-source.ts";
import { LayoutError } from "./layout-error.ts";
import type { LayoutFiles } from "./layout-files.ts";
import { type Manifest, readManifest } from "./manifest.ts";
import { declaredIn, readImage } from "./read-image.ts";

/** An image of a layout. */
export interface LayoutImage {
	/** Names with a repository: `docker.io/library/node:20`. */
	readonly names: readonly string[];
	/** A name without a repository. */
	readonly tag?: string;
	/** The digest of its index or manifest; undefined in archives of older versions of `docker save`. */
	readonly digest?: string;
	/** The file names of its config and its layers, if there is no manifest. */
	readonly config?: string;
	readonly layers?: readonly string[];
}

/**
 * Lists the images of an OCI layout (opencontainers/image-spec: image-layout.md) or an archive of `docker save`
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
		// Builders write a tag, Podman and skopeo whatever the user passes.
		const isTag = written !== undefined && /^\w[\w.-]*$/.test(written);
		const names = [full, isTag ? undefined : written].flatMap((name) => name ?? []);
		return isDigest(digest) ? [{ names, digest, ...(isTag ? { tag: written } : {}) }] : [];
	});
}

function listSaved(manifest: unknown): LayoutImage[] {
	if (!Array.isArray(manifest)) throw new LayoutError("has a manifest.json that is not a list");
	return manifest.filter(isObject).flatMap((image) => {
		const config = textOf(image.Config);
		return config === undefined ? [] : [{ names: textsOf(image.RepoTags), config, layers: textsOf(image.Layers) }];
	});
}

/** Reads what an image of a layout declares on a platform. Throws ImageContentError and LayoutError. */
export async function readLayoutImage(files: LayoutFiles, image: LayoutImage, platform: string): Promise<Resolution> {
	const { config, digest = "", layers = [] } = image;
	if (config !== undefined)
		return declaredIn(files.read(config) ?? lacks(config), { platform, isChosen: true }, (diffIds) =>
			diffIds.length === layers.length
				? { diffIds, scan: (_, keep) => files.scan(layers.map(toFile), keep) }
				: undefined,
		);
	const readManifestOf = async (named: string): Promise<Manifest> => readManifest(readBlob(files, named));
	return readImage({ digest, ...(await readManifestOf(digest)) }, platform, {
		readManifest: readManifestOf,
		readConfig: async (named) => readBlob(files, named),
		scanLayers: (blobs, keep) =>
			files.scan(
				blobs.map(({ digest: each }) => ({ name: nameOf(each), digest: each })),
				keep,
			),
	});
}

function readBlob(files: LayoutFiles, digest: string): Uint8Array {
	const blob = files.read(nameOf(digest)) ?? lacks(digest);
	if (!hasDigest(blob, digest)) throw new LayoutError(`is damaged: ${digest} has another content`);
	return blob;
}

/** Docker identified layers only by the digests of their content. */
function toFile(name: string): LayerFile {
	return { name };
}

function nameOf(digest: string): string {
	return `blobs/${digest.replace(":", "/")}`;
}

function lacks(name: string): never {
	throw new ImageContentError(`it lacks ${name}`);
}

function readDocument(files: LayoutFiles, name: string): unknown {
	const bytes = files.read(name);
	if (bytes === undefined) return undefined;
	const document = parseJson(Buffer.from(bytes).toString());
	if (document === undefined) throw new LayoutError(`has ${name}, which is not valid JSON`);
	return document;
}
