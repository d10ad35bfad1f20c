import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { execa } from "execa";
import { describe, expect, it } from "vitest";
import { takeLock } from "../../../src/node/fleet/run-lock.ts";
import { makeFolder } from "../../cli/run-cli.ts";

describe("a lock", () => {
	it("excludes others until it is released", () => {
		const path = join(makeFolder(), "x.lock");
		const unlock = takeLock(path);
		expect(() => takeLock(path)).toThrow(`${path}: process ${process.pid} holds this lock`);
		unlock();
		expect(existsSync(path)).toBe(false);
		takeLock(path)();
	});

	it.each(["", "garbage"])("that holds %j does not count", (text) => {
		const path = join(makeFolder(), "x.lock");
		writeFileSync(path, text);
		takeLock(path)();
	});

	it("of an ended process is ignored", async () => {
		const path = join(makeFolder(), "x.lock");
		const { stdout } = await execa("sh", ["-c", "echo $$"]);
		writeFileSync(path, stdout);
		takeLock(path)();
	});
});
