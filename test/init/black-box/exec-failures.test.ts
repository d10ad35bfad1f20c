import { chmodSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { describeInits } from "./helpers/describe-inits.ts";
import { binFolder, type Init, locate } from "./helpers/inits.ts";
import { runAsPid1, runBelowPid1 } from "./helpers/processes.ts";

const folder = join(binFolder, "programs");
const write = (name: string, text: string, mode: number): string => {
	const path = join(folder, name);
	mkdirSync(join(path, ".."), { recursive: true });
	writeFileSync(path, text);
	chmodSync(path, mode);
	return path;
};
write("closed/tool", "#!/bin/sh\necho closed\n", 0o644);
const open = write("open/tool", '#!/bin/sh\necho open "$@"\n', 0o755);
write("second/tool", "#!/bin/sh\necho second\n", 0o755);
mkdirSync(join(folder, "folder/tool"), { recursive: true });
const plain = write("plain", 'echo "no shebang, $# arguments: $*"\n', 0o755);
const lost = write("lost", "#!/does/not/exist\n", 0o755);
const empty = write("empty", "", 0o755);
const garbage = write("garbage", "\u007fELF garbage", 0o755);
const file = write("file", "x", 0o644);

const noEntry = "No such file or directory";
const denied = "Permission denied";
const sayFailure = (init: Init, name: string, error: string): RegExp => {
	const quoted = name.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");
	if (init.personality === "tini") return new RegExp(`^\\[FATAL tini \\(\\d+\\)\\] exec ${quoted} failed: ${error}\n$`);
	return new RegExp(
		init.personality === "dumb-init"
			? `^\\[dumb-init\\] ${quoted}: ${error}\n$`
			: `^pidone: cannot run '${quoted}': ${error}\n$`,
	);
};
// Debian's dumb-init exits with 2 for all errors; Debian's tini exits with 1 for errors other than ENOENT and EACCES.
const expectStatus = (init: Init, status: number, expected: number): void => {
	if (init.personality === "dumb-init") expect([2, expected]).toContain(status);
	else if (init.personality === "tini") expect([1, expected]).toContain(status);
	else expect(status).toBe(expected);
};
const inFolders = (...names: readonly string[]): Record<string, string> => ({
	PATH: [...names.map((name) => join(folder, name)), ...(process.env.PATH ?? "").split(":")].join(":"),
});

describeInits(["pidone", "tini", "dumb-init"], (init) => {
	// These tests change the PATH, so they run the init itself by its path; its name stays the same.
	const located = locate(init);

	it.each<[name: string, status: number, error: string]>([
		["/does/not/exist", 127, noEntry],
		["does-not-exist", 127, noEntry],
		["", 127, noEntry],
		["./nothing", 127, noEntry],
		[lost, 127, noEntry],
		[`${file}/below`, 127, "Not a directory"],
		[file, 126, denied],
		["/", 126, denied],
		[folder, 126, denied],
		[`/${"a".repeat(300)}`, 126, "File name too long"],
	])("%j: status %i, %s", async (name, expected, error) => {
		const { status, stdout, stderr } = await runAsPid1(init, [name, "argument"]);
		expect(stderr).toMatch(sayFailure(init, name, error));
		expect(stdout).toBe("");
		expectStatus(init, status, expected);
	});

	it("is reported below PID 1, too", async () => {
		const { status, stderr } = await runBelowPid1(init, ["/does/not/exist"], { env: { TINI_VERBOSITY: "0" } });
		expect(stderr).toMatch(sayFailure(init, "/does/not/exist", noEntry));
		expectStatus(init, status, 127);
	});

	it.skipIf(init.personality === "dumb-init")("the status of a failure can be mapped", async () => {
		expect((await runAsPid1(init, ["-e", "127", "/does/not/exist"])).status).toBe(0);
	});

	it.each<[folders: string[], expected: string]>([
		[["open", "second"], "open a b\n"],
		[["second", "open"], "second\n"],
		[["missing", "second"], "second\n"],
		[["closed", "second"], "second\n"],
		[["folder", "second"], "second\n"],
		[["file/none", "second"], "second\n"],
	])("looks for a name in the PATH %j", async (folders, expected) => {
		const { status, stdout } = await runAsPid1(located, ["tool", "a", "b"], { env: inFolders(...folders) });
		expect([status, stdout]).toEqual([0, expected]);
	});

	it.each([[["closed"]], [["folder"]], [["closed", "missing"]]])(
		"remembers what it may not run in the PATH %j",
		async (folders) => {
			const { status, stderr } = await runAsPid1(located, ["tool"], { env: inFolders(...folders) });
			expect(stderr).toMatch(sayFailure(init, "tool", denied));
			expectStatus(init, status, 126);
		},
	);

	it.each([
		["a leading", (path: string): string => `:${path}`],
		["a trailing", (path: string): string => `${path}:`],
		["a double", (path: string): string => `/does-not-exist::${path}`],
	])("%s colon of the PATH means the working directory", async (_name, make) => {
		const { stdout } = await runAsPid1(located, ["tool", "x"], {
			cwd: join(folder, "open"),
			env: { PATH: make(process.env.PATH ?? "") },
		});
		expect(stdout).toBe("open x\n");
	});

	it.each(["./tool", "../open/tool", open])("does not look for %s in the PATH", async (name) => {
		expect((await runAsPid1(init, [name], { cwd: join(folder, "open") })).stdout).toBe("open\n");
	});

	it("runs a script without a shebang by /bin/sh", async () => {
		expect((await runAsPid1(init, [plain, "a b", "c"])).stdout).toBe("no shebang, 2 arguments: a b c\n");
		expect((await runAsPid1(located, ["plain"], { env: { PATH: `${folder}:${process.env.PATH}` } })).stdout).toBe(
			"no shebang, 0 arguments: \n",
		);
		expect((await runAsPid1(init, [empty])).status).toBe(0);
	});

	it("passes a file that is not a program to /bin/sh, which reports it", async () => {
		const { status } = await runAsPid1(init, [garbage]);
		expect([126, 127, 2]).toContain(status);
	});

	it("passes arguments as they are", async () => {
		const args = ["", " ", "a b", "*", "$HOME", "'\"", "\n", "ü", "-v", "--", "-"];
		const script = "process.stdout.write(JSON.stringify(process.argv.slice(1)))";
		expect(JSON.parse((await runAsPid1(init, ["--", process.execPath, "-e", script, "--", ...args])).stdout)).toEqual(
			args,
		);
	});

	it("passes many arguments", async () => {
		const args = Array.from({ length: 5000 }, (_, index) => `argument-${index}`);
		expect((await runAsPid1(init, ["--", "sh", "-c", "echo $# $5000", "sh", ...args])).stdout).toMatch(/^5000 /);
	});

	it("its own options end at the first word", async () => {
		expect((await runAsPid1(init, ["sh", "-c", 'echo "$0 $*"', "-g", "-v", "--help", "--version"])).stdout).toBe(
			"-g -v --help --version\n",
		);
		expect((await runAsPid1(init, ["--", "sh", "-c", 'echo "$0 $*"', "-g", "--"])).stdout).toBe("-g --\n");
	});
});
