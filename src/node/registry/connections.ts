import { Agent, type Dispatcher, ProxyAgent } from "undici";
import type { Environment } from "../cache/user-folders.ts";
import { findProxy } from "./proxy.ts";
import { readTlsFiles } from "./tls-files.ts";

/** Connections to one host at the same time. */
const CONNECTIONS = 8;

/** How long to wait, in milliseconds. */
export interface TimeLimits {
	readonly connect: number;
	/** For the header of an answer, and then for each part of its body. */
	readonly silence: number;
	/** For a whole request. */
	readonly request: number;
	/** For a request whose answer may be as long as a layer. */
	readonly stream: number;
}

/** The connections to each host, through its proxy and with its certificates. */
export class Connections {
	readonly #environment: Environment;
	readonly #limits: TimeLimits;
	readonly #dispatchers = new Map<string, Promise<Dispatcher>>();

	constructor(environment: Environment, limits: TimeLimits) {
		this.#environment = environment;
		this.#limits = limits;
	}

	/**
	 * @param isVerified whether to verify the host's certificate
	 * Throws UserError if the proxy's URL or a certificate is wrong.
	 */
	for(url: URL, isVerified: boolean): Promise<Dispatcher> {
		const key = `${url.origin} ${isVerified}`;
		const dispatcher = this.#dispatchers.get(key) ?? this.#open(url, isVerified);
		this.#dispatchers.set(key, dispatcher);
		return dispatcher;
	}

	async #open(url: URL, isVerified: boolean): Promise<Dispatcher> {
		const { connect: timeout, silence } = this.#limits;
		const { ca, ...proof } = url.protocol === "https:" ? await readTlsFiles(url.host, this.#environment) : {};
		const tls = { timeout, rejectUnauthorized: isVerified, ...proof, ...(ca === undefined ? {} : { ca: [...ca] }) };
		const common = { connections: CONNECTIONS, headersTimeout: silence, bodyTimeout: silence };
		const proxy = findProxy(url, this.#environment);
		if (proxy === undefined) return new Agent({ ...common, connect: tls });
		// Many proxies reject a tunnel to a server without TLS.
		const proxyTunnel = url.protocol === "https:";
		const token = proxyAuthorization(proxy);
		return new ProxyAgent({
			...common,
			uri: proxy.origin,
			...token,
			requestTls: tls,
			proxyTls: { timeout },
			proxyTunnel,
		});
	}
}

function proxyAuthorization({ username, password }: URL): { readonly token?: string } {
	if (username === "") return {};
	const plain = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
	return { token: `Basic ${Buffer.from(plain).toString("base64")}` };
}
