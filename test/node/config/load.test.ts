import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parseBases, parseConfig } from "../../../src/node/config/load.ts";

describe("parseConfig", () => {
	it("reads YAML, JSON and nothing at all", () => {
		expect(parseConfig("c", "init: tini\nmirrors: { apk: https://a.example }\n")).toEqual({
			init: "tini",
			mirrors: { apk: "https://a.example" },
		});
		expect(parseConfig("c", '{"init": "dumb-init", "overrides": [{"files": ["a"], "exec": true}]}')).toMatchObject({
			init: "dumb-init",
		});
		expect(parseConfig("c", "platforms: [aarch64, linux/amd64/v3, 'windows(10.0.17763)/amd64']\n")).toMatchObject({
			platforms: { length: 3 },
		});
		expect(parseConfig("c", "")).toEqual({});
	});

	it.each([
		["init: tinii\n", 'c:1:7: init is "tinii", but must be one of pidone, tini, dumb-init'],
		["init: tini\nfoo: 1\n", 'c:2:6: the file has the unknown key "foo": see schema/config.json for the known keys'],
		["platforms: amd64\n", "c:1:12: platforms must be a list"],
		[
			"platforms:\n  - linux/amd64\n  - amd46\n",
			'c:3:5: platforms.1: "amd46" is neither an operating system nor an architecture: write both, such as linux/amd64 or linux/arm64',
		],
		["- init\n", "c:1:1: the file must be a map of keys and values"],
		[
			"rules: { rewritten: fatal }\n",
			'c:1:21: rules.rewritten is "fatal", but must be one of off, note, warning, error',
		],
		[
			"rules:\n  shell-form: off\n  rewriten: off\n",
			/^c:3:3: rules has the unknown key "rewriten", but may have only already-init, /,
		],
		[
			"mirrors:\n  npm: https://a.example\n",
			/^c:2:3: mirrors has the unknown key "npm", but may have only apk, apt, rpm, pip, download$/,
		],
		["overrides:\n  - init: tini\n", "c:2:5: overrides.0 must have required property 'files'"],
		[
			"registryAliases:\n  harbor.corp/hub/: docker.io\n",
			'c:2:3: registryAliases: "harbor.corp/hub/" must be a registry with or without a path',
		],
		[
			"registryAliases:\n  harbor.corp/hub: https://docker.io\n",
			'c:2:20: registryAliases.harbor.corp/hub: "https://docker.io" must be a registry',
		],
		['killOrphans: [sh, ""]\n', 'c:1:19: killOrphans.1: "" must be names of programs, such as nginx,php-fpm*'],
		["mirrors:\n  apk: ftp://x\n", "c:2:8: mirrors.apk must match pattern"],
	])("refuses %j", (text, message) => {
		expect(() => parseConfig("c", text)).toThrow(message);
	});

	it("knows each code that has a page", () => {
		const pages = readdirSync(new URL("../../../docs/rules/", import.meta.url)).filter((page) => page !== "README.md");
		const rules = pages.map((page) => `  ${page.replace(/\.md$/, "")}: note\n`);
		expect(Object.keys(parseConfig("c", `rules:\n${rules.join("")}`).rules ?? {})).toHaveLength(pages.length);
	});

	it("reports the position of a mistake in YAML", () => {
		expect(() => parseConfig("c.yaml", "init: [\n")).toThrow(/^c\.yaml:2:1: /);
	});
});

describe("parseBases", () => {
	it("reads a list of images", () => {
		expect(parseBases("b", "- images: [acme/base]\n  entrypoint: []\n")).toEqual([
			{ images: ["acme/base"], entrypoint: [] },
		]);
	});

	it("refuses an image without a name", () => {
		expect(() => parseBases("b", "- entrypoint: []\n")).toThrow("b:1:3: 0 must have required property 'images'");
	});
});
