import { createHash } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

/** Writes an OCI image layout with one index, for skopeo to copy from. */
export function writeLayout(folder: string, images: Readonly<Record<string, object>>): void {
	mkdirSync(join(folder, "blobs/sha256"), { recursive: true });
	const put = (content: Buffer | object, mediaType: string) => {
		const bytes = Buffer.isBuffer(content) ? content : Buffer.from(JSON.stringify(content));
		const hex = createHash("sha256").update(bytes).digest("hex");
		writeFileSync(join(folder, "blobs/sha256", hex), bytes);
		return { mediaType, digest: `sha256:${hex}`, size: bytes.length };
	};
	// An empty tar archive: it contains only the end-of-archive marker.
	const tar = Buffer.alloc(1024);
	const layer = put(gzipSync(tar), "application/vnd.oci.image.layer.v1.tar+gzip");
	const diff = `sha256:${createHash("sha256").update(tar).digest("hex")}`;
	const manifests = Object.entries(images).map(([name, config]) => {
		const [os, architecture, variant] = name.split("/");
		const platform = { os, architecture, ...(variant === undefined ? {} : { variant }) };
		const rootfs = { type: "layers", diff_ids: [diff] };
		const blob = put({ ...platform, config, rootfs }, "application/vnd.oci.image.config.v1+json");
		const mediaType = "application/vnd.oci.image.manifest.v1+json";
		return { ...put({ schemaVersion: 2, mediaType, config: blob, layers: [layer] }, mediaType), platform };
	});
	const mediaType = "application/vnd.oci.image.index.v1+json";
	const index = put({ schemaVersion: 2, mediaType, manifests }, mediaType);
	writeFileSync(join(folder, "oci-layout"), '{"imageLayoutVersion": "1.0.0"}');
	const annotations = { "org.opencontainers.image.ref.name": "1" };
	writeFileSync(
		join(folder, "index.json"),
		JSON.stringify({ schemaVersion: 2, mediaType, manifests: [{ ...index, annotations }] }),
	);
}
