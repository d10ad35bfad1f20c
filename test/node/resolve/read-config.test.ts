import { describe, expect, it } from "vitest";
import { MAX_CONFIG_BYTES, readImageConfig } from "../../../src/node/resolve/read-config.ts";

const read = (text: string) => readImageConfig(new TextEncoder().encode(text));
const readObject = (config: unknown) => read(JSON.stringify({ os: "linux", architecture: "amd64", config }));

it("a config determines what runs, and on which platform", () => {
	const config = {
		Entrypoint: ["docker-entrypoint.sh"],
		Cmd: ["node"],
		User: "1000:1000",
		Shell: ["/bin/bash", "-c"],
		StopSignal: "SIGQUIT",
		Env: ["PATH=/usr/bin"],
		OnBuild: ["COPY . /app"],
		Volumes: { "/var/lib": {}, "/data": {} },
		Labels: { a: "b" },
	};
	expect(read(JSON.stringify({ os: "linux", architecture: "arm", variant: "v7", config, history: [] }))).toEqual({
		kind: "known",
		platform: "linux/arm/v7",
		image: {
			entrypoint: ["docker-entrypoint.sh"],
			cmd: ["node"],
			user: "1000:1000",
			shell: ["/bin/bash", "-c"],
			stopSignal: "SIGQUIT",
			env: ["PATH=/usr/bin"],
			onBuild: ["COPY . /app"],
			volumes: ["/data", "/var/lib"],
		},
	});
});

it.each<[what: string, config: unknown]>([
	["no config", undefined],
	["null", null],
	["nulls", { Entrypoint: null, Cmd: null, Volumes: null, OnBuild: null }],
	["empty values", { Entrypoint: [], Cmd: [], User: "", Shell: [], StopSignal: "", Env: [], Volumes: {} }],
])("%s declares nothing", (_, config) => {
	expect(readObject(config)).toEqual({ kind: "known", image: {}, platform: "linux/amd64" });
});

it("the case of keys does not matter, as in Go", () => {
	expect(read('{"Config": {"entrypoint": ["a"], "ENTRYPOINT": ["b"]}}')).toEqual({
		kind: "known",
		image: { entrypoint: ["b"] },
	});
});

it.each<[what: string, config: string]>([
	["__proto__", '{"__proto__": {"Entrypoint": ["evil"]}}'],
	["constructor", '{"constructor": {"prototype": {"Cmd": ["evil"]}}}'],
])("%s is a key like any other", (_, config) => {
	expect(read(`{"os": "linux", "architecture": "amd64", "config": ${config}, "__proto__": {"config": 1}}`)).toEqual({
		kind: "known",
		image: {},
		platform: "linux/amd64",
	});
	expect(Object.prototype).not.toHaveProperty("Entrypoint");
});

describe("a config that Docker could not read is not known", () => {
	it.each<[config: unknown, keys: string]>([
		[{ Entrypoint: "/bin/sh" }, "Entrypoint"],
		[{ Cmd: ["a", 1] }, "Cmd"],
		[{ Cmd: { 0: "a" }, User: 1000 }, "Cmd and User"],
		[{ StopSignal: 15 }, "StopSignal"],
		[{ Env: { PATH: "/bin" } }, "Env"],
		[{ OnBuild: "RUN true" }, "OnBuild"],
		[{ Volumes: ["/data"] }, "Volumes"],
		[{ Shell: false }, "Shell"],
	])("%j", (config, keys) => {
		expect(readObject(config)).toEqual({
			kind: "unknown",
			reason: `its config has a value of the wrong type in ${keys}`,
		});
	});

	it.each<[text: string, reason: string]>([
		["", "its config is not a JSON object"],
		["{", "its config is not a JSON object"],
		["[]", "its config is not a JSON object"],
		["null", "its config is not a JSON object"],
		["\ufeff{}", "its config is not a JSON object"],
		['{"config": ["sh"]}', "the key config of its config is not an object"],
		[" ".repeat(MAX_CONFIG_BYTES + 1), "its config has more than 8 MB"],
	])("%.20j", (text, reason) => {
		expect(read(text)).toEqual({ kind: "unknown", reason });
	});

	it("however deeply it is nested", () => {
		expect(read("[".repeat(1_000_000))).toMatchObject({ kind: "unknown" });
		expect(read(`{"config": ${"[".repeat(100_000)}${"]".repeat(100_000)}}`)).toMatchObject({ kind: "unknown" });
	});
});
