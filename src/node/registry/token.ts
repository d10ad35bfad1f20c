import { parseObject, textOf } from "../json.ts";
import type { Credentials } from "./auth-files.ts";
import type { Challenge } from "./challenge.ts";
import type { Endpoint } from "./endpoints.ts";
import { RegistryFailure } from "./failure.ts";
import type { HttpClient } from "./http.ts";

/** A token for one scope. */
export interface Token {
	readonly text: string;
	/** In milliseconds, as `Date.now()`. */
	readonly expiresAt: number;
}

/** A request for a token. */
export interface TokenQuestion {
	readonly challenge: Challenge;
	readonly endpoint: Endpoint;
	/** `repository:library/node:pull` */
	readonly scope: string;
	readonly credentials: Credentials | undefined;
}

/** Tokens are a few KB. */
const MAX_BYTES = 1024 * 1024;

/**
 * The lifetime of a token that does not state it (distribution: docs/spec/auth/token.md), and the part of it not to
 * use.
 */
const DEFAULT_SECONDS = 60;
const MARGIN_SECONDS = 10;

/**
 * Asks the server that a challenge names for a token (distribution: docs/spec/auth/token.md, oauth.md).
 * Throws RegistryFailure if it gives none.
 */
export async function askToken(question: TokenQuestion, http: HttpClient): Promise<Token> {
	const { endpoint, credentials } = question;
	const realm = readRealm(question);
	const answer = await http.send({
		...(credentials?.kind === "identity" ? refresh(realm, question, credentials.token) : get(realm, question)),
		maxBytes: MAX_BYTES,
		isInsecure: realm.host === endpoint.authority && endpoint.isInsecure,
	});
	if (answer.status !== 200) throw new RegistryFailure(describeRefusal(answer.status, realm, question));
	const token = readToken(answer.body);
	if (token === undefined) throw new RegistryFailure(`${realm.host} answers with something that is not a token`);
	return token;
}

function get(realm: URL, { challenge, scope, credentials }: TokenQuestion) {
	const url = new URL(realm);
	const service = challenge.parameters.get("service");
	if (service !== undefined) url.searchParams.set("service", service);
	url.searchParams.set("scope", scope);
	return { method: "GET", url, authorization: basicAuthorization(credentials) } as const;
}

function refresh(url: URL, { challenge, scope }: TokenQuestion, token: string) {
	const body = new URLSearchParams({
		grant_type: "refresh_token",
		service: challenge.parameters.get("service") ?? "",
		client_id: "pidone",
		scope,
		refresh_token: token,
	});
	return { method: "POST", url, body } as const;
}

/** The header field for a name and a password. */
export function basicAuthorization(credentials: Credentials | undefined): string | undefined {
	if (credentials?.kind !== "password") return undefined;
	return `Basic ${Buffer.from(`${credentials.username}:${credentials.password}`).toString("base64")}`;
}

/** Passwords are never sent without TLS, unless the registry itself may lack it. */
function readRealm({ challenge, endpoint }: TokenQuestion): URL {
	const text = challenge.parameters.get("realm") ?? "";
	const realm = URL.canParse(text) ? new URL(text) : undefined;
	if (realm === undefined || !/^https?:$/.test(realm.protocol) || realm.username !== "" || realm.password !== "")
		throw new RegistryFailure(`${endpoint.domain} requires a token, but names no server that issues it`);
	if (realm.protocol === "http:" && !endpoint.isInsecure)
		throw new RegistryFailure(
			`${endpoint.domain} requires a token from ${realm.host}, which would be sent without TLS`,
		);
	return realm;
}

function describeRefusal(status: number, { host }: URL, { endpoint, credentials }: TokenQuestion): string {
	const isRefused = status === 400 || status === 401 || status === 403;
	if (!isRefused) return `${host}, which issues tokens for ${endpoint.domain}, answers ${status}`;
	return credentials === undefined
		? `${host} gives no token for ${endpoint.domain} without credentials (${status}): log in with docker login`
		: `${host} refuses the credentials for ${endpoint.domain} (${status}): log in again with docker login`;
}

function readToken(body: Uint8Array): Token | undefined {
	const answer = parseObject(new TextDecoder().decode(body)) ?? {};
	const text = textOf(answer.token) ?? textOf(answer.access_token);
	// A token must be valid in a header field.
	if (text === undefined || !/^[\x21-\x7e]+$/.test(text)) return undefined;
	const lifetime = typeof answer.expires_in === "number" ? answer.expires_in : DEFAULT_SECONDS;
	return { text, expiresAt: Date.now() + Math.max(0, lifetime - MARGIN_SECONDS) * 1000 };
}
