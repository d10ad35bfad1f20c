import { createHash } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { packTar, type TarHeader } from "modern-tar";

/** Files of an image layout by name. */
export type Files = Readonly<Record<string, string>>;

/** A document as a blob of a layout, with the blobs that it refers to. */
export interface Blob {
	readonly digest: string;
	readonly files: Files;
}

/** The key of a name in a descriptor's annotations. */
export const REF_NAME = "org.opencontainers.image.ref.name";

/** Makes a blob of a document. */
export function makeBlob(document: unknown): Blob {
	const text = JSON.stringify(document);
	const digest = `sha256:${createHash("sha256").update(text).digest("hex")}`;
	return { digest, files: { [`blobs/${digest.replace(":", "/")}`]: text } };
}

/** Makes the manifest of an image, with its config. */
export function makeManifest(config: object, platform = "linux/amd64"): Blob {
	const [os, architecture, variant] = platform.split("/");
	const blob = makeBlob({ os, architecture, variant, config });
	const manifest = makeBlob({
		schemaVersion: 2,
		config: { mediaType: "application/vnd.oci.image.config.v1+json", digest: blob.digest },
		layers: [],
	});
	return { digest: manifest.digest, files: { ...blob.files, ...manifest.files } };
}

/** Makes an index of images by platform. */
export function makeIndex(images: Readonly<Record<string, Blob>>): Blob {
	const index = makeBlob({
		schemaVersion: 2,
		manifests: Object.entries(images).map(([platform, { digest }]) => {
			const [os, architecture, variant] = platform.split("/");
			return { digest, platform: { os, architecture, variant } };
		}),
	});
	const files: Files = Object.assign({}, index.files, ...Object.values(images).map((image) => image.files));
	return { digest: index.digest, files };
}

/** Makes a layout with images, each with the annotations of its descriptor. */
export function makeLayout(images: readonly (readonly [Blob, Readonly<Record<string, string>>?])[]): Files {
	const manifests = images.map(([{ digest }, annotations]) => ({ digest, annotations }));
	return Object.assign(
		{ "oci-layout": '{"imageLayoutVersion":"1.0.0"}', "index.json": JSON.stringify({ manifests }) },
		...images.map(([{ files }]) => files),
	);
}

/** Writes files below a folder. */
export function writeFiles(folder: string, files: Files): void {
	for (const [name, text] of Object.entries(files)) {
		mkdirSync(dirname(join(folder, name)), { recursive: true });
		writeFileSync(join(folder, name), text);
	}
}

/** Packs files into a tar archive, after entries without content. */
export function pack(files: Files, others: readonly TarHeader[] = []): Promise<Uint8Array> {
	const entries = Object.entries(files).map(([name, body]) => ({
		header: { name, size: Buffer.byteLength(body), type: "file" as const, mtime: new Date(0) },
		body,
	}));
	return packTar([...others.map((header) => ({ header })), ...entries]);
}
