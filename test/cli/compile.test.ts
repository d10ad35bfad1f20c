import { cpSync, readdirSync, readFileSync, statSync, symlinkSync } from "node:fs";
import { dirname, join } from "node:path";
import { execa } from "execa";
import { describe, expect, it } from "vitest";
import { ASSEMBLYSCRIPT } from "../../src/node/commands/load-compiler.ts";
import { cliFile } from "./built-cli.ts";
import { addFiles, makeFolder, runCli, spawnCli } from "./run-cli.ts";

const IMPORTS =
	'import { loadWord } from "pidone/init/native";\nimport { word } from "pidone/init/word";\nimport { leaveWith } from "./lib/leave";\n';
/** An init that does nothing but exit with its number of words. */
const COUNTING = `${IMPORTS}\nexport function start(stack: word): void {\n\tleaveWith(<i32>loadWord(stack));\n}\n`;
const LEAVE =
	'import { exit } from "pidone/init/exit";\n\nexport function leaveWith(status: i32): void {\n\texit(status);\n}\n';
const FILES = { "init.ts": COUNTING, "lib/leave.ts": LEAVE };

function isElf(file: string, machine: number): boolean {
	const bytes = readFileSync(file);
	return (
		bytes.subarray(0, 4).toString("latin1") === "\x7fELF" &&
		bytes.readUInt16LE(18) === machine &&
		(statSync(file).mode & 0o777) === 0o755
	);
}

const packages = join(import.meta.dirname, "../../node_modules");
const MANIFEST = "node_modules/assemblyscript/package.json";

/** e_machine */
const AMD64 = 62;
const ARM64 = 183;

