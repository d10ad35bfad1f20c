import { createHash } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";

/** A document as a registry stores it. */
interface Content {
	readonly digest: string;
	readonly bytes: Buffer;
	readonly mediaType: string;
}

/** Answers a request in another way, or returns false to leave it to the registry. */
type Interceptor = (request: IncomingMessage, response: ServerResponse) => boolean;

export const OCI_INDEX = "application/vnd.oci.image.index.v1+json";
export const OCI_MANIFEST = "application/vnd.oci.image.manifest.v1+json";
export const OCI_CONFIG = "application/vnd.oci.image.config.v1+json";
export const DOCKER_LIST = "application/vnd.docker.distribution.manifest.list.v2+json";
const DOCKER_MANIFEST = "application/vnd.docker.distribution.manifest.v2+json";
export const DOCKER_CONFIG = "application/vnd.docker.container.image.v1+json";

/** The digest of a document or blob. */
export function digestOf(bytes: Uint8Array | string): string {
	return `sha256:${createHash("sha256").update(bytes).digest("hex")}`;
}

/** A small registry in this process that can be made to fail. */
export class Registry {
	/** Method and path of each request, except the probe for TLS, and how the client authenticated itself. */
	readonly requests: { readonly line: string; readonly authorization: string | undefined }[] = [];
	/** Host and port. */
	host = "";
	intercept: Interceptor = () => false;
	readonly #contents = new Map<string, Content>();
	readonly #tags = new Map<string, Content>();

	/** Stores a document, under a tag if one is given. */
	push(document: unknown, mediaType: string, tag?: string): Content {
		const isDone = typeof document === "string" || document instanceof Uint8Array;
		const bytes = Buffer.from(isDone ? document : JSON.stringify(document));
		const content = { digest: digestOf(bytes), bytes, mediaType };
		this.#contents.set(content.digest, content);
		if (tag !== undefined) this.#tags.set(tag, content);
		return content;
	}

	/** Stores an image for one platform. */
	pushImage(config: unknown, { tag, platform = "linux/amd64", isDocker = false }: ImageOptions = {}): Content {
		const [os, architecture, variant] = platform.split("/");
		const blob = this.push({ os, architecture, variant, config }, isDocker ? DOCKER_CONFIG : OCI_CONFIG);
		return this.pushManifest(blob, isDocker ? DOCKER_MANIFEST : OCI_MANIFEST, tag);
	}

	/** Stores a manifest for a config. */
	pushManifest({ digest, bytes, mediaType }: Content, type: string, tag?: string): Content {
		const config = { mediaType, digest, size: bytes.length };
		return this.push({ schemaVersion: 2, mediaType: type, config, layers: [] }, type, tag);
	}

	/** Stores an index of manifests by platform. */
	pushIndex(entries: Readonly<Record<string, Content>>, tag: string, type = OCI_INDEX): Content {
		const manifests = Object.entries(entries).map(([platform, { digest, bytes, mediaType }]) => {
			const [os, architecture, variant] = platform.split("/");
			return { mediaType, digest, size: bytes.length, platform: { os, architecture, variant } };
		});
		return this.push({ schemaVersion: 2, mediaType: type, manifests }, type, tag);
	}

	handle(request: IncomingMessage, response: ServerResponse): void {
		const line = `${request.method} ${request.url}`;
		this.requests.push({ line, authorization: request.headers.authorization });
		if (this.intercept(request, response)) return;
		const [, reference = ""] = /^\/v2\/.+\/(?:manifests|blobs)\/([^/]+)$/.exec(request.url ?? "") ?? [];
		const content = this.#tags.get(reference) ?? this.#contents.get(reference);
		if (content === undefined) {
			response.writeHead(404, { "content-type": "application/json" });
			response.end(JSON.stringify({ errors: [{ code: "MANIFEST_UNKNOWN", message: "unknown" }] }));
			return;
		}
		response.writeHead(200, {
			"content-type": content.mediaType,
			"content-length": content.bytes.length,
			"docker-content-digest": content.digest,
		});
		response.end(request.method === "HEAD" ? undefined : content.bytes);
	}

	/** The requests, in order. */
	lines(): readonly string[] {
		return this.requests.map(({ line }) => line);
	}
}

interface ImageOptions {
	readonly tag?: string;
	readonly platform?: string;
	readonly isDocker?: boolean;
}

/** Starts a registry that runs until the test ends. */
export async function startRegistry(): Promise<Registry> {
	const registry = new Registry();
	registry.host = await serve((request, response) => registry.handle(request, response));
	return registry;
}

/** Serves HTTP on this machine until the test ends. Returns host and port. */
export async function serve(handler: (request: IncomingMessage, response: ServerResponse) => void): Promise<string> {
	const server = createServer(handler);
	// It is not a proxy for TLS.
	server.on("connect", (_, socket) => socket.end("HTTP/1.1 405 Method Not Allowed\r\n\r\n"));
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	onTestFinished(async () => {
		server.closeAllConnections();
		await new Promise((resolve) => server.close(resolve));
	});
	return `127.0.0.1:${(server.address() as AddressInfo).port}`;
}
