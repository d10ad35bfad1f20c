import { isIP } from "node:net";
import type { ImageName } from "./image-name.ts";
import type { Mirror, RegistryRow } from "./registries-conf.ts";

/** A host and repository that may have an image. */
export interface Endpoint {
	/** The registry's name, for credentials and certificates: `docker.io`. */
	readonly domain: string;
	/** The host that answers, with its port: `registry-1.docker.io`. */
	readonly authority: string;
	readonly repository: string;
	/** Whether to accept HTTP without TLS, and an untrusted certificate. */
	readonly isInsecure: boolean;
}

/**
 * Where to ask for an image, in order: mirrors, then the registry itself.
 * @returns the blocked prefix instead, if there is one
 */
export function findEndpoints(
	{ domain, repository, tag, digest }: ImageName,
	rows: readonly RegistryRow[],
): readonly Endpoint[] | { readonly blocked: string } {
	const toEndpoint = (location: string, isInsecure: boolean): Endpoint => {
		const slash = location.indexOf("/");
		const host = slash === -1 ? location : location.slice(0, slash);
		return {
			domain: host,
			authority: host === "docker.io" ? "registry-1.docker.io" : host,
			repository: slash === -1 ? "" : location.slice(slash + 1),
			isInsecure: isInsecure || isLoopback(host),
		};
	};
	const name = `${domain}/${repository}`;
	const whole = `${name}${tag === undefined ? "" : `:${tag}`}${digest === undefined ? "" : `@${digest}`}`;
	const row = findRow(whole, rows);
	if (row === undefined) return [toEndpoint(name, false)];
	if (row.isBlocked) return { blocked: row.prefix };
	const matched = row.prefix.startsWith("*.") ? domain.length : row.prefix.length;
	const rest = name.slice(matched);
	const mirrors = row.mirrors.filter(({ serves }) => isServed(serves, digest));
	return [
		...mirrors.map(({ location, isInsecure }) => toEndpoint(`${location}${rest}`, isInsecure)),
		toEndpoint(row.location === "" ? name : `${row.location}${rest}`, row.isInsecure),
	];
}

function isServed(serves: Mirror["serves"], digest: string | undefined): boolean {
	return serves === "all" || (serves === "digest-only") === (digest !== undefined);
}

/** The row with the longest prefix; a row for a name takes precedence over one for all hosts of a domain. */
function findRow(whole: string, rows: readonly RegistryRow[]): RegistryRow | undefined {
	const [host = ""] = whole.split("/", 1);
	const isFor = ({ prefix }: RegistryRow): boolean =>
		prefix.startsWith("*.")
			? hostNameOf(host).endsWith(prefix.slice(1))
			: whole.startsWith(prefix) && /^(?:[/:@]|$)/.test(whole.slice(prefix.length));
	const [longest] = rows.filter(isFor).sort((left, right) => right.prefix.length - left.prefix.length);
	return longest;
}

/** Whether a host, with or without a port, is this machine, for which Docker requires no certificate. */
export function isLoopback(host: string): boolean {
	const name = hostNameOf(host);
	return name === "localhost" || name === "::1" || (isIP(name) === 4 && name.startsWith("127."));
}

/** The name or address of a host, without its port and without the brackets of an IPv6 address. */
export function hostNameOf(host: string): string {
	return host.replace(/:\d+$/, "").replace(/^\[(.*)\]$/, "$1");
}
