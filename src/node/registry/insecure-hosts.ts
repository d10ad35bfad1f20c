import { lookup } from "node:dns/promises";
import { isIP } from "node:net";
import { hostNameOf } from "./endpoints.ts";
import { type Network, parseNetwork } from "./network.ts";

/** Whether a host, with or without a port, may lack TLS or a trusted certificate. */
export type IsInsecureHost = (host: string) => Promise<boolean>;

/**
 * Reads hosts and networks as dockerd reads `--insecure-registry`: a name is in a network if one of its addresses is.
 * Names are only looked up if there is a network, each of them once.
 */
export function makeInsecureHosts(
	insecureRegistries: readonly string[],
	lookUp: (name: string) => Promise<readonly string[]> = findAddresses,
): IsInsecureHost {
	const networks = insecureRegistries.flatMap((text) => parseNetwork(text) ?? []);
	const found = new Map<string, Promise<boolean>>();
	const isInNetwork = async (name: string): Promise<boolean> => {
		const addresses = isIP(name) === 0 ? await lookUp(name) : [name];
		return networks.some((network: Network) => addresses.some(network.has));
	};
	return async (host) => {
		if (insecureRegistries.includes(host)) return true;
		if (networks.length === 0) return false;
		const name = hostNameOf(host);
		const answer = found.get(name) ?? isInNetwork(name);
		found.set(name, answer);
		return answer;
	};
}

/** A name that cannot be resolved fails later, when the registry is asked. */
async function findAddresses(name: string): Promise<readonly string[]> {
	try {
		return (await lookup(name, { all: true })).map(({ address }) => address);
	} catch {
		return [];
	}
}
