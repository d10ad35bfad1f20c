import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { StateFile } from "../../../src/node/fleet/state-file.ts";
import { makeFolder } from "../../cli/run-cli.ts";

function open(text?: string): { path: string; read: (branch?: string) => StateFile } {
	const path = join(makeFolder(), "state.json");
	if (text !== undefined) writeFileSync(path, text);
	return { path, read: (branch = "b") => StateFile.read(path, "state.json", branch) };
}

const VALID = { version: 1, branch: "b", started: "2026-01-02T03:04:05Z", repositories: {} };

describe("a state file", () => {
	it("starts empty, and stores entries in order", async () => {
		const { path, read } = open();
		const state = read();
		await Promise.all([state.set("z", { status: "failed", reason: "r" }), state.set("a", { status: "unchanged" })]);
		await state.setWorkspace("/tmp/clones");
		expect(Object.keys(JSON.parse(readFileSync(path, "utf8")).repositories)).toEqual(["a", "z"]);
		const again = read();
		expect([again.get("z"), again.get("a"), again.get("m"), again.workspace, again.started]).toEqual([
			{ status: "failed", reason: "r" },
			{ status: "unchanged" },
			undefined,
			"/tmp/clones",
			state.started,
		]);
	});

	it("is on disk once set resolves", async () => {
		const { path, read } = open();
		await read().set("a", { status: "pushing", commits: ["c"] });
		expect(JSON.parse(readFileSync(path, "utf8")).repositories.a.commits).toEqual(["c"]);
	});

	it.each([
		["{", "is not JSON"],
		["<<<<<<< ours\n", "is not JSON"],
		["[]", "is not a state file"],
		[JSON.stringify({ ...VALID, version: 2 }), "has version 2, but this pidone writes version 1"],
		[JSON.stringify({ ...VALID, branch: "other" }), "is the state of the branch other"],
		[JSON.stringify({ ...VALID, started: "soon" }), "is not a state file"],
		[JSON.stringify({ ...VALID, repositories: { a: { status: "x" } } }), "is not a state file"],
		[JSON.stringify({ ...VALID, repositories: { a: { status: "pushed", commits: [1] } } }), "is not a state file"],
	])("%s is refused: %s", (text, message) => {
		expect(() => open(text).read()).toThrow(`state.json: ${message}`);
	});

	it("that cannot be written is an error with its name", async () => {
		const state = StateFile.read("/proc/none/state.json", "state.json", "b");
		await expect(state.set("a", { status: "unchanged" })).rejects.toThrow("--state /proc/none/state.json: ");
	});
});