describe("pidone compile", () => {
	it("compiles a source, and what it imports, to an executable", async (context) => {
		const cwd = makeFolder(FILES);
		const words = ["compile", "init.ts", "-o", "out/my-init", "--platform", "linux/amd64"];
		const { code, out, err } = await spawnCli(words, { cwd });
		expect({ code, out, err }).toEqual({
			code: 0,
			out: expect.stringMatching(/^out\/my-init: written, \d+ bytes\n$/),
			err: "",
		});
		expect(isElf(join(cwd, "out/my-init"), AMD64)).toBe(true);
		context.skip(process.arch !== "x64" || process.platform !== "linux", "this machine runs no linux/amd64");
		expect((await execa(join(cwd, "out/my-init"), ["a", "b"], { reject: false })).exitCode).toBe(3);
	});

	it("does not write through a link that leads out of the work tree, nor over a source by another name", async () => {
		const folder = makeFolder({ "repo/.git/HEAD": "", "out/file": "precious" });
		const cwd = join(folder, "repo");
		addFiles(cwd, FILES);
		symlinkSync("../out", join(cwd, "o"));
		symlinkSync("../out/file", join(cwd, "f"));
		symlinkSync("lib/leave.ts", join(cwd, "s"));
		const compile = (...args: readonly string[]): ReturnType<typeof runCli> =>
			runCli(["compile", "init.ts", "--platform", "linux/amd64", ...args], { cwd });
		expect(await compile("-o", "o/x")).toEqual({
			code: 2,
			out: "",
			err: expect.stringMatching(/^pidone: o\/x: its directory o is a symbolic link to \S+\/out, /),
		});
		expect(await compile("-o", "f")).toEqual({
			code: 2,
			out: "",
			err: expect.stringMatching(/^pidone: f: is a symbolic link to \S+\/out\/file, /),
		});
		expect(await compile("-o", "x", "--listing", "o/x.s")).toMatchObject({ code: 2, out: "" });
		expect(await compile("-o", "s")).toEqual({
			code: 2,
			out: "",
			err: "pidone: s: is a source of the program and would be overwritten: select another output\n",
		});
		expect(readFileSync(join(folder, "out/file"), "utf8")).toBe("precious");
		expect(readdirSync(join(folder, "out"))).toEqual(["file"]);
		expect(readdirSync(cwd)).not.toContain("x");
	});

	it("makes one for each platform, with the architecture in the name", async () => {
		const cwd = makeFolder(FILES);
		await runCli(["compile", "init.ts", "-o", "my-init"], { cwd });
		expect(isElf(join(cwd, "my-init-amd64"), AMD64) && isElf(join(cwd, "my-init-arm64"), ARM64)).toBe(true);
		await runCli(
			["compile", "./init.ts", "-o", "{arch}/init", "--platform", "linux/arm64", "--listing", "{arch}/init.s"],
			{ cwd },
		);
		expect(readdirSync(join(cwd, "arm64")).toSorted()).toEqual(["init", "init.s"]);
		expect(readFileSync(join(cwd, "arm64/init")).equals(readFileSync(join(cwd, "my-init-arm64")))).toBe(true);
		expect(readFileSync(join(cwd, "arm64/init.s"), "utf8")).toMatch(/^; linux\/arm64, entry [0-9a-f]+\n/);
	});

	it("makes the same bytes from anywhere, and leaves alone what is right", async () => {
		const cwd = makeFolder({ "a/init.ts": COUNTING, "a/lib/leave.ts": LEAVE, "b/x": "" });
		const here = await runCli(["compile", "init.ts", "-o", "one", "--platform", "linux/amd64"], {
			cwd: join(cwd, "a"),
		});
		const there = await runCli(["compile", "../a/init.ts", "-o", "two", "--platform", "linux/amd64"], {
			cwd: join(cwd, "b"),
		});
		expect([here.code, there.code, there.err]).toEqual([0, 0, ""]);
		expect(readFileSync(join(cwd, "a/one")).equals(readFileSync(join(cwd, "b/two")))).toBe(true);
		const again = await runCli(["compile", "init.ts", "-o", "one", "--platform", "linux/amd64", "-v"], {
			cwd: join(cwd, "a"),
		});
		expect(again.out).toMatch(/^one: unchanged, \d+ bytes, sha256 [0-9a-f]{64}\n$/);
	});

	it("prints a listing, with the report on standard error", async () => {
		const cwd = makeFolder(FILES);
		const { out, err } = await runCli(
			["compile", "init.ts", "-o", "x", "--listing", "-", "--platform", "linux/amd64"],
			{ cwd },
		);
		expect(out).toMatch(/^; linux\/amd64, entry [0-9a-f]+\n/);
		expect(out).toMatch(/\ninit\/start:\n/);
		expect(err).toMatch(/^x: written, \d+ bytes\n$/);
	});

	it("reports as JSON, mistakes too", async () => {
		const cwd = makeFolder({ ...FILES, "bad.ts": `${COUNTING}const a = 1.5;\n` });
		const good = await runCli(["compile", "init.ts", "-o", "x", "--json", "--platform", "linux/amd64"], { cwd });
		expect(JSON.parse(good.out)).toEqual({
			version: expect.any(String),
			files: [
				{
					path: "x",
					platform: "linux/amd64",
					bytes: expect.any(Number),
					sha256: expect.any(String),
					state: "missing",
					isWritten: true,
				},
			],
		});
		const bad = await runCli(["compile", "bad.ts", "-o", "y", "--json"], { cwd });
		expect(bad).toMatchObject({ code: 1, err: "" });
		expect(JSON.parse(bad.out)).toEqual({
			version: expect.any(String),
			files: [],
			problems: [{ path: "bad.ts", line: 8, column: 11, message: expect.stringContaining("floats are not supported") }],
		});
	});

	it("reports each mistake at its line, and writes nothing", async () => {
		const cwd = makeFolder({
			"src/init.ts": COUNTING.replace("<i32>loadWord", "1.5 + loadWord"),
			"src/lib/leave.ts": `${LEAVE}const a = [1];\n`,
		});
		const { code, out, err } = await runCli(["compile", "src/init.ts", "-o", "x"], { cwd });
		expect({ code, out }).toEqual({ code: 1, out: "" });
		expect(err.split("\n").map((line) => line.replace(/: .*/, ""))).toEqual([
			"src/init.ts:6:12",
			"src/lib/leave.ts:6:11",
			"",
		]);
		expect(readdirSync(cwd)).toEqual(["src"]);
	});

	it.each<[what: string, args: string[], told: RegExp]>([
		["no output", ["init.ts"], /^error: required option '-o, --output <path>' not specified\n/],
		["no source", ["-o", "x"], /^error: missing required argument 'file'\n/],
		["a source that does not exist", ["nowhere.ts", "-o", "x"], /^pidone: nowhere\.ts: no such file\n$/],
		["a folder", ["lib", "-o", "x"], /^pidone: lib: no such file\n$/],
		["another language", ["init.c", "-o", "x"], /^pidone: init\.c: must be TypeScript/],
		["an empty output", ["init.ts", "-o", ""], /^pidone: --output "": must be a path\n$/],
		[
			"an unknown platform",
			["init.ts", "-o", "x", "--platform", "linux/loong64"],
			/^pidone: --platform linux\/loong64: no compiler is available for "linux\/loong64": select from linux\/amd64, linux\/arm64/,
		],
		[
			"a folder in the place of the output",
			["init.ts", "-o", "lib", "--platform", "linux/amd64"],
			/^pidone: lib: is a directory\n$/,
		],
		[
			"a source in the place of the output",
			["init.ts", "-o", "lib/leave.ts", "--platform", "linux/amd64"],
			/^pidone: lib\/leave\.ts: is a source of the program and would be overwritten: select another output\n$/,
		],
		[
			"one file for both outputs",
			["init.ts", "-o", "x", "--listing", "./x"],
			/^pidone: --listing \.\/x: would overwrite the --output: name another file\n$/,
		],
		[
			"standard output for two things",
			["init.ts", "-o", "x", "--listing", "-", "--json"],
			/^pidone: --listing -: standard output is already used by --json/,
		],
		["a source that is not text", ["nul.ts", "-o", "x"], /^pidone: nul\.ts: has a NUL byte/],
	])("refuses %s", async (_, args, told) => {
		const cwd = makeFolder({ ...FILES, "init.c": "", "nul.ts": "\0" });
		const before = readdirSync(cwd, { recursive: true });
		const { code, out, err } = await runCli(["compile", ...args], { cwd });
		expect({ code, out }).toEqual({ code: 2, out: "" });
		expect(err).toMatch(told);
		expect(readdirSync(cwd, { recursive: true })).toEqual(before);
	});

	it("needs the AssemblyScript that package.json names", () => {
		const { peerDependencies, peerDependenciesMeta, devDependencies } = JSON.parse(
			readFileSync(join(packages, "../package.json"), "utf8"),
		);
		expect({ peerDependencies, peerDependenciesMeta }).toEqual({
			peerDependencies: { assemblyscript: ASSEMBLYSCRIPT },
			peerDependenciesMeta: { assemblyscript: { optional: true } },
		});
		expect(devDependencies.assemblyscript).toBe(ASSEMBLYSCRIPT);
	});

	it.each([
		[
			"is missing",
			undefined,
			"compile needs assemblyscript 0.28.20: npm install --save-dev --save-exact assemblyscript@0.28.20",
		],
		[
			"has another version",
			"0.27.0",
			"compile needs assemblyscript 0.28.20, not 0.27.0: npm install --save-dev --save-exact assemblyscript@0.28.20",
		],
	])("says what to install when AssemblyScript %s", async (_, version, told) => {
		const cwd = makeFolder(FILES);
		for (const name of ["cli.js", "cli.cjs", "chunks", "init/program"])
			cpSync(join(dirname(cliFile), name), join(cwd, "dist", name), { recursive: true });
		cpSync(join(dirname(cliFile), "../package.json"), join(cwd, "package.json"));
		// An empty folder counts as a missing one, and keeps Node.js from looking in the folders above.
		addFiles(cwd, {
			"node_modules/assemblyscript/README": "",
			...(version === undefined ? {} : { [MANIFEST]: JSON.stringify({ version }) }),
		});
		for (const name of readdirSync(packages))
			if (name !== "assemblyscript") symlinkSync(join(packages, name), join(cwd, "node_modules", name));
		const { exitCode, stderr } = await execa(
			process.execPath,
			[join(cwd, "dist/cli.js"), "compile", "init.ts", "-o", "x"],
			{ cwd, reject: false },
		);
		expect([exitCode, stderr]).toEqual([2, `pidone: ${told}`]);
	});
});
