import { describe, expect, it } from "vitest";
import { toBytes } from "../../src/buildkit/bytes.ts";
import type { Request } from "../../src/buildkit/request.ts";
import { readRequest } from "../../src/buildkit/request.ts";
import { startGateway, type World } from "./helpers/fake-gateway.ts";
import { environment, type FrontendEnv } from "./helpers/runtime.ts";

async function read(env: FrontendEnv = {}, world: World = {}): Promise<Request> {
	return await readRequest(startGateway(world).connect(), environment(env));
}

const worker = (...platforms: unknown[]): string =>
	JSON.stringify([
		{ id: "a", platforms },
		{ id: "b", platforms: [{ os: "windows", architecture: "amd64" }] },
	]);

describe("readRequest", () => {
	it("reads options, with equals signs, blanks and nothing in their values", async () => {
		const options = { "build-arg:A": "b=c==", "label:x": " y\n", target: "", "context:a b": "ä", __proto__: "no" };
		expect((await read({ options })).options).toEqual(options);
	});

	it("reads the build arguments and the named contexts among the options", async () => {
		const options = {
			"build-arg:A": "b=c",
			"build-arg:": "x",
			"build-args:B": "",
			"context:base": "docker-image://a",
			"context:base::linux/amd64": "input:b",
			context: "local",
		};
		expect(await read({ options })).toMatchObject({
			buildArgs: { A: "b=c", "": "x" },
			namedContexts: [
				{ name: "base", value: "docker-image://a" },
				{ name: "base", value: "input:b" },
			],
		});
		expect((await read({ options: { "label:A": "b" } })).buildArgs).toEqual({});
	});

	it("reads an option without an equals sign as Go does", async () => {
		const more = { BUILDKIT_FRONTEND_OPT_7: "no-cache", BUILDKIT_FRONTEND_OPT_8: "=x", BUILDKIT_OTHER: "a=b" };
		expect((await read({ more })).options).toEqual({ "no-cache": "", "": "x" });
	});

	it("reads the session and the capabilities of the gateway", async () => {
		expect(await read()).toMatchObject({ sessionId: "session-1", hasContexts: true, inputs: {} });
		expect(await read({}, { caps: ["frontend.inputs"] })).toMatchObject({ hasContexts: false });
	});

	it("returns the inputs", async () => {
		const inputs = { context: { def: [toBytes("op")], metadata: {} } };
		expect((await read({}, { inputs })).inputs.context).toMatchObject({ def: [toBytes("op")] });
	});

	it.each<[string, string | undefined, string]>([
		["one of amd64", worker({ os: "linux", architecture: "amd64" }), "linux/amd64"],
		["one with a variant", worker({ os: "linux", architecture: "arm", variant: "v7" }), "linux/arm/v7"],
		["one whose variant is usual", worker({ os: "linux", architecture: "arm64", variant: "v8" }), "linux/arm64"],
		[
			"one with more platforms",
			worker({ os: "linux", architecture: "arm64" }, { os: "linux", architecture: "amd64" }),
			"linux/arm64",
		],
		["one without platforms", "[{}]", "linux/amd64"],
		["one whose platforms are null", '[{"platforms":null}]', "linux/amd64"],
		["none", "[]", "linux/amd64"],
		["null", "null", "linux/amd64"],
		["nothing", "", "linux/amd64"],
	])("builds on the first worker: %s", async (_, workers, platform) => {
		expect(await read({ ...(workers === undefined ? {} : { workers }) })).toMatchObject({
			buildPlatform: platform,
			platforms: [platform],
		});
	});

	it("returns each requested platform once", async () => {
		const platforms = ["linux/arm64", "linux/amd64", "linux/arm/v7"];
		expect(await read({ options: { platform: "linux/arm64/v8,linux/amd64,linux/x86_64,linux/arm" } })).toMatchObject({
			platforms,
			buildPlatform: "linux/amd64",
		});
	});

	it("rejects what is not a platform", async () => {
		await expect(read({ options: { platform: "linux/amd64,b o g u s" } })).rejects.toThrow(
			"--platform b o g u s: is not a platform",
		);
	});
});
