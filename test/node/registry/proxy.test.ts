import { type AddressInfo, createServer } from "node:net";
import { describe, expect, it, onTestFinished } from "vitest";
import { findProxy } from "../../../src/node/registry/proxy.ts";
import { serve, startRegistry } from "./helpers/registry.ts";
import { makeHome, makeSource, QUICK } from "./helpers/source.ts";

describe("the proxy for a URL", () => {
	const both = { HTTP_PROXY: "http://plain:1", HTTPS_PROXY: "http://secure:2" };

	it.each<[url: string, environment: Record<string, string>, host: string | undefined]>([
		["https://quay.io/", both, "secure:2"],
		["http://quay.io/", both, "plain:1"],
		["https://quay.io/", { HTTP_PROXY: "http://plain:1" }, undefined],
		["https://quay.io/", { https_proxy: "secure:2" }, "secure:2"],
		["https://localhost:5000/", both, undefined],
		["http://127.0.0.1:5000/", both, undefined],
		["http://[::1]:5000/", both, undefined],
	])("%s with %j is %s", (url, environment, host) => {
		expect(findProxy(new URL(url), environment)?.host).toBe(host);
	});

	it.each([
		["quay.io", "*", false],
		["quay.io", "quay.io", false],
		["cdn.quay.io", "quay.io", false],
		["notquay.io", "quay.io", true],
		["quay.io", ".quay.io", true],
		["cdn.quay.io", ".quay.io", false],
		["cdn.quay.io", "*.quay.io", false],
		["quay.io", "ghcr.io, QUAY.io", false],
		["quay.io:443", "quay.io:443", false],
		["quay.io:5000", "quay.io:443", true],
		["10.1.2.3", "10.0.0.0/8", false],
		["11.1.2.3", "10.0.0.0/8", true],
		["10.1.2.3", "10.1.2.3", false],
		["110.1.2.3", "10.1.2.3", true],
		["10.1.2.3", "10.0.0.0/99", true],
		["[fd00::1]", "fd00::/8", false],
		["[fd00::1]", "fd00::1", false],
		["[fd00::1]:5000", "[fd00::1]:5000", false],
		["quay.io", "", true],
		["quay.io", ",,", true],
	])("https://%s with NO_PROXY=%s is used: %s", (host, noProxy, isUsed) => {
		expect(findProxy(new URL(`https://${host}/`), { ...both, NO_PROXY: noProxy }) !== undefined).toBe(isUsed);
	});

	it.each(["http://", "ftp://proxy", "http://a b"])("is a mistake when it is %j", (proxy) => {
		expect(() => findProxy(new URL("https://quay.io"), { HTTPS_PROXY: proxy })).toThrow("HTTPS_PROXY: is not the URL");
	});
});

it("a registry without TLS is asked through the proxy, with the proxy's password", async () => {
	const registry = await startRegistry();
	registry.pushImage({ Cmd: ["app"] }, { tag: "1" });
	const seen: (string | undefined)[] = [];
	const proxy = await serve((request, response) => {
		seen.push(request.headers["proxy-authorization"]);
		request.url = request.url?.replace("http://registry.invalid", "");
		registry.handle(request, response);
	});
	const environment = { HTTP_PROXY: `http://jane:s%33cret@${proxy}`, HTTPS_PROXY: `http://${proxy}` };
	const source = makeSource(makeHome(), { environment, insecureRegistries: ["registry.invalid"] });
	expect(await source.resolve("registry.invalid/app:1", "linux/amd64")).toMatchObject({ kind: "known" });
	expect(new Set(seen)).toEqual(new Set([`Basic ${Buffer.from("jane:s3cret").toString("base64")}`]));
});

it("a proxy that hangs up is not waited for without end", async () => {
	const server = createServer((socket) => socket.end());
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	onTestFinished(() => void server.close());
	const environment = { HTTPS_PROXY: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
	const source = makeSource(makeHome(), { environment, patience: { ...QUICK, request: 300 } });
	expect(await source.resolve("registry.invalid/app", "linux/amd64")).toEqual({
		kind: "unknown",
		reason: "registry.invalid did not answer in time",
	});
});
