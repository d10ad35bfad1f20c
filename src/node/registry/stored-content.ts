import type { ContentCache } from "../cache/content-cache.ts";
import { type Manifest, readManifest } from "../resolve/manifest.ts";
import { MAX_CONFIG_BYTES } from "../resolve/read-config.ts";
import type { NamedManifest } from "../resolve/read-image.ts";
import type { Endpoint } from "./endpoints.ts";
import type { ImageName } from "./image-name.ts";
import { MAX_MANIFEST_BYTES, type RegistryClient } from "./registry-client.ts";

/** The content of registries, from the cache if possible. */
export class StoredContent {
	readonly #client: RegistryClient;
	readonly #cache: ContentCache;
	/** By authority, repository and what is named in it. */
	readonly #named = new Map<string, Promise<NamedManifest>>();

	constructor(client: RegistryClient, cache: ContentCache) {
		this.#client = client;
		this.#cache = cache;
	}

	/** The manifest of a name. The digest of a tag is requested once in each run. Throws ImageContentError. */
	readNamed(endpoint: Endpoint, { tag = "latest", digest }: ImageName): Promise<NamedManifest> {
		const key = `${endpoint.authority}/${endpoint.repository} ${digest ?? tag}`;
		const named = this.#named.get(key) ?? this.#findNamed(endpoint, tag, digest);
		this.#named.set(key, named);
		return named;
	}

	/** The manifest with a digest. Throws ImageContentError. */
	async readManifest(endpoint: Endpoint, digest: string): Promise<Manifest> {
		const kept = await this.#cache.read(digest, MAX_MANIFEST_BYTES);
		return kept === undefined ? this.#request(endpoint, digest) : readManifest(kept);
	}

	/** The config blob with a digest. Throws ImageContentError. */
	async readConfig(endpoint: Endpoint, digest: string): Promise<Uint8Array> {
		const kept = await this.#cache.read(digest, MAX_CONFIG_BYTES);
		if (kept !== undefined) return kept;
		const blob = await this.#client.readConfig(endpoint, digest);
		await this.#cache.write(digest, blob);
		return blob;
	}

	async #findNamed(endpoint: Endpoint, tag: string, digest: string | undefined): Promise<NamedManifest> {
		const known = digest ?? (await this.#findDigest(endpoint, tag));
		if (known !== undefined) return { digest: known, ...(await this.readManifest(endpoint, known)) };
		return this.#request(endpoint, tag);
	}

	/** The digest that a tag refers to, unless it cannot help to find the manifest in the cache. */
	async #findDigest(endpoint: Endpoint, tag: string): Promise<string | undefined> {
		return (await this.#cache.hadContent()) ? this.#client.findDigest(endpoint, tag) : undefined;
	}

	/** @param reference a digest, or a tag */
	async #request(endpoint: Endpoint, reference: string): Promise<NamedManifest> {
		const { bytes, digest, contentType } = await this.#client.readManifest(endpoint, reference);
		const manifest = readManifest(bytes, contentType);
		await this.#cache.write(digest, bytes);
		return { digest, ...manifest };
	}
}
