import { type Dispatcher, request as send } from "undici";
import { UserError } from "../../core/user-error.ts";
import { version } from "../../version.ts";
import type { Environment } from "../cache/user-folders.ts";
import { LayerError } from "../layers/layer-error.ts";
import { Connections, type TimeLimits } from "./connections.ts";
import { withDeadline } from "./deadline.ts";
import { describeTransportError } from "./describe-error.ts";
import { isLoopback } from "./endpoints.ts";
import { RegistryFailure } from "./failure.ts";
import { type Attempt, parseRetryAfter, retry } from "./retry.ts";

/** A request to a server. */
export interface HttpRequest {
	readonly method: "GET" | "HEAD" | "POST";
	readonly url: URL;
	readonly accept?: string;
	/** Sent only to the origin of the URL. */
	readonly authorization?: string | undefined;
	/** A form, sent only to the origin of the URL. */
	readonly body?: URLSearchParams;
	/** The longest body that is read. */
	readonly maxBytes: number;
	/**
	 * Consumes the body of a successful answer as a stream, so it may be long. Called again for another attempt.
	 */
	readonly take?: (body: AsyncIterable<Uint8Array>) => Promise<void>;
	/** Whether the host may lack TLS, or a trusted certificate. */
	readonly isInsecure: boolean;
}

/** A server's answer, after all redirects. */
export interface HttpAnswer {
	readonly status: number;
	/** The URL that has answered. */
	readonly url: URL;
	readonly body: Uint8Array;
	/** The values of a header field, by its name in lower case. */
	readonly header: (name: string) => string | undefined;
}

/** Time limits, and the longest wait before the second attempt, in milliseconds. */
export interface Patience extends TimeLimits {
	readonly retry: number;
}

const MAX_REDIRECTS = 10;

const MB = 1024 * 1024;

/** Only the code is read from the body of an error. */
const MAX_ERROR_BYTES = 64 * 1024;

/** An HTTP client for registries: redirects, retries, time limits. */
export class HttpClient {
	readonly #connections: Connections;
	readonly #patience: Patience;
	/** Unreachable hosts, and why. They are not tried again. */
	readonly #unreachable = new Map<string, RegistryFailure>();

	constructor(environment: Environment, patience: Patience) {
		this.#connections = new Connections(environment, patience);
		this.#patience = patience;
	}

	/**
	 * Sends a request, follows redirects, and retries after temporary failures.
	 * Throws RegistryFailure if there is no answer; an answer with any status is a result.
	 */
	async send(request: HttpRequest): Promise<HttpAnswer> {
		const outcome = await retry(() => this.#attempt(request), this.#patience.retry);
		if (outcome instanceof Error) throw outcome;
		return outcome;
	}

	/** Whether an HTTP server answers there. */
	async isAnswering(url: URL): Promise<boolean> {
		try {
			await this.#exchange({ method: "GET", url, maxBytes: MAX_ERROR_BYTES, isInsecure: true }, url, undefined);
			return true;
		} catch (error) {
			if (error instanceof UserError) throw error;
			return false;
		}
	}

	async #attempt(request: HttpRequest): Promise<Attempt<HttpAnswer | RegistryFailure>> {
		try {
			const answer = await this.#follow(request);
			const isTemporary = answer.status === 408 || answer.status === 429 || answer.status >= 500;
			return { isTemporary, result: answer, waitMs: parseRetryAfter(answer.header("retry-after")) };
		} catch (error) {
			if (!(error instanceof RegistryFailure)) throw error;
			return { isTemporary: error.isTemporary, result: error };
		}
	}

