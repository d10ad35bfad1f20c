import { describe, expect, it } from "vitest";
import type { Lock, LockEntry } from "../../../src/node/lock/lock-file.ts";
import { mergeLock } from "../../../src/node/lock/merge-lock.ts";

function entry(cmd: string, read = "2026-11-01"): LockEntry {
	return { source: "registry", read, digest: cmd, image: { cmd: [cmd], env: [] } };
}

const before: Lock = { a: { amd64: entry("a"), arm64: entry("a") }, b: { amd64: entry("b") } };

/** The changes, as `+a`, `~a` and `-a`. */
function changes(found: Lock, isComplete = false): string {
	const signs = { added: "+", changed: "~", removed: "-" };
	return mergeLock(before, found, isComplete)
		.changes.map(({ kind, reference }) => signs[kind] + reference)
		.join(" ");
}

describe("mergeLock", () => {
	it.each<[string, Lock, boolean, string]>([
		["nothing is found", {}, false, ""],
		["nothing is used any more", {}, true, "-a -b"],
		["an image is new", { c: { amd64: entry("c") } }, false, "+c"],
		["the others are not used any more", { b: { amd64: entry("b") } }, true, "-a"],
		["the same was read on a later day", { b: { amd64: entry("b", "2026-12-24") } }, false, ""],
		["an image has changed", { b: { amd64: entry("x") } }, false, "~b"],
		["a platform is new", { b: { arm64: entry("b") } }, false, "~b"],
		["a platform is not used any more", { a: { amd64: entry("a") }, b: { amd64: entry("b") } }, true, "~a"],
		["an image is called like what every object has", { toString: { amd64: entry("c") } }, false, "+toString"],
	])("says what changes when %s", (_, found, isComplete, expected) => {
		expect(changes(found, isComplete)).toBe(expected);
	});

	it("keeps the day of an unchanged entry", () => {
		const { lock } = mergeLock(
			before,
			{ b: { amd64: entry("b", "2026-12-24"), arm64: entry("b", "2026-12-24") } },
			false,
		);
		expect(lock.b).toEqual({ amd64: entry("b"), arm64: entry("b", "2026-12-24") });
		expect(lock.a).toBe(before.a);
	});
});
