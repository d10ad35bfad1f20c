import { describe, expect, it } from "vitest";
import { check } from "../../../src/core/check/check.ts";
import type { RewriteOptions } from "../../../src/core/rewrite/options.ts";
import { revert } from "../../../src/core/rewrite/revert.ts";
import { rewrite } from "../../../src/core/rewrite/rewrite.ts";

const AMD64 = ["linux/amd64"];
const BOTH = ["linux/amd64", "linux/arm64"];
const CURL = "FROM node:22-slim\nRUN apt-get update && apt-get install -y curl\n";

/** Rewrites that leave an unusual installation behind: the base, the options, and the platforms. */
const STEPS: readonly (readonly [what: string, base: string, options: RewriteOptions])[] = [
	["apk's mirror", "FROM node:22-alpine\n", { init: "tini", mirrors: { apk: "https://m.example/x" } }],
	["apt's mirror", "FROM node:22-slim\n", { init: "tini", mirrors: { apt: "http://m.example" } }],
	["dnf's mirror", "FROM fedora:40\n", { init: "tini", mirrors: { rpm: "https://m.example/x" } }],
	["pip", "FROM python:3.12\n", { init: "dumb-init", install: "pip" }],
	[
		"pip's mirror",
		"FROM python:3.12\n",
		{ init: "dumb-init", install: "pip", mirrors: { pip: "https://m.example/s" } },
	],
	["a .deb", "FROM node:22-slim\n", { init: "tini", install: "deb", platforms: AMD64 }],
	["a .deb with curl", CURL, { init: "dumb-init", install: "deb", platforms: AMD64 }],
	["a .rpm", "FROM fedora:40\n", { init: "tini", install: "rpm", platforms: AMD64 }],
	["ADD", "FROM node:22-slim\n", { init: "dumb-init", install: "add", platforms: AMD64 }],
	["curl", CURL, { init: "tini", install: "curl", platforms: AMD64 }],
	["curl for two platforms", CURL, { init: "tini", install: "download", platforms: BOTH }],
	[
		"a download's mirror",
		CURL,
		{ init: "tini", install: "download", mirrors: { download: "https://m.example/github" }, platforms: AMD64 },
	],
	[
		"stages with their own mirrors",
		'FROM alpine:3.20 AS a\nCMD ["a"]\nFROM debian:12\n',
		{ init: "tini", mirrors: { apk: "https://apk.example", apt: "https://apt.example" } },
	],
];

describe("an update of an installation", () => {
	it.each(STEPS)("with %s keeps it when the platform is stated", (_, base, options) => {
		const source = `${base}CMD ["node", "a.js"]\n`;
		const { text, isChanged } = rewrite(source, options);
		expect(isChanged).toBe(true);
		const stated = { platforms: options.platforms ?? AMD64 };
		expect(rewrite(text, stated).text).toBe(text);
		expect(check(text, stated).outcomes.map(({ code }) => code)).not.toContain("rewritten");
		const again = rewrite(text, { initOptions: ["-v"] }).text;
		expect(again).toBe(rewrite(source, { ...options, initOptions: ["-v"] }).text);
		expect(revert(again).text).toBe(source);
	});

	it.each<[base: string, options: RewriteOptions]>([
		["FROM node:22-slim\n", { init: "tini", install: "deb" }],
		["FROM fedora:40\n", { init: "tini", install: "rpm" }],
		["FROM node:22-slim\n", { init: "tini", install: "add" }],
	])("keeps the init if the same method has no binary for the new platforms: %j %j", (base, options) => {
		const { text } = rewrite(`${base}CMD ["a"]\n`, { ...options, platforms: AMD64 });
		const again = rewrite(text, { platforms: BOTH });
		expect(again.text).toBe(text);
		expect(again.outcomes[0]?.message).toContain("the earlier rewrite stays as it is, despite the options: ");
	});

	it("gives another init no mirror of another kind", () => {
		const source = 'FROM python:3.12\nCMD ["a"]\n';
		const { text } = rewrite(source, { init: "tini", mirrors: { apt: "https://m.example" } });
		const after: RewriteOptions = { init: "dumb-init", install: "pip" };
		expect(rewrite(text, after).text).toBe(rewrite(source, after).text);
	});
});