	/** Follows redirects. Once the origin has changed, credentials are no longer sent. */
	async #follow(request: HttpRequest): Promise<HttpAnswer> {
		let { url, authorization } = request;
		for (let count = 0; count <= MAX_REDIRECTS; count++) {
			const answer = await this.#exchange(request, url, authorization);
			const location = isRedirect(answer.status) ? answer.header("location") : undefined;
			if (location === undefined) return answer;
			const next = readLocation(location, url, request);
			if (next.origin !== url.origin) authorization = undefined;
			url = next;
		}
		throw new RegistryFailure(`${request.url.host} redirects more than ${MAX_REDIRECTS} times`);
	}

	async #exchange(request: HttpRequest, url: URL, authorization: string | undefined): Promise<HttpAnswer> {
		const known = this.#unreachable.get(url.origin);
		if (known !== undefined) throw known;
		const isInsecure = url.host === request.url.host ? request.isInsecure : isLoopback(url.host);
		const dispatcher = await this.#connections.for(url, !isInsecure);
		try {
			const { method, body, take } = request;
			return await withDeadline(this.#patience[take === undefined ? "request" : "stream"], async (signal) => {
				const headers = headersOf(request, authorization);
				const text = body?.toString() ?? null;
				// Without this, undici closes the connection after HEAD.
				const response = await send(url, { method, headers, body: text, dispatcher, signal, reset: false });
				return readAnswer(response, request, url);
			});
		} catch (error) {
			// A broken layer is not a failure of the connection.
			throw error instanceof LayerError ? error : this.#describe(error, url);
		}
	}

	#describe(error: unknown, url: URL): RegistryFailure {
		if (error instanceof RegistryFailure) return error;
		const { description, isTemporary, isUnreachable } = describeTransportError(error, url.host);
		// No cause: an error of undici may contain what was sent.
		const failure = new RegistryFailure(`${url.host} ${description}`, isTemporary);
		if (isUnreachable) this.#unreachable.set(url.origin, failure);
		return failure;
	}
}

function isRedirect(status: number): boolean {
	return [301, 302, 303, 307, 308].includes(status);
}

function readLocation(location: string, from: URL, { method, isInsecure }: HttpRequest): URL {
	const next = URL.canParse(location, from.href) ? new URL(location, from.href) : undefined;
	if (next === undefined || !/^https?:$/.test(next.protocol))
		throw new RegistryFailure(`${from.host} redirects to something that is not a URL`);
	if (method === "POST") throw new RegistryFailure(`${from.host} redirects what has credentials in it to ${next.host}`);
	if (from.protocol === "https:" && next.protocol === "http:" && !isInsecure)
		throw new RegistryFailure(`${from.host} redirects to ${next.host} without TLS`);
	next.username = "";
	next.password = "";
	next.hash = "";
	return next;
}

function headersOf({ accept, body }: HttpRequest, authorization: string | undefined): Record<string, string> {
	return {
		"user-agent": `pidone/${version}`,
		...(accept === undefined ? {} : { accept }),
		...(body === undefined ? {} : { "content-type": "application/x-www-form-urlencoded" }),
		...(authorization === undefined ? {} : { authorization }),
	};
}

async function readAnswer(
	{ statusCode: status, headers, body }: Dispatcher.ResponseData,
	{ method, maxBytes, take }: HttpRequest,
	url: URL,
): Promise<HttpAnswer> {
	const header = (name: string): string | undefined => {
		const value = headers[name];
		return Array.isArray(value) ? value.join(", ") : value;
	};
	const hasNoBody = method === "HEAD" || isRedirect(status);
	if (hasNoBody) await body.dump({ limit: MAX_ERROR_BYTES });
	const isGood = status >= 200 && status < 300;
	if (isGood && take !== undefined) await take(body).finally(() => body.destroy());
	const bytes =
		hasNoBody || (isGood && take !== undefined) ? undefined : await readUpTo(body, isGood ? maxBytes : MAX_ERROR_BYTES);
	if (isGood && bytes?.isCut) throw new RegistryFailure(`${url.host} answers with more than ${maxBytes / MB} MB`);
	return { status, url, body: bytes?.read ?? new Uint8Array(), header };
}

/** Reads a stream to its end, or stops if it is too long. */
async function readUpTo(stream: AsyncIterable<Uint8Array>, maxBytes: number) {
	const chunks: Uint8Array[] = [];
	let length = 0;
	for await (const chunk of stream) {
		length += chunk.length;
		if (length > maxBytes) return { isCut: true, read: Buffer.concat(chunks) };
		chunks.push(chunk);
	}
	return { isCut: false, read: Buffer.concat(chunks) };
}
