import type { Environment } from "../cache/user-folders.ts";
import { type AuthFile, type Credentials, readAuthFiles } from "./auth-files.ts";
import { askCredentialHelper } from "./credential-helper.ts";
import type { Endpoint } from "./endpoints.ts";

/** The names for Docker Hub in credentials: Docker's own, and those of other programs. */
const DOCKER_HUB = ["https://index.docker.io/v1/", "index.docker.io", "registry-1.docker.io"];

/** The credentials that Docker and Podman have; each file and each helper is asked once. */
export class CredentialStore {
	readonly #environment: Environment;
	readonly #helperTimeoutMs: number;
	#files: Promise<readonly AuthFile[]> | undefined;
	readonly #answers = new Map<string, Promise<Credentials | undefined>>();

	constructor(environment: Environment, helperTimeoutMs: number) {
		this.#environment = environment;
		this.#helperTimeoutMs = helperTimeoutMs;
	}

	/**
	 * The credentials for a repository; those for a longer part of its path take precedence.
	 * Throws UserError if a file cannot be read, RegistryFailure if a helper does not answer.
	 */
	async find(endpoint: Pick<Endpoint, "domain" | "repository">): Promise<Credentials | undefined> {
		this.#files ??= readAuthFiles(this.#environment);
		for (const file of await this.#files) {
			const found = (await this.#askHelper(file, endpoint.domain)) ?? findInFile(file, endpoint);
			if (found !== undefined) return found;
		}
		return undefined;
	}

	async #askHelper({ helpers, store }: AuthFile, domain: string): Promise<Credentials | undefined> {
		const servers = domain === "docker.io" ? [...DOCKER_HUB, domain] : [domain];
		const named = servers.find((server) => helpers.has(server));
		const suffix = (named === undefined ? undefined : helpers.get(named)) ?? store;
		if (suffix === undefined) return undefined;
		const [server = domain] = named === undefined ? servers : [named];
		const key = `${suffix} ${server}`;
		const answer =
			this.#answers.get(key) ??
			askCredentialHelper({ suffix, server, environment: this.#environment, timeoutMs: this.#helperTimeoutMs });
		this.#answers.set(key, answer);
		return answer;
	}
}

/** `host/team/app`, `host/team`, `host`; then a host that is written as a URL. */
function findInFile({ auths }: AuthFile, { domain, repository }: Pick<Endpoint, "domain" | "repository">) {
	const parts = repository.split("/");
	const keys = parts.map((_, index) => `${domain}/${parts.slice(0, parts.length - index).join("/")}`);
	const known = [...keys, domain, ...(domain === "docker.io" ? DOCKER_HUB : [])].find((key) => auths.has(key));
	const key = known ?? [...auths.keys()].find((each) => hostOf(each) === domain);
	return key === undefined ? undefined : auths.get(key);
}

/** Docker's old keys are URLs, such as `https://harbor.corp/v1/`, unlike Podman's keys with a path. */
function hostOf(key: string): string | undefined {
	return /^https?:\/\/([^/]+)/.exec(key)?.[1];
}
