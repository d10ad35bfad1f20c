import { type Challenge, parseChallenges } from "./challenge.ts";
import type { CredentialStore } from "./credentials.ts";
import type { Endpoint } from "./endpoints.ts";
import { RegistryFailure } from "./failure.ts";
import type { HttpAnswer, HttpClient } from "./http.ts";
import { askToken, basicAuthorization, type Token } from "./token.ts";

/** Authenticates requests to registries, with the scheme that each registry requires. */
export class Authorizer {
	readonly #http: HttpClient;
	readonly #store: CredentialStore;
	/** The challenges of each registry, by its authority. */
	readonly #challenges = new Map<string, Challenge>();
	/** By authority and scope. */
	readonly #tokens = new Map<string, Promise<Token>>();

	constructor(http: HttpClient, store: CredentialStore) {
		this.#http = http;
		this.#store = store;
	}

	/** The header field for a repository; undefined if its registry has sent no challenge so far. */
	async authorize(endpoint: Endpoint): Promise<string | undefined> {
		const challenge = this.#challenges.get(endpoint.authority);
		return challenge && this.#answer(challenge, endpoint, scopeOf(endpoint));
	}

	/**
	 * The header field after a registry has answered 401.
	 * @param refused the one that was sent
	 * @returns undefined if there is no other
	 */
	async reauthorize(endpoint: Endpoint, answer: HttpAnswer, refused: string | undefined): Promise<string | undefined> {
		const challenges = parseChallenges(answer.header("www-authenticate") ?? "");
		const challenge = challenges.find(({ scheme }) => scheme === "bearer") ?? challenges.find(isBasic);
		if (challenge === undefined) throw new RegistryFailure(describeUnknown(endpoint, challenges));
		this.#challenges.set(endpoint.authority, challenge);
		const scope = challenge.parameters.get("scope") ?? scopeOf(endpoint);
		const other = await this.#answer(challenge, endpoint, scope, refused);
		return other === refused ? undefined : other;
	}

	/** @param refused what the registry has refused already */
	async #answer(
		challenge: Challenge,
		endpoint: Endpoint,
		scope: string,
		refused?: string,
	): Promise<string | undefined> {
		const credentials = await this.#store.find(endpoint);
		if (isBasic(challenge)) return basicAuthorization(credentials);
		if (credentials?.kind === "registry") return `Bearer ${credentials.token}`;
		const key = keyOf(endpoint, scope);
		const known = this.#tokens.get(key);
		if (known !== undefined) {
			const { text, expiresAt } = await known;
			if (expiresAt > Date.now() && `Bearer ${text}` !== refused) return `Bearer ${text}`;
			// Another request may have replaced it in the meantime.
			if (this.#tokens.get(key) === known) this.#tokens.delete(key);
		}
		const token = this.#tokens.get(key) ?? askToken({ challenge, endpoint, scope, credentials }, this.#http);
		this.#tokens.set(key, token);
		return `Bearer ${(await token).text}`;
	}
}

function isBasic({ scheme }: Challenge): boolean {
	return scheme === "basic";
}

function scopeOf({ repository }: Endpoint): string {
	return `repository:${repository}:pull`;
}

/** Credentials may differ between the repositories of one registry. */
function keyOf({ authority, repository }: Endpoint, scope: string): string {
	return `${authority} ${repository} ${scope}`;
}

function describeUnknown({ domain }: Endpoint, challenges: readonly Challenge[]): string {
	const schemes = challenges.map(({ scheme }) => scheme).join(", ");
	return `${domain} answers 401 and requires an authentication scheme that pidone does not support${schemes && ` (${schemes})`}`;
}
