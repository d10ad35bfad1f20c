import { digestOf, hasDigest, isDigest } from "../cache/digest.ts";
import type { ScannedLayer } from "../layers/layer-entry.ts";
import { scanLayer } from "../layers/scan-layer.ts";
import { MANIFEST_TYPES } from "../resolve/manifest.ts";
import { MAX_CONFIG_BYTES } from "../resolve/read-config.ts";
import type { Authorizer } from "./authorizer.ts";
import { describeStatus } from "./describe-status.ts";
import type { Endpoint } from "./endpoints.ts";
import { RegistryFailure } from "./failure.ts";
import type { HttpAnswer, HttpClient, HttpRequest } from "./http.ts";

/** What registries must accept (opencontainers/distribution-spec: Pushing manifests). */
export const MAX_MANIFEST_BYTES = 4 * 1024 * 1024;

/** A manifest or an index as a registry has sent it. */
export interface ManifestAnswer {
	readonly bytes: Uint8Array;
	/** That of the bytes. */
	readonly digest: string;
	/** The media type by the header field. */
	readonly contentType: string | undefined;
}

/** Reads manifests, config blobs and layers by the OCI distribution protocol. */
export class RegistryClient {
	readonly #http: HttpClient;
	readonly #authorizer: Authorizer;
	/** The protocol for each registry that may lack TLS. */
	readonly #origins = new Map<string, Promise<string>>();

	constructor(http: HttpClient, authorizer: Authorizer) {
		this.#http = http;
		this.#authorizer = authorizer;
	}

	/** The digest that a tag refers to; undefined if the registry does not say. */
	async findDigest(endpoint: Endpoint, tag: string): Promise<string | undefined> {
		const answer = await this.#ask(endpoint, { method: "HEAD", path: `manifests/${tag}`, ...MANIFEST });
		if (answer.status === 429 || answer.status >= 500) throw new RegistryFailure(describeStatus(endpoint, answer));
		const digest = answer.status === 200 ? answer.header("docker-content-digest") : undefined;
		return isDigest(digest) ? digest : undefined;
	}

	/**
	 * @param reference a digest, or a tag
	 * Throws RegistryFailure, also if the content has another digest.
	 */
	async readManifest(endpoint: Endpoint, reference: string): Promise<ManifestAnswer> {
		const answer = await this.#get(endpoint, { method: "GET", path: `manifests/${reference}`, ...MANIFEST });
		const { body: bytes, header } = answer;
		const stated = isDigest(reference) ? reference : header("docker-content-digest");
		if (stated !== undefined) verify(endpoint, bytes, stated);
		return { bytes, digest: stated ?? digestOf(bytes), contentType: header("content-type") };
	}

	/** Reads the config blob of an image. Throws RegistryFailure, also if the content has another digest. */
	async readConfig(endpoint: Endpoint, digest: string): Promise<Uint8Array> {
		const { body } = await this.#get(endpoint, { method: "GET", path: `blobs/${digest}`, maxBytes: MAX_CONFIG_BYTES });
		verify(endpoint, body, digest);
		return body;
	}

	/** Reads a layer as a stream. Throws RegistryFailure, and LayerError for its content. */
	async scanLayer(endpoint: Endpoint, digest: string): Promise<ScannedLayer> {
		let layer: ScannedLayer | undefined;
		await this.#get(endpoint, {
			method: "GET",
			path: `blobs/${digest}`,
			maxBytes: 0,
			take: async (body) => {
				layer = await scanLayer(body, digest);
			},
		});
		if (layer === undefined) throw new RegistryFailure(`${endpoint.domain} answers without a layer`);
		return layer;
	}

	async #get(endpoint: Endpoint, question: Question): Promise<HttpAnswer> {
		const answer = await this.#ask(endpoint, question);
		if (answer.status !== 200) throw new RegistryFailure(describeStatus(endpoint, answer));
		return answer;
	}

	async #ask(endpoint: Endpoint, { path, ...question }: Question): Promise<HttpAnswer> {
		const origin = await this.#findOrigin(endpoint);
		const url = new URL(`${origin}/v2/${endpoint.repository}/${path}`);
		const send = (authorization: string | undefined) =>
			this.#http.send({ ...question, url, authorization, isInsecure: endpoint.isInsecure });
		const authorization = await this.#authorizer.authorize(endpoint);
		const answer = await send(authorization);
		// Ignore a challenge of another host, to which the registry has redirected.
		if (answer.status !== 401 || answer.url.origin !== url.origin) return answer;
		const other = await this.#authorizer.reauthorize(endpoint, answer, authorization);
		return other === undefined ? answer : send(other);
	}

	/** HTTPS, or HTTP where a registry that may lack TLS does lack it, as in Docker. */
	async #findOrigin({ authority, isInsecure }: Endpoint): Promise<string> {
		const known = this.#origins.get(authority);
		if (known !== undefined) return known;
		if (!URL.canParse(`https://${authority}`)) throw new RegistryFailure(`${authority} is not a host with a port`);
		const found = isInsecure ? this.#probe(authority) : Promise.resolve(`https://${authority}`);
		this.#origins.set(authority, found);
		return found;
	}

	async #probe(authority: string): Promise<string> {
		const hasTls = await this.#http.isAnswering(new URL(`https://${authority}/v2/`));
		return `${hasTls ? "https" : "http"}://${authority}`;
	}
}

interface Question extends Pick<HttpRequest, "method" | "accept" | "maxBytes" | "take"> {
	readonly path: string;
}

const MANIFEST = { accept: MANIFEST_TYPES.join(", "), maxBytes: MAX_MANIFEST_BYTES } as const;

function verify({ domain }: Endpoint, bytes: Uint8Array, digest: string): void {
	if (!hasDigest(bytes, digest)) throw new RegistryFailure(`${domain} answers with something else than ${digest}`);
}
