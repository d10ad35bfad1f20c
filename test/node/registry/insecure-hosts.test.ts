import { describe, expect, it } from "vitest";
import { makeInsecureHosts } from "../../../src/node/registry/insecure-hosts.ts";

const ADDRESSES: Readonly<Record<string, readonly string[]>> = {
	"registry.corp": ["192.0.2.7", "10.1.2.3"],
	"public.example": ["203.0.113.5"],
	"six.corp": ["fd00::5"],
};
const lookUp = async (name: string): Promise<readonly string[]> => ADDRESSES[name] ?? [];

describe("a host may lack TLS", () => {
	it.each<[host: string, registries: readonly string[], isInsecure: boolean]>([
		["registry.corp", ["registry.corp"], true],
		["registry.corp:5000", ["registry.corp"], false],
		["registry.corp:5000", ["registry.corp:5000"], true],
		["10.1.2.3:5000", ["10.0.0.0/8"], true],
		["11.1.2.3:5000", ["10.0.0.0/8"], false],
		["registry.corp", ["10.0.0.0/8"], true],
		["registry.corp:5000", ["172.16.0.0/12", "10.1.2.3/32"], true],
		["public.example", ["10.0.0.0/8"], false],
		["unknown.corp", ["10.0.0.0/8"], false],
		["six.corp:5000", ["fd00::/8"], true],
		["[fd00::5]:5000", ["fd00::/8"], true],
		["[fe80::5]:5000", ["fd00::/8"], false],
		["six.corp", ["0.0.0.0/0"], false],
		["10.1.2.3", ["10.0.0.0/33"], false],
		["10.1.2.3", ["10.0.0.0"], false],
	])("%s by %j: %s", async (host, registries, isInsecure) => {
		expect(await makeInsecureHosts(registries, lookUp)(host)).toBe(isInsecure);
	});

	it("and its name is looked up once, and only for a network", async () => {
		const asked: string[] = [];
		const count = async (name: string) => {
			asked.push(name);
			return lookUp(name);
		};
		await makeInsecureHosts(["other.corp"], count)("registry.corp");
		expect(asked).toEqual([]);
		const isInsecure = makeInsecureHosts(["10.0.0.0/8"], count);
		await Promise.all([isInsecure("registry.corp"), isInsecure("registry.corp:5000"), isInsecure("10.0.0.1")]);
		expect(asked).toEqual(["registry.corp"]);
	});

	it("unless its name has no address", async () => {
		expect(await makeInsecureHosts(["10.0.0.0/8"])("no-such-host.invalid")).toBe(false);
	});
});
