import { chmodSync, existsSync, readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { execaSync } from "execa";
import { describe, expect, it } from "vitest";
import { cliFile } from "./built-cli.ts";
import { addFiles, makeFolder } from "./run-cli.ts";

const DOCKERFILE = 'FROM debian:12\nCMD ["server"]\n';
const FILES = { Dockerfile: DOCKERFILE, "cache/empty": "" };

const environment = (cwd: string) => ({
	NODE_V8_COVERAGE: "",
	NODE_DISABLE_COMPILE_CACHE: "",
	XDG_CACHE_HOME: join(cwd, "cache"),
});

/** Runs a rewrite that keeps its compiled code in a separate folder. */
function rewrite(cwd: string, env: Readonly<Record<string, string>> = {}): string {
	const { stdout, stderr, exitCode } = execaSync(process.execPath, [cliFile, "rewrite", "Dockerfile"], {
		cwd,
		env: { ...environment(cwd), ...env },
	});
	expect({ stderr, exitCode }).toEqual({ stderr: expect.stringContaining("1 would change"), exitCode: 0 });
	return stdout;
}

const kept = (cwd: string, command = "rewrite"): string => join(cwd, "cache/pidone/compiled", command);
const chunks = (cwd: string): string[] =>
	readdirSync(kept(cwd))
		.filter((name) => name.startsWith("rewriting.cjs."))
		.map((name) => join(kept(cwd), name));

describe("compiled code", () => {
	it("is kept for the user alone, and used by the next run", () => {
		const cwd = makeFolder(FILES);
		const first = rewrite(cwd);
		expect(statSync(kept(cwd)).mode & 0o777).toBe(0o700);
		const [file = ""] = chunks(cwd);
		expect(statSync(file).mode & 0o777).toBe(0o600);
		const { ino } = statSync(file);
		expect(rewrite(cwd)).toBe(first);
		expect(statSync(file).ino).toBe(ino);
	});

	it.each<[string, (file: string) => void]>([
		["was cut off", (file) => truncateSync(file, 10_000)],
		["is empty", (file) => truncateSync(file, 0)],
		["is of another build", (file) => writeFileSync(file, `${"0".repeat(64)}\n\n${readFileSync(file, "latin1")}`)],
	])("is made anew when it %s", (_, spoil) => {
		const cwd = makeFolder(FILES);
		const first = rewrite(cwd);
		const [file = ""] = chunks(cwd);
		const { ino } = statSync(file);
		spoil(file);
		expect(rewrite(cwd)).toBe(first);
		expect(statSync(file).ino).not.toBe(ino);
	});

	it("is neither read nor written in a folder that others may write", () => {
		const cwd = makeFolder(FILES);
		addFiles(cwd, { "cache/pidone/compiled/rewrite/empty": "" });
		chmodSync(kept(cwd), 0o777);
		rewrite(cwd);
		expect(readdirSync(kept(cwd))).toEqual(["empty"]);
	});

	it("is kept for each command", () => {
		const cwd = makeFolder(FILES);
		rewrite(cwd);
		const [file = ""] = chunks(cwd);
		const { size } = statSync(file);
		execaSync(process.execPath, [cliFile, "check", "Dockerfile"], {
			cwd,
			env: environment(cwd),
			reject: false,
		});
		expect(readdirSync(kept(cwd, "check"))).toContain(`checking.cjs.${process.version}.${process.arch}`);
		expect(statSync(file).size).toBe(size);
	});

	it("is not kept by a run over many files, which needs more of it than most runs", () => {
		const cwd = makeFolder({ "cache/empty": "" });
		addFiles(cwd, Object.fromEntries(Array.from({ length: 800 }, (_, index) => [`${index}/Dockerfile`, DOCKERFILE])));
		const { stderr } = execaSync(process.execPath, [cliFile, "rewrite", "--quiet", "--jobs", "1", "."], {
			cwd,
			env: environment(cwd),
		});
		expect(stderr).toBe("");
		expect(readdirSync(kept(cwd))).toEqual([]);
	});

	it("is not kept when the environment says so", () => {
		const cwd = makeFolder(FILES);
		rewrite(cwd, { NODE_DISABLE_COMPILE_CACHE: "1" });
		expect(existsSync(join(cwd, "cache/pidone"))).toBe(false);
	});

	it.each([
		["check", "."],
		["rewrite", "--check", "--json", "."],
		["explain", "."],
		["emit", "out", "--check"],
		["images", "debian"],
		["completion", "bash"],
		["compile", "none.ts", "-o", "out"],
		["compile", "wrong.ts", "-o", "out"],
		["repos", "Dockerfile", "--dry-run"],
		["build", "--", "docker", "build", "."],
		["trial", "Dockerfile"],
	])("changes nothing that %s %s prints", (...args) => {
		const cwd = makeFolder({ ...FILES, "wrong.ts": "export function start(stack: usize): void {" });
		const run = () => {
			// No builder and no engine is in PATH.
			const env = { NODE_V8_COVERAGE: "", XDG_CACHE_HOME: join(cwd, "cache"), PATH: cwd };
			const options = { cwd, env, extendEnv: false, reject: false } as const;
			const { stdout, stderr, exitCode } = execaSync(process.execPath, [cliFile, ...args], options);
			return { stdout, stderr, exitCode };
		};
		const first = run();
		expect(first.stderr).not.toContain("BUG");
		expect(readdirSync(join(cwd, "cache/pidone/compiled"))).toHaveLength(1);
		expect(run()).toEqual(first);
	});

	it("is no condition for a run", () => {
		const cwd = makeFolder(FILES);
		rewrite(cwd, { XDG_CACHE_HOME: join(cwd, "Dockerfile") });
	});
});
