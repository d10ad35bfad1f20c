import { describe, expect, it } from "vitest";
import { UserError } from "../../../src/core/user-error.ts";
import { answersOf, formatLock, type Lock, type LockEntry, parseLock } from "../../../src/node/lock/lock-file.ts";

const bare: LockEntry = { source: "engine", read: "2026-11-26", image: {} };
const lock: Lock = {
	"acme/b:1": {
		"linux/arm64": { source: "registry", read: "2026-11-27", available: ["linux/amd64"] },
		"linux/amd64": {
			source: "registry",
			read: "2026-11-27",
			digest: `sha256:${"1".repeat(64)}`,
			image: { env: ["PATH=/bin"], cmd: ["b"], onBuild: ["USER app"] },
		},
	},
	"acme/a": { "linux/amd64": { source: "catalogue", read: "2026-11-26", image: { cmd: "varies", distro: "alpine" } } },
	...Object.fromEntries([["constructor", { "linux/amd64": bare }]]),
};

const text = formatLock(lock);

describe("formatLock", () => {
	it("is sorted, so that the same facts give the same text", () => {
		const turned = Object.fromEntries(
			Object.entries(lock)
				.reverse()
				.map(([name, platforms]) => [name, Object.fromEntries(Object.entries(platforms).reverse())]),
		);
		expect(formatLock(turned)).toBe(text);
		expect(Object.keys(JSON.parse(text).images)).toEqual(["acme/a", "acme/b:1", "constructor"]);
		expect(text).toMatch(/^\{\n\t"version": 1,\n\t"images": \{\n\t\t"acme\/a": \{\n\t\t\t"integrity": "sha256:/);
		expect(text.endsWith("}\n")).toBe(true);
	});

	it("changes few lines when a digest does", () => {
		const lines = text.split("\n");
		const changed = formatLock(JSON.parse(JSON.stringify(lock).replace(/1{64}/, "2".repeat(64)))).split("\n");
		expect(changed.filter((line, at) => line !== lines[at])).toHaveLength(2);
	});
});

describe("parseLock", () => {
	it("reads a lock file after it was reindented", () => {
		expect(parseLock("lock", text)).toEqual(lock);
		expect(parseLock("lock", JSON.stringify(JSON.parse(text)))).toEqual(lock);
	});

	it.each<[string, (text: string) => string, string]>([
		["edited facts", (all) => all.replace('"b"', '"c"'), "its entry for acme/b:1 was edited or merged by hand"],
		["an edited digest", (all) => all.replace(/1{64}/, "2".repeat(64)), "its entry for acme/b:1 was edited"],
		["another name", (all) => all.replace('"acme/a"', '"acme/c"'), "its entry for acme/c was edited"],
		["no integrity", (all) => all.replace(/"integrity": .*\n/, ""), "its entry for acme/a was edited"],
		["conflict marks", (all) => `{\n<<<<<<< HEAD\n${all}`, "lock:2:1: has the conflict marks of a merge"],
		["half of its text", (all) => all.slice(0, 200), "is not valid JSON"],
		["nothing", () => "", "is not valid JSON"],
		["a list", () => "[]", "is not a lock file of pidone"],
		["a list of images", () => '{"version":1,"images":[]}', "is not a lock file of pidone"],
		[
			"a later version",
			(all) => all.replace('"version": 1', '"version": 2'),
			"has version 2, which needs a newer pidone",
		],
	])("refuses %s", (_, change, message) => {
		expect(() => parseLock("lock", change(text))).toThrow(UserError);
		expect(() => parseLock("lock", change(text))).toThrow(message);
	});

	it.each<[string, object]>([
		["a text for a list", { source: "registry", read: "2026-11-27", image: { cmd: "sh" } }],
		["an unknown fact", { source: "registry", read: "2026-11-27", image: { Cmd: [] } }],
		["an unknown source", { source: "elsewhere", read: "2026-11-27", image: {} }],
		["no day", { source: "registry", image: {} }],
		["no facts", { source: "registry", read: "2026-11-27" }],
	])("refuses %s, even with the right integrity", (_, entry) => {
		const forged = formatLock({ a: { "linux/amd64": entry } } as unknown as Lock);
		expect(() => parseLock("lock", forged)).toThrow("lock: is not a lock file of pidone: run pidone lock");
	});
});

describe("answersOf", () => {
	it("gives each entry its described source", () => {
		expect(answersOf(lock, ({ read }) => read)).toMatchObject({
			"acme/a": { "linux/amd64": { kind: "known", image: { cmd: "varies", source: "2026-11-26" } } },
			"acme/b:1": { "linux/arm64": { kind: "no-platform", available: ["linux/amd64"] } },
		});
	});
});
