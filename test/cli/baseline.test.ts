import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { addFiles, BROKEN, CHANGING, makeFolder, runCli } from "./run-cli.ts";

const SHELL = "FROM debian\nCMD sleep 9\n";
const read = (cwd: string, path = "base.json"): string => readFileSync(join(cwd, path), "utf8");
const update = (cwd: string, ...args: string[]) =>
	runCli(["check", "--baseline", "base.json", "--update-baseline", ...args], { cwd });
const compare = (cwd: string, ...args: string[]) => runCli(["check", "--baseline", "base.json", ...args], { cwd });

describe("a baseline", () => {
	it("accepts the findings of today, and is sorted, an entry a line", async () => {
		const cwd = makeFolder({ "b/Dockerfile": SHELL, "a/Dockerfile": CHANGING });
		const made = await update(cwd, "b", "a");
		expect({ code: made.code, err: made.err }).toEqual({
			code: 0,
			err: "base.json: accepts 3 findings, before 0 findings\n",
		});
		expect(read(cwd).split("\n").slice(2, -2)).toEqual([
			'\t"findings": [',
			'\t\t{"path":"a/Dockerfile","code":"rewritten","text":"CMD [\\"node\\", \\"server.js\\"]"},',
			'\t\t{"path":"b/Dockerfile","code":"rewritten","text":"CMD sleep 9"},',
			'\t\t{"path":"b/Dockerfile","code":"shell-form","text":"CMD sleep 9"}',
			"\t]",
		]);
		const { code, out, err } = await compare(cwd);
		expect({ code, err }).toEqual({ code: 0, err: "" });
		expect(out).toMatch(/^2 files, 2 to be rewritten, 3 in the baseline$/m);
		expect(out).not.toContain("warning");
		const json = JSON.parse((await compare(cwd, "--json")).out);
		expect(json.files).toMatchObject([
			{ findings: [], accepted: 1 },
			{ findings: [], accepted: 2 },
		]);
	});

	it("holds when lines move, and does not accept what is new", async () => {
		const cwd = makeFolder({ Dockerfile: SHELL });
		await update(cwd);
		addFiles(cwd, { Dockerfile: "FROM debian\n\nRUN a\n\n\tCMD  sleep   9\n" });
		expect((await compare(cwd)).code).toBe(0);
		addFiles(cwd, { "new/Dockerfile": SHELL });
		const { code, out } = await compare(cwd);
		expect(code).toBe(1);
		expect(out).toContain("new/Dockerfile:2:1 warning shell-form");
		expect(out).not.toContain("\nDockerfile:");
	});

	it("accepts as many as there were, and not one more", async () => {
		const stages = (count: number): string =>
			Array.from({ length: count }, (_, index) => `FROM debian AS s${index}\nCMD sleep 9\n`).join("");
		const cwd = makeFolder({ Dockerfile: stages(2) });
		await update(cwd);
		expect(read(cwd)).toContain('"text":"CMD sleep 9","count":2}');
		addFiles(cwd, { Dockerfile: stages(3) });
		const { code, out } = await compare(cwd, "--json");
		expect(code).toBe(1);
		expect(JSON.parse(out).files[0].findings).toMatchObject([
			{ code: "rewritten", stage: 2 },
			{ code: "shell-form", stage: 2 },
		]);
	});

	it("reports stale entries, and drops them when it is updated", async () => {
		const cwd = makeFolder({ Dockerfile: SHELL, "gone/Dockerfile": CHANGING, "other/Dockerfile": CHANGING });
		await update(cwd);
		rmSync(join(cwd, "gone"), { recursive: true });
		addFiles(cwd, { Dockerfile: CHANGING });
		const { code, err } = await compare(cwd, "Dockerfile");
		expect(code).toBe(1);
		expect(err).toBe(
			'base.json: 3 findings no longer found: Dockerfile rewritten (CMD sleep 9), Dockerfile shell-form (CMD sleep 9), gone/Dockerfile rewritten (CMD ["node", "server.js"]); remove with --update-baseline\n',
		);
		await update(cwd, "Dockerfile");
		expect([...read(cwd).matchAll(/"path":"([^"]*)"/g)].map(([, path]) => path)).toEqual([
			"Dockerfile",
			"other/Dockerfile",
		]);
	});

	it("has paths of its own folder, wherever pidone is started", async () => {
		const cwd = makeFolder({ "sub/Dockerfile": SHELL });
		await runCli(["check", "--baseline", "sub/base.json", "--update-baseline"], { cwd });
		expect(read(cwd, "sub/base.json")).toContain('"path":"Dockerfile"');
		expect((await compare(join(cwd, "sub"))).code).toBe(0);
		expect((await compare(join(cwd, "sub"), join(cwd, "sub/Dockerfile"))).code).toBe(0);
	});

	it("does not accept a Dockerfile that does not parse, and keeps what it has of it", async () => {
		const cwd = makeFolder({ Dockerfile: SHELL });
		await update(cwd);
		const before = read(cwd);
		addFiles(cwd, { Dockerfile: BROKEN });
		expect(await compare(cwd)).toMatchObject({ code: 4, err: "" });
		expect((await update(cwd)).code).toBe(4);
		expect(read(cwd)).toBe(before);
	});

	it("leaves out what it accepts in every format", async () => {
		const cwd = makeFolder({ Dockerfile: SHELL });
		await update(cwd);
		const formats = ["jsonl", "sarif", "github", "gitlab", "checkstyle", "junit", "sonarqube", "markdown"];
		for (const format of formats) expect((await compare(cwd, "-f", format)).out, format).not.toContain("shell-form");
	});

	it.each([
		["", "is not a baseline: it is not JSON: "],
		["<<<<<<< HEAD\n", "is not a baseline: it is not JSON: "],
		["[]", "is not a baseline: it has no list of findings"],
		['{"findings":[]}', "is not a baseline: its $schema is not urn:pidone:baseline:1"],
		['{"$schema":"urn:pidone:baseline:1","findings":[{"path":1}]}', "is not a baseline: entry 1 must have a path"],
	])("%j is refused by name", async (text, message) => {
		const cwd = makeFolder({ Dockerfile: SHELL, "base.json": text });
		const { code, err } = await compare(cwd);
		expect(code).toBe(2);
		expect(err).toContain(`pidone: --baseline base.json: ${message}`);
		expect((await update(cwd)).code).toBe(2);
		expect(read(cwd)).toBe(text);
	});

	it("must be there, unless it is made", async () => {
		const cwd = makeFolder({ Dockerfile: SHELL });
		expect((await compare(cwd)).err).toContain("--baseline base.json: no such file: make it with");
		const { code, err } = await runCli(["check", "--update-baseline"], { cwd });
		expect({ code, err }).toEqual({ code: 2, err: "pidone: --update-baseline: requires --baseline FILE\n" });
	});
});
