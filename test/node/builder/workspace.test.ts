import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { fillWorkspace, withWorkspace } from "../../../src/node/builder/workspace.ts";

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
	it("writes bytes of a Dockerfile that are not UTF-8 as they were", async () => {
		const bytes = await withWorkspace(async (folder) => {
			fillWorkspace(folder, [{ path: "Dockerfile", bytes: "caf\udce9 é" }]);
			return readFileSync(join(folder, "Dockerfile"));
		});
		expect([...bytes]).toEqual([0x63, 0x61, 0x66, 0xe9, 0x20, 0xc3, 0xa9]);
	});

	it("gives a program the mode and a time that depend on its content alone", async () => {
		const fill = (bytes: string) =>
			withWorkspace(async (folder) => {
				fillWorkspace(folder, [
					{ path: "Dockerfile", bytes },
					{ path: "init/pidone", bytes, isExecutable: true },
				]);
				const { mode, mtimeMs } = statSync(join(folder, "init/pidone"));
				return { mode: mode & 0o777, mtimeMs, modeOfText: statSync(join(folder, "Dockerfile")).mode & 0o777 };
			});
		const first = await fill("a");
		expect(first).toMatchObject({ mode: 0o755, modeOfText: 0o600 });
		expect((await fill("a")).mtimeMs).toBe(first.mtimeMs);
		expect((await fill("b")).mtimeMs).not.toBe(first.mtimeMs);
	});

	it("says which folder cannot be written to", () => {
		expect(() => fillWorkspace("/dev/null", [{ path: "a", bytes: "" }])).toThrow(/^\/dev\/null: cannot be written: /);
	});
});
