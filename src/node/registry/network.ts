import { BlockList, isIP } from "node:net";

/** Addresses in the notation of CIDR: `10.0.0.0/8`. */
export interface Network {
	/** Whether a text is one of these addresses. */
	readonly has: (address: string) => boolean;
}

/** Reads a network; undefined for anything else. */
export function parseNetwork(text: string): Network | undefined {
	const [, address = "", length = ""] = /^([0-9a-f.:]+)\/(\d{1,3})$/i.exec(text) ?? [];
	const family = isIP(address);
	const bits = Number(length);
	if (family === 0 || bits > (family === 4 ? 32 : 128)) return undefined;
	const kind = family === 4 ? "ipv4" : "ipv6";
	const networks = new BlockList();
	networks.addSubnet(address, bits, kind);
	return { has: (each) => isIP(each) === family && networks.check(each, kind) };
}
