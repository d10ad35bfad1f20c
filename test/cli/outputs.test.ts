import { readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { BROKEN, CHANGING, makeFolder, NOTHING, runCli } from "./run-cli.ts";

const files = { "a/Dockerfile": CHANGING, "b/Dockerfile": BROKEN };
const kindOf = (text: string): string => {
	const kinds: readonly [string, RegExp][] = [
		["sarif", /sarif-schema/],
		["json", /urn:pidone:report/],
		["jsonl", /^\{"path"/],
		["junit", /<testsuites/],
		["checkstyle", /<checkstyle/],
		["gitlab", /"fingerprint"/],
		["sonarqube", /"engineId"/],
		["markdown", /^### /],
		["github", /^::/],
		["text", /, \d errors?/],
	];
	return kinds.find(([, pattern]) => pattern.test(text))?.[0] ?? "nothing";
};

describe("--format and --output", () => {
	it.each<[args: string, files: Record<string, string>, out: string]>([
		["--format sarif --output x --format junit --output y", { x: "sarif", y: "junit" }, "nothing"],
		["--output x --format sarif --output y --format junit", { x: "sarif", y: "junit" }, "nothing"],
		["--format text --format gitlab -o new/folder/x", { "new/folder/x": "gitlab" }, "text"],
		["-f sonarqube -o x -f markdown", { x: "sonarqube" }, "markdown"],
		["--output x", { x: "text" }, "nothing"],
		["--json --output x", { x: "json" }, "nothing"],
		["--output x --json --format jsonl", { x: "json" }, "jsonl"],
		["--format jsonl -o x -f checkstyle -o y -f github -o -", { x: "jsonl", y: "checkstyle" }, "github"],
	])("%s", async (args, written, printed) => {
		const cwd = makeFolder(files);
		const { code, out } = await runCli(["check", ...args.split(" ")], { cwd });
		expect({ code, out: kindOf(out) }).toEqual({ code: 4, out: printed });
		for (const [path, kind] of Object.entries(written))
			expect(kindOf(readFileSync(join(cwd, path), "utf8")), path).toBe(kind);
	});

	it.each([
		["--format text --format json", "--format json: only one format goes to standard output: add --output FILE"],
		["--format xml --output x", "--format xml: must be one of text, json, "],
		["-f json -o x -f sarif -o ./x", "./x: would be written twice: name different files"],
		["-f json -o a/Dockerfile", "a/Dockerfile: is a Dockerfile and would be overwritten: name another file"],
		["-f json -o link", "link: is a Dockerfile and would be overwritten: name another file"],
		["-f json -o a", "a: is a directory"],
		["-f json -o a/Dockerfile/b", "a/Dockerfile/b: "],
	])("%s is a mistake, and nothing is written", async (args, message) => {
		const cwd = makeFolder(files);
		symlinkSync("a/Dockerfile", join(cwd, "link"));
		const { code, out, err } = await runCli(["check", ...args.split(" ")], { cwd });
		expect({ code, out }).toEqual({ code: 2, out: "" });
		expect(err).toContain(message);
		expect(readFileSync(join(cwd, "a/Dockerfile"), "utf8")).toBe(CHANGING);
	});

	it("a file without colors, whatever the terminal has", async () => {
		const cwd = makeFolder(files);
		await runCli(["check", "--color", "-o", "x"], { cwd });
		expect(readFileSync(join(cwd, "x"), "utf8")).not.toContain("\u001b");
	});

	it("a line of jsonl as soon as a file is done", async () => {
		const { out } = await runCli(["check", "-f", "jsonl"], { cwd: makeFolder({ ...files, "c/Dockerfile": NOTHING }) });
		const lines = out.trimEnd().split("\n");
		expect(lines.map((line) => JSON.parse(line).path)).toEqual(["a/Dockerfile", "b/Dockerfile", "c/Dockerfile"]);
	});
});

describe("--fail-level", () => {
	const NOTE = "FROM acme/base\n";

	it.each([
		["error", CHANGING, 0],
		["warning", CHANGING, 1],
		["warning", NOTE, 0],
		["note", NOTE, 1],
		["info", NOTE, 1],
		["never", CHANGING, 0],
		["never", BROKEN, 4],
	])("%s, of a file such as %j: exit code %d", async (level, Dockerfile, expected) => {
		const { code } = await runCli(["check", "--fail-level", level], { cwd: makeFolder({ Dockerfile }) });
		expect(code).toBe(expected);
	});

	it("refuses another", async () => {
		const { code, err } = await runCli(["check", "--fail-level", "toString"], {
			cwd: makeFolder({ Dockerfile: CHANGING }),
		});
		expect({ code, err }).toEqual({
			code: 2,
			err: "pidone: --fail-level toString: must be one of error, warning, note, never\n",
		});
	});
});
