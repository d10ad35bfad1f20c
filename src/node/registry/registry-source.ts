import { ContentCache } from "../cache/content-cache.ts";
import { cachePath, type Environment } from "../cache/user-folders.ts";
import { ImageContentError } from "../resolve/image-content-error.ts";
import type { ImageSource, Resolution } from "../resolve/image-source.ts";
import { Limiter } from "../resolve/limiter.ts";
import { readImage } from "../resolve/read-image.ts";
import { Authorizer } from "./authorizer.ts";
import { CredentialStore } from "./credentials.ts";
import { type Endpoint, findEndpoints } from "./endpoints.ts";
import { HttpClient, type Patience } from "./http.ts";
import { parseImageName } from "./image-name.ts";
import { makeInsecureHosts } from "./insecure-hosts.ts";
import { type RegistryRow, readRegistriesConf } from "./registries-conf.ts";
import { RegistryClient } from "./registry-client.ts";
import { StoredContent } from "./stored-content.ts";

/** How to ask registries. */
export interface RegistryOptions {
	/** Hosts, with or without a port, and networks that may lack TLS or a trusted certificate. */
	readonly insecureRegistries?: readonly string[];
	/** Says where to find credentials, certificates, proxies, mirrors and the cache. */
	readonly environment?: Environment;
	readonly patience?: Patience & {
		/** How long a credential helper may take, in milliseconds. */
		readonly helper: number;
	};
}

/** Images that are looked up at the same time. */
const CONCURRENCY = 8;

const PATIENCE = { connect: 10_000, silence: 30_000, request: 60_000, stream: 900_000, retry: 500, helper: 30_000 };

/**
 * Images in registries, by the OCI distribution protocol. Each answer is requested once, and stays the same for the
 * life of the source.
 */
export function makeRegistrySource(options: RegistryOptions): ImageSource {
	const resolveImage = makeResolver(options);
	const limiter = new Limiter(CONCURRENCY);
	const answers = new Map<string, Promise<Resolution>>();
	return {
		name: "registry",
		resolve(reference, platform) {
			const key = `${reference} ${platform}`;
			const answer = answers.get(key) ?? limiter.run(() => resolveImage(reference, platform));
			answers.set(key, answer);
			return answer;
		},
	};
}

function makeResolver({
	insecureRegistries = [],
	environment = process.env,
	patience = PATIENCE,
}: RegistryOptions): ImageSource["resolve"] {
	const http = new HttpClient(environment, patience);
	const authorizer = new Authorizer(http, new CredentialStore(environment, patience.helper));
	const client = new RegistryClient(http, authorizer);
	const content = new StoredContent(client, new ContentCache(cachePath(environment, "pidone", "images")));
	const isInsecureHost = makeInsecureHosts(insecureRegistries);
	let rows: Promise<readonly RegistryRow[]> | undefined;

	return async (reference, platform) => {
		const name = parseImageName(reference);
		if ("mistake" in name) return { kind: "unknown", reason: name.mistake };
		rows ??= readRegistriesConf(environment);
		const endpoints = findEndpoints(name, await rows);
		if ("blocked" in endpoints) return { kind: "unknown", reason: `registries.conf blocks ${endpoints.blocked}` };
		return askInTurn(endpoints, async (found) => {
			const endpoint = { ...found, isInsecure: found.isInsecure || (await isInsecureHost(found.domain)) };
			return readImage(await content.readNamed(endpoint, name), platform, {
				readManifest: (digest) => content.readManifest(endpoint, digest),
				readConfig: (digest) => content.readConfig(endpoint, digest),
				scanLayers: async (blobs, keep) => {
					for (const { digest } of blobs) await keep(await client.scanLayer(endpoint, digest));
				},
			});
		});
	};
}

/** The first conclusive answer, or why there is none. */
async function askInTurn(
	endpoints: readonly Endpoint[],
	ask: (endpoint: Endpoint) => Promise<Resolution>,
): Promise<Resolution> {
	const reasons: string[] = [];
	for (const endpoint of endpoints) {
		try {
			const answer = await ask(endpoint);
			if (answer.kind !== "unknown") return answer;
			reasons.push(answer.reason);
		} catch (error) {
			if (!(error instanceof ImageContentError)) throw error;
			reasons.push(error.message);
		}
	}
	return { kind: "unknown", reason: reasons.join("; ") };
}
