import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { version } from "../../../src/version.ts";
import { cliFile } from "../../cli/built-cli.ts";
import { BROKEN, CHANGING, makeFolder, NOTHING, runCli } from "../../cli/run-cli.ts";
import { listCommands, makeNpm, readAction, readNpmLog, runAction, withoutStops } from "./helpers/run-action.ts";

// Unit tests cannot reach a registry. This npm links the built package in the place where the real npm would install
// it.
const LINKING = `echo "$PWD $*" > "$(dirname "$0")/log"\nmkdir -p "$3/node_modules" && ln -s "${resolve(cliFile, "../..")}" "$3/node_modules/pidone"`;

let npm = "";
let env: Readonly<Record<string, string>> = {};
beforeEach(() => {
	npm = makeNpm(LINKING);
	env = { PATH: `${npm}:${process.env.PATH}` };
});

describe("the action's check", () => {
	it("annotates, fills the summary and the outputs, and fails with pidone's exit code", async () => {
		const cwd = makeFolder({ "api/Dockerfile": CHANGING, "web/Dockerfile": NOTHING });
		const { code, log, summary, outputs } = await runAction(cwd, {}, env);
		expect(outputs).toEqual({ findings: "1", changed: "1", "exit-code": "1" });
		expect(code).toBe(1);
		expect(listCommands(log)).toEqual([
			expect.stringMatching(/^::warning file=api\/Dockerfile,line=3,.*title=rewritten::no init runs as PID 1/),
		]);
		expect(summary.split("\n").slice(0, 5)).toEqual([
			"### pidone check: something to do (exit code 1)",
			"",
			"| place | stage | outcome | what |",
			"| --- | --- | --- | --- |",
			expect.stringMatching(/^\| api\/Dockerfile\\:3 \| 0 \| rewritten \| ENTRYPOINT is added above CMD, .* \|$/),
		]);
		expect(summary).toMatch(/^\| api\/Dockerfile\\:3 \| warning \| rewritten \| no init runs as PID 1/m);
	});

	it("passes if there is nothing to do", async () => {
		const { code, log, outputs } = await runAction(makeFolder({ Dockerfile: NOTHING }), {}, env);
		expect({ code, log, outputs }).toEqual({
			code: 0,
			log: "",
			outputs: { findings: "0", changed: "0", "exit-code": "0" },
		});
	});

	it.each([
		["does not parse", { Dockerfile: BROKEN }, 4, "| Dockerfile\\:2 | error | syntax |"],
		["is not there", {}, 3, "no Dockerfile found (exit code 3)"],
	])("tells when a Dockerfile %s", async (_, files, expected, inSummary) => {
		const { code, summary, outputs } = await runAction(makeFolder(files), {}, env);
		expect({ code, exit: outputs["exit-code"] }).toEqual({ code: expected, exit: String(expected) });
		expect(summary).toContain(inSummary);
	});
});

describe("the action's other commands", () => {
	it("rewrite --check shows the diff and writes nothing", async () => {
		const cwd = makeFolder({ Dockerfile: CHANGING });
		const { code, log, outputs, summary } = await runAction(cwd, { command: "rewrite --check" }, env);
		expect({ code, changed: outputs.changed }).toEqual({ code: 1, changed: "1" });
		expect(withoutStops(log)).toContain('+ENTRYPOINT ["/sbin/pidone", "--", "docker-entrypoint.sh"]');
		expect(summary).toContain("pidone rewrite --check: something to do");
		expect(readFileSync(join(cwd, "Dockerfile"), "utf8")).toBe(CHANGING);
	});

	it("rewrite --write writes, and has nothing left to do afterwards", async () => {
		const cwd = makeFolder({ Dockerfile: CHANGING });
		const first = await runAction(cwd, { command: "rewrite --write" }, env);
		expect(first).toMatchObject({ code: 0, outputs: { changed: "1" } });
		expect(readFileSync(join(cwd, "Dockerfile"), "utf8")).toContain('ENTRYPOINT ["/sbin/pidone"');
		expect(await runAction(cwd, { command: "rewrite --write" }, env)).toMatchObject({
			code: 0,
			outputs: { changed: "0" },
		});
	});

	it("emit writes the binaries, and emit --check accepts them", async () => {
		const cwd = makeFolder();
		expect(await runAction(cwd, { command: "emit --check" }, env)).toMatchObject({ code: 1 });
		expect(await runAction(cwd, { command: "emit", paths: "docker/.pidone" }, env)).toMatchObject({ code: 0 });
		expect(readdirSync(join(cwd, "docker/.pidone"))).toContain("pidone-linux-amd64");
		expect(await runAction(cwd, { command: "emit --check", paths: "docker/.pidone" }, env)).toMatchObject({ code: 0 });
	});
});

