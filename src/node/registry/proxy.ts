import { isIP } from "node:net";
import { UserError } from "../../core/user-error.ts";
import type { Environment } from "../cache/user-folders.ts";
import { isLoopback } from "./endpoints.ts";
import { parseNetwork } from "./network.ts";

/**
 * The proxy for a URL by HTTP_PROXY, HTTPS_PROXY and NO_PROXY as Docker and Podman read them
 * (golang.org/x/net/http/httpproxy): undici's own reading lacks domains without a leading dot, and networks.
 * @returns undefined if there is none for it. Throws UserError if the variable is not a URL.
 */
export function findProxy({ protocol, hostname, port, host }: URL, environment: Environment): URL | undefined {
	const variable = protocol === "https:" ? "HTTPS_PROXY" : "HTTP_PROXY";
	const written = readVariable(environment, variable);
	if (written === undefined || isLoopback(host)) return undefined;
	const name = hostname.replace(/^\[(.*)\]$/, "$1");
	const realPort = port || (protocol === "https:" ? "443" : "80");
	const exceptions = (readVariable(environment, "NO_PROXY") ?? "").split(",").map((each) => each.trim());
	return exceptions.some((exception) => isException(exception, name, realPort))
		? undefined
		: parseProxy(variable, written);
}

function readVariable(environment: Environment, name: string): string | undefined {
	return environment[name] || environment[name.toLowerCase()] || undefined;
}

/** The error does not contain the value, which may have a password in it. */
function parseProxy(variable: string, written: string): URL {
	const text = /^[a-z][a-z0-9]*:\/\//i.test(written) ? written : `http://${written}`;
	const proxy = URL.canParse(text) ? new URL(text) : undefined;
	if (proxy === undefined || !/^https?:$/.test(proxy.protocol))
		throw new UserError(`${variable}: is not the URL of a proxy: write http://HOST:PORT`);
	return proxy;
}

/**
 * `*`, a network, an address, a domain with its subdomains, or `.domain` for its subdomains only; with or without a
 * port.
 */
function isException(exception: string, name: string, port: string): boolean {
	if (exception === "" || exception === "*") return exception === "*";
	if (exception.includes("/")) return parseNetwork(exception)?.has(name) ?? false;
	const [, written = exception, only = port] =
		/^(.+?|\[.+\]):(\d+)$/.exec(isIP(exception) === 6 ? "" : exception) ?? [];
	if (only !== port) return false;
	const domain = written
		.toLowerCase()
		.replace(/^\*\./, ".")
		.replace(/^\[(.*)\]$/, "$1");
	return name === domain || (isIP(name) === 0 && name.endsWith(domain.startsWith(".") ? domain : `.${domain}`));
}
