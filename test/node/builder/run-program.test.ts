import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { UserError } from "../../../src/core/user-error.ts";
import { ProgramRunner } from "../../../src/node/builder/run-program.ts";

const cwd = tmpdir();
const err = (): void => {};
const node = (script: string): string[] => [process.execPath, "-e", script];

/** A file that programs write to. */
function makeFile(): string {
	const folder = mkdtempSync(join(tmpdir(), "pidone-test-"));
	onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
	return join(folder, "seen");
}

describe("ProgramRunner", () => {
	it.each([
		["process.exit(7)", 7],
		["process.exit(0)", 0],
		["process.kill(process.pid, 'SIGKILL')", 137],
		["process.kill(process.pid, 'SIGTERM')", 143],
	])("gives the status of %s: %d", async (script, status) => {
		expect(await new ProgramRunner({ hasTerminal: false, err }).run(node(script), { cwd })).toBe(status);
	});

	it("shows what a silent program has said only if it fails", async () => {
		const told: string[] = [];
		const runner = new ProgramRunner({ hasTerminal: false, err: (text) => told.push(text) });
		const say = (status: number): string[] => node(`console.error("said"); process.exitCode = ${status}`);
		const statuses = [
			await runner.run(say(0), { cwd, isSilent: true }),
			await runner.run(say(5), { cwd, isSilent: true }),
		];
		expect([statuses, told.join("")]).toEqual([[0, 5], "said\n"]);
	});

	it.each([
		["/nonexistent/docker", "/nonexistent/docker: not found"],
		["/etc/passwd", "/etc/passwd: cannot be started: "],
	])("says that %s cannot be started", async (file, told) => {
		const run = new ProgramRunner({ hasTerminal: false, err }).run([file], { cwd });
		await expect(run).rejects.toThrow(told);
		await expect(run).rejects.toBeInstanceOf(UserError);
	});

	it("starts nothing after a signal, but what cleans up", async () => {
		const seen = makeFile();
		const write = (text: string): string[] =>
			node(`require("node:fs").appendFileSync(${JSON.stringify(seen)}, ${JSON.stringify(text)})`);
		const runner = new ProgramRunner({ hasTerminal: false, err });
		const work = async () => {
			const first = await runner.run(write("a"), { cwd });
			process.emit("SIGTERM", "SIGTERM");
			return [first, await runner.run(write("b"), { cwd }), await runner.run(write("c"), { cwd, isLast: true })];
		};
		const statuses = await runner.guard(() => runner.hold(work));
		expect(statuses).toEqual([0, 143, 0]);
		expect(readFileSync(seen, "utf8")).toBe("ac");
	});

	it("passes on what a terminal has not sent to the program itself", async () => {
		const script =
			"process.on('SIGTERM', () => process.exit(3)).on('SIGINT', () => process.exit(4)); setInterval(() => {}, 1000); require('node:fs').writeFileSync(process.argv[1], '')";
		const statusOn = async (hasTerminal: boolean, ...signals: readonly NodeJS.Signals[]): Promise<number> => {
			const seen = makeFile();
			const runner = new ProgramRunner({ hasTerminal, err });
			return runner.guard(async () => {
				const status = runner.run([...node(script), seen], { cwd });
				await expect.poll(() => readIfThere(seen), { timeout: 20_000 }).toBe("");
				for (const signal of signals) process.emit(signal, signal);
				return status;
			});
		};
		expect(await statusOn(false, "SIGINT")).toBe(4);
		expect(await statusOn(true, "SIGINT", "SIGTERM")).toBe(3);
	});

	it("takes its listeners away again", async () => {
		const before = process.listenerCount("SIGTERM");
		const runner = new ProgramRunner({ hasTerminal: false, err });
		await expect(runner.guard(async () => Promise.reject(new Error("x")))).rejects.toThrow("x");
		expect(process.listenerCount("SIGTERM")).toBe(before);
	});
});

function readIfThere(file: string): string | undefined {
	try {
		return readFileSync(file, "utf8");
	} catch {
		return undefined;
	}
}