describe("the action's inputs", () => {
	it("are split as by a shell, with quotes and newlines", async () => {
		const cwd = makeFolder({
			"a b/Dockerfile": `FROM acme/base:1\nCMD ["x"]\n`,
			"c/Dockerfile": CHANGING,
			"d/Dockerfile": BROKEN,
		});
		const args = `--platform linux/amd64\n  --base-entrypoint 'acme/base=["/entry point.sh"]'`;
		const { code, log } = await runAction(cwd, { command: "rewrite --check", args, paths: `'a b'\n  "c/*"` }, env);
		expect(code).toBe(1);
		expect(withoutStops(log)).toContain("+COPY .pidone/pidone-linux-amd64 /sbin/pidone\n");
		expect(withoutStops(log)).toContain('+ENTRYPOINT ["/sbin/pidone", "--", "/entry point.sh"]');
		expect(withoutStops(log)).toContain("2 files, 2 would change");
	});

	it("select the version that npm installs, outside the workspace", async () => {
		const cwd = makeFolder({ Dockerfile: NOTHING });
		await runAction(cwd, {}, env);
		expect(readNpmLog(npm)).toEqual([
			expect.stringMatching(new RegExp(`^/.*/pidone-.* install --prefix .* pidone@${version.replaceAll(".", "\\.")}$`)),
		]);
		expect(readNpmLog(npm)[0]).not.toContain(cwd);
		await runAction(cwd, { version: "next" }, env);
		expect(readNpmLog(npm)).toEqual([expect.stringMatching(/ pidone@next$/)]);
		await runAction(cwd, { version: "./pidone.tgz" }, env);
		expect(readNpmLog(npm)).toEqual([expect.stringContaining(` ${cwd}/pidone.tgz`)]);
	});

	const hostile = [
		'"; touch pwned; "',
		"'; touch pwned; '",
		"$(touch pwned)`touch pwned`",
		"x\ntouch pwned #",
		"${{ x }} | touch pwned",
	];
	it.each(["command", "paths", "args", "version"].flatMap((name) => hostile.map((text) => [name, text] as const)))(
		"are never run: %s %j",
		async (name, text) => {
			const cwd = makeFolder({ Dockerfile: NOTHING });
			const { code, outputs } = await runAction(cwd, { [name]: text }, env);
			expect(code).toBe(2);
			expect(Object.keys(outputs)).toEqual(["findings", "changed", "exit-code"]);
			expect(readdirSync(cwd)).toEqual(["Dockerfile"]);
		},
	);

	it.each([
		["command", "check --fix", "the input command is"],
		["args", "--init 'tini", "the input args has a quote that is not closed"],
		["args", "-- x", "the input args holds --"],
		["version", "--global", "the input version is"],
		["version", "git+ssh://example.org/x", "the input version is"],
	])("that are wrong are reported: %s %j", async (name, text, message) => {
		const { code, log } = await runAction(makeFolder({ Dockerfile: NOTHING }), { [name]: text }, env);
		expect(code).toBe(2);
		expect(listCommands(log)).toEqual([expect.stringContaining(`::error title=pidone::${message}`)]);
		expect(readNpmLog(npm)).toEqual([]);
	});

	it("that pidone does not know fail as in a terminal", async () => {
		const { code, log, outputs } = await runAction(
			makeFolder({ Dockerfile: CHANGING }),
			{ args: "--init systemd" },
			env,
		);
		expect({ code, exit: outputs["exit-code"] }).toEqual({ code: 2, exit: "2" });
		expect(withoutStops(log)).toContain("systemd");
	});
});

