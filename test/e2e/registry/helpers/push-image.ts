import { createHash } from "node:crypto";

const INDEX = "application/vnd.oci.image.index.v1+json";
const MANIFEST = "application/vnd.oci.image.manifest.v1+json";
const CONFIG = "application/vnd.oci.image.config.v1+json";

/** Pushes an image without layers for two platforms, in less time than skopeo takes to start. */
export async function pushImage(host: string, repository: string, tag: string, config: object): Promise<void> {
	const base = `http://${host}/v2/${repository}`;
	const put = async (name: string, document: object, mediaType: string) => {
		const text = JSON.stringify(document);
		const digest = `sha256:${createHash("sha256").update(text).digest("hex")}`;
		const isBlob = mediaType === CONFIG;
		const upload = isBlob ? await startUpload(base, digest) : `${base}/manifests/${name || digest}`;
		const response = await fetch(upload, {
			method: "PUT",
			body: text,
			headers: { "content-type": isBlob ? "application/octet-stream" : mediaType },
		});
		if (!response.ok) throw new Error(`${upload}: ${response.status} ${await response.text()}`);
		await response.arrayBuffer();
		return { mediaType, digest, size: Buffer.byteLength(text) };
	};
	const manifests = await Promise.all(
		["amd64", "arm64"].map(async (architecture) => {
			const platform = { os: "linux", architecture };
			const blob = await put("", { ...platform, config }, CONFIG);
			const manifest = { schemaVersion: 2, mediaType: MANIFEST, config: blob, layers: [] };
			return { ...(await put("", manifest, MANIFEST)), platform };
		}),
	);
	await put(tag, { schemaVersion: 2, mediaType: INDEX, manifests }, INDEX);
}

async function startUpload(base: string, digest: string): Promise<string> {
	const response = await fetch(`${base}/blobs/uploads/`, { method: "POST" });
	await response.arrayBuffer();
	const location = new URL(response.headers.get("location") ?? "", base);
	location.searchParams.set("digest", digest);
	return location.href;
}
