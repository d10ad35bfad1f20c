import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import schema from "../../schema/report.json" with { type: "json" };
import { version } from "../../src/version.ts";
import { addFiles, BROKEN, CHANGING, makeFolder, NOTHING, runCli } from "./run-cli.ts";

const validate = new Ajv2020({ strict: true, allErrors: true }).compile(schema);

const files = {
	"a/Dockerfile": CHANGING,
	"b/Dockerfile": BROKEN,
	"c/Dockerfile": NOTHING,
	"d/Dockerfile": "FROM a\n\0",
};

describe("formats for machines", () => {
	it.each([
		["check", "--json"],
		["check", "--format", "json"],
		["check", "-f", "json", "--quiet"],
		["rewrite", "--json"],
		["rewrite", "--json", "--check"],
		["revert", "--json"],
	])("%s %s %s %s: a report as schema/report.json says", async (...args) => {
		const { out, err, code } = await runCli(args.filter(Boolean), { cwd: makeFolder(files) });
		const report: unknown = JSON.parse(out);
		validate(report);
		expect(validate.errors ?? []).toEqual([]);
		expect(report).toMatchObject({
			version,
			files: [
				{ path: "a/Dockerfile" },
				{ path: "b/Dockerfile", error: { kind: "syntax", line: 2, column: 1 } },
				{ path: "c/Dockerfile", isChanged: false },
				{ path: "d/Dockerfile", error: { kind: "io", line: 2, column: 1 } },
			],
		});
		expect({ code, err }).toEqual({ code: 4, err: "" });
	});

	it("report what a rewrite has written, and of a filter all but the text", async () => {
		const cwd = makeFolder({ Dockerfile: CHANGING });
		const stdin = JSON.parse((await runCli(["rewrite", "--json", "-"], { cwd, input: CHANGING })).out) as {
			files: unknown[];
		};
		expect(stdin.files).toMatchObject([
			{ path: "-", isChanged: true, isWritten: false, diff: expect.stringContaining("+ENTRYPOINT") },
		]);
		const written = JSON.parse((await runCli(["rewrite", "--json", "--write"], { cwd })).out) as { files: unknown[] };
		expect(written.files).toMatchObject([{ path: "Dockerfile", isChanged: true, isWritten: true }]);
		const again = JSON.parse((await runCli(["rewrite", "--json", "--write"], { cwd })).out) as { files: unknown[] };
		expect(again.files).toMatchObject([{ isChanged: false, isWritten: false, stages: [{ code: "already-init" }] }]);
	});

	it("sarif: one run with rules, results and places", async () => {
		const { out, code } = await runCli(["check", "--format", "sarif"], { cwd: makeFolder(files) });
		expect(code).toBe(4);
		const log = JSON.parse(out) as {
			version: string;
			runs: { tool: { driver: { rules: { id: string }[] } }; results: { ruleId: string; level: string }[] }[];
		};
		const unread = { level: "error", locations: [{ physicalLocation: { artifactLocation: { uri: "d/Dockerfile" } } }] };
		expect(log).toMatchObject({
			version: "2.1.0",
			runs: [
				{
					tool: { driver: { name: "pidone" } },
					invocations: [{ executionSuccessful: false, toolExecutionNotifications: [unread] }],
				},
			],
		});
		const [run] = log.runs;
		expect(run?.results.map(({ ruleId, level }) => `${level} ${ruleId}`)).toEqual([
			"warning rewritten",
			"error syntax-error",
		]);
		for (const { ruleId } of run?.results ?? []) expect(run?.tool.driver.rules.map(({ id }) => id)).toContain(ruleId);
	});

	it("github: a command a line", async () => {
		const { out } = await runCli(["check", "--format", "github"], { cwd: makeFolder(files) });
		expect(out.split("\n")).toEqual([
			expect.stringMatching(/^::warning file=a\/Dockerfile,line=3,.*title=rewritten::no init runs as PID 1/),
			expect.stringMatching(/^::error file=b\/Dockerfile,line=2,.*title=syntax-error::unknown instruction: RUNN$/),
			expect.stringMatching(/^::error file=d\/Dockerfile,line=2,.*title=io-error::/),
			"",
		]);
	});

	it("checkstyle: XML with a file element a file", async () => {
		const { out } = await runCli(["check", "--format", "checkstyle"], {
			cwd: makeFolder({ ...files, 'x&<"/Dockerfile': CHANGING }),
		});
		expect(out).toMatch(/^<\?xml version="1.0" encoding="UTF-8"\?>\n<checkstyle version="[\d.]+">\n/);
		expect(out).toContain('<file name="x&amp;&lt;&quot;/Dockerfile">');
		expect(out).toMatch(
			/<error line="2" column="1" severity="error" message="unknown instruction: RUNN" source="pidone.syntax-error"\/>/,
		);
	});

	it("explain --json: stages with their trees, and what went wrong", async () => {
		const cwd = makeFolder(files);
		const good = JSON.parse((await runCli(["explain", "--json", "a"], { cwd })).out) as unknown;
		expect(good).toMatchObject({
			version,
			files: [
				{
					path: "a/Dockerfile",
					stages: [
						{
							base: "node:22-slim",
							outcome: { code: "rewritten", stage: 0 },
							stopSignal: "SIGTERM",
							before: { isPid1: true, command: "docker-entrypoint.sh node server.js", children: [] },
							after: {
								isPid1: true,
								command: "/sbin/pidone --",
								children: [{ isPid1: false, command: "docker-entrypoint.sh node server.js" }],
							},
						},
					],
				},
			],
		});
		const bad = await runCli(["explain", "--json", "b/Dockerfile"], { cwd });
		expect(JSON.parse(bad.out)).toMatchObject({
			files: [{ path: "b/Dockerfile", error: { kind: "syntax", line: 2 } }],
		});
	});

	it("are valid also when no Dockerfile is found", async () => {
		const cwd = makeFolder();
		for (const format of ["json", "sarif", "checkstyle"]) {
			const { code, out } = await runCli(["check", "--format", format], { cwd });
			expect({ format, code }).toEqual({ format, code: 3 });
			expect(out, format).not.toBe("");
			if (format !== "checkstyle") expect(JSON.parse(out)).toBeTypeOf("object");
		}
		const { out } = await runCli(["rewrite", "--json"], { cwd });
		expect(JSON.parse(out)).toEqual({ $schema: "urn:pidone:report:1", version, files: [] });
	});

	it("never have colors", async () => {
		const cwd = makeFolder(files);
		for (const format of ["json", "sarif", "github", "checkstyle"]) {
			const { out } = await runCli(["check", "--color", "--format", format], { cwd });
			expect(out, format).not.toContain("\u001b");
		}
		expect((await runCli(["rewrite", "--color", "--json"], { cwd })).out).not.toContain("\u001b");
		expect((await runCli(["rewrite", "--color", "-"], { cwd, input: CHANGING })).out).not.toContain("\u001b");
	});
});

describe("text from a Dockerfile or a path", () => {
	it("cannot send control characters to a terminal", async () => {
		const cwd = makeFolder({ "x\u001b[31m.Dockerfile": CHANGING });
		addFiles(cwd, { Dockerfile: "FROM acme/\u001b[31m:1\nCMD x\n", "Dockerfile.b": "FROM debian\nR\u001bUN x\n" });
		for (const args of [["check"], ["rewrite"], ["explain", "."], ["rewrite", "-v"]]) {
			const { out, err } = await runCli(args, { cwd });
			expect(`${out}${err}`.includes("\u001b"), args.join(" ")).toBe(false);
		}
	});
});