describe("text from a pull request", () => {
	it("passes no workflow commands to the runner in a diff", async () => {
		const text = `FROM node:22-slim\nRUN echo \\\n  ::add-mask::secret \\\n::error::x\nCMD ["node"]\n`;
		const cwd = makeFolder({ Dockerfile: text });
		const { out } = await runCli(["rewrite"], { cwd });
		expect(listCommands(out)).not.toEqual([]);
		const { log } = await runAction(cwd, { command: "rewrite --check" }, env);
		expect(listCommands(log)).toEqual([]);
		expect(log).toContain("::add-mask::secret");
	});

	it("adds no table column, markup or output", async () => {
		const name = "Dockerfile.a|b <img src=x> `c` [d](e)\n::error::f\nfindings=9";
		const cwd = makeFolder({ [name]: `FROM node:22-slim AS x\nCMD ["|<b>**y**"]\n` });
		const { summary, outputs, log } = await runAction(cwd, {}, env);
		expect(outputs).toEqual({ findings: "1", changed: "1", "exit-code": "1" });
		const rows = summary.split("\n").filter((line) => line.startsWith("|"));
		expect(rows).toHaveLength(6);
		for (const row of rows) expect(row.replace(/\\./g, "").split("|")).toHaveLength(6);
		expect(summary).not.toMatch(/<|(?<!\\)[`*[\]]/);
		expect(listCommands(log)).toHaveLength(1);
	});

	it("cannot make the summary larger than GitHub accepts", async () => {
		const files = Object.fromEntries(
			Array.from({ length: 500 }, (_, n) => [`${`${"d".repeat(240)}/`.repeat(4)}${n}/Dockerfile`, CHANGING]),
		);
		const { summary, outputs } = await runAction(makeFolder(files), {}, env);
		expect(outputs.findings).toBe("500");
		expect(Buffer.byteLength(summary)).toBeLessThan(1024 * 1024);
		expect(summary).toMatch(/^… and \d+ more$/m);
	});
});

describe("a runner that lacks something", () => {
	it("reports what npm printed", async () => {
		const bin = makeNpm("echo 'npm error 404 ::add-mask::x'; echo '::error::y' >&2; exit 1");
		const { code, log } = await runAction(
			makeFolder({ Dockerfile: NOTHING }),
			{},
			{ PATH: `${bin}:${process.env.PATH}` },
		);
		expect(code).toBe(2);
		expect(log).toContain("npm error 404");
		expect(listCommands(log)).toEqual([`::error title=pidone::npm could not install pidone@${version}`]);
	});

	it("reports that npm is missing", async () => {
		const bin = makeNpm(LINKING).replace(/\/bin$/, "/other");
		const { code, log } = await runAction(
			makeFolder({ Dockerfile: NOTHING }),
			{},
			{ PATH: bin, BASH_ENV: await nodeAlone() },
		);
		expect(code).toBe(2);
		expect(listCommands(log)).toEqual([
			expect.stringMatching(/npm cannot be started: .*; put actions\/setup-node before/),
		]);
	});

	it("reports that its Node.js is too old", async () => {
		const old = "--import=data:text/javascript,Object.defineProperty(process.versions,'node',{value:'18.20.4'})";
		const { code, log } = await runAction(makeFolder({ Dockerfile: NOTHING }), {}, { ...env, NODE_OPTIONS: old });
		expect(code).toBe(2);
		expect(listCommands(log)).toEqual([
			expect.stringContaining("pidone requires Node.js 20.19 or newer, and this runner has 18.20.4"),
		]);
	});
});

/** Creates a file that defines `node` as a bash function, for a PATH that contains nothing. */
async function nodeAlone(): Promise<string> {
	return join(makeFolder({ "bash-env": `node() { "${process.execPath}" "$@"; }\n` }), "bash-env");
}

describe("action.yml", () => {
	it("has no expression in a script, and passes on every input", () => {
		const { inputs, runs } = readAction();
		expect(runs.using).toBe("composite");
		for (const step of runs.steps) expect(step.run).not.toContain("${{");
		expect(runs.steps.flatMap((step) => Object.entries(step.env))).toEqual(
			Object.keys(inputs).map((name) => [`INPUT_${name.toUpperCase()}`, `\${{ inputs.${name} }}`]),
		);
	});

	it("is described in docs/ci.md", () => {
		const { inputs, outputs } = readAction();
		const page = readFileSync(resolve(import.meta.dirname, "../../../docs/ci.md"), "utf8");
		for (const name of [...Object.keys(inputs), ...Object.keys(outputs)]) expect(page).toContain(`\n| \`${name}\` | `);
	});

	it("runs a file that exists", () => {
		expect(existsSync(resolve(import.meta.dirname, "../../../ci/action/main.js"))).toBe(true);
	});
});
