import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { fillWorkspace, withWorkspace } from "../../src/build/workspace.ts";

describe("withWorkspace", () => {
	it("removes the folder with all that is in it, and gives the result", async () => {
		let seen = "";
		const result = await withWorkspace(async (folder) => {
			seen = folder;
			fillWorkspace(folder, [{ path: "a/b/c", bytes: "x" }]);
			return readFileSync(join(folder, "a/b/c"), "utf8");
		});
		expect(result).toBe("x");
		expect(existsSync(seen)).toBe(false);
	});

	it("removes it when the work fails", async () => {
		let seen = "";
		const work = withWorkspace(async (folder) => {
			seen = folder;
			throw new Error("failed");
		});
		await expect(work).rejects.toThrow("failed");
		expect(existsSync(seen)).toBe(false);
	});

	it("lets nobody else look into it", async () => {
		expect(await withWorkspace(async (folder) => statSync(folder).mode & 0o777)).toBe(0o700);
	});
});

describe("fillWorkspace", () => {
	it("gives the same modes and times to files each time", async () => {
		await withWorkspace(async (folder) => {
			fillWorkspace(folder, [
				{ path: "Dockerfile", bytes: "x" },
				{ path: "init/pidone", bytes: Uint8Array.of(1), isExecutable: true },
			]);
			const seen = ["Dockerfile", "init/pidone"].map((path) => statSync(join(folder, path)));
			expect(seen.map(({ mode, mtimeMs }) => [mode & 0o777, mtimeMs])).toEqual([
				[0o600, 0],
				[0o755, 0],
			]);
		});
	});

	it("says which folder cannot be written to", () => {
		expect(() => fillWorkspace("/dev/null", [{ path: "a", bytes: "" }])).toThrow(/^\/dev\/null: cannot be written: /);
	});
});
