import { describe, expect, it } from "vitest";
import { RecordingBuilder } from "./build/recording-builder.ts";
import { makeFolder, type Run, runCli, runShell } from "./run-cli.ts";

/** ESC, BEL, CSI of C1, DEL, a right-to-left override, an isolate, a backspace and a lone CR. */
const EVIL = "\u001b]0;x\u0007\u001b[31m\u009b31m\u007f\u202e\u2066\b\rz";
/** In the name of a file, a line feed is possible, too. */
const FOLDER = `f${EVIL}\n::error::x`;
const FORBIDDEN = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]/;

const files: Readonly<Record<string, string>> = {
	[`${FOLDER}/Dockerfile`]: `FROM debian:12\n# ${EVIL}\nLABEL "a${EVIL}"=b\nSHELL ["/bin/${EVIL.replaceAll(/[^\u202e\u009b]/g, "")}", "-c"]\nCMD echo ${EVIL} && x\n`,
	[`${FOLDER}/Dockerfile.plain`]: `FROM debian:12\n# ${EVIL}\nCMD ["x"]\n`,
	[`${FOLDER}/Dockerfile.npm`]: `FROM node:22 AS a\nCMD npm start ${EVIL}\nFROM a\nSTOPSIGNAL SIG${EVIL}\n`,
	[`${FOLDER}/Dockerfile.broken`]: `FROM debian:12\nR${EVIL}UN x\n`,
	[`${FOLDER}/Dockerfile.unknown`]: `FROM acme/x${EVIL}\nCMD ["${EVIL.replaceAll(/[\u0000-\u001f]/g, "")}"]\n`,
	[`${FOLDER}/Dockerfile.ignored`]: `# pidone ignore=rewritten ${EVIL}\nFROM debian\n# pidone ignore=no${EVIL}thing\nCMD x\n`,
	[`${FOLDER}/Dockerfile.json`]: "",
	[`${FOLDER}/Dockerfile.nul`]: "FROM a\0\n",
	[`${FOLDER}/Dockerfile.j2`]: "{{ x }}\n",
	[`empty${EVIL}/README`]: "",
	"config/.pidone.yaml": `init: "${EVIL.replaceAll("\u001b", "\\e").replaceAll(/[\u0000-\u001f]/g, "")}"\n`,
	"config/Dockerfile": "FROM debian\nCMD x\n",
	[`init${EVIL}.ts`]: `import { start } from "pidone/init/${EVIL.replaceAll(/[\r\b"]/g, "")}";\nexport { start };\n`,
};
const dockerfile = `${FOLDER}/Dockerfile`;

const commands: readonly (readonly string[])[] = [
	["rewrite"],
	["rewrite", "--verbose", "."],
	["rewrite", "--check", FOLDER, `empty${EVIL}`, `*${EVIL}`],
	["rewrite", "--json"],
	["rewrite", "--inherited", "--replace", dockerfile],
	["rewrite", "--init", EVIL],
	["rewrite", `--${EVIL}`],
	["rewrite", "--build-arg", `${EVIL}`],
	["rewrite", "--base-cmd", EVIL, dockerfile],
	["rewrite", "--context", EVIL],
	["rewrite", "--config", EVIL],
	["rewrite", "--target", EVIL, dockerfile],
	["rewrite", "--source", EVIL, dockerfile],
	["rewrite", "--platform", EVIL],
	["rewrite", "-q"],
	...["text", "json", "sarif", "github", "checkstyle"].map((format) => ["check", "--verbose", "--format", format]),
	...["text", "json", "sarif", "github", "checkstyle"].map((format) => [
		"check",
		"--format",
		format,
		`nope${EVIL}`,
		`empty${EVIL}`,
	]),
	["check", "--format", EVIL],
	["check", "-", "--stdin-filename", EVIL],
	["explain", FOLDER],
	["explain", "--verbose", dockerfile],
	["explain", "--json", FOLDER],
	["revert", FOLDER],
	["revert", "--json", FOLDER],
	["emit", `out${EVIL}`],
	["emit", "--json", `out${EVIL}`],
	["emit", `init${EVIL}.ts`],
	["emit", "--platform", EVIL],
	["compile", `init${EVIL}.ts`, "-o", "x"],
	["compile", `init${EVIL}.ts`, "-o", "x", "--json"],
	["compile", `nope${EVIL}.ts`, "-o", "x"],
	["completion", EVIL],
	["help", EVIL],
	[EVIL],
	["build", "--", EVIL],
	["build", "--", "docker", EVIL],
];

describe("control characters of files, names and arguments", () => {
	it.each(commands.map((words) => [JSON.stringify(words), words] as const))(
		"are not printed by %s",
		async (_, words) => {
			const { out, err } = await runCli(words, { cwd: makeFolder(files), input: `FROM debian\nR${EVIL}UN x\n` });
			expect(out + err).not.toBe("");
			expect(out).not.toMatch(FORBIDDEN);
			expect(err).not.toMatch(FORBIDDEN);
		},
	);

	it.each([["rewrite"], ["check"]])("are not printed by %s in color, whose own are all", async (command) => {
		const { out } = await runCli([command, "--color"], { cwd: makeFolder(files) });
		expect(out).toContain("\u001b[1m");
		expect(out.replaceAll(/\u001b\[\d+m/g, "")).not.toMatch(FORBIDDEN);
		// None of the color sequences comes from the file: all of them are ended again.
		expect(out).not.toContain("\u001b[31mz");
	});

	it.each([[[]], [["--dry-run"]]])("are not printed by build %j", async (options) => {
		for (const name of ["Dockerfile", "Dockerfile.broken", "Dockerfile.unknown"]) {
			const builder = new RecordingBuilder(files);
			const { out, err } = await builder.run(
				["docker", "build", "--tag", `a${EVIL}`, "--file", `${FOLDER}/${name}`, FOLDER],
				{ options },
			);
			expect(out + err).not.toBe("");
			expect(out + err).not.toMatch(FORBIDDEN);
		}
	});
});

describe("a diff", () => {
	it("that shows control characters says that it is not a patch, and where the exact one is", async () => {
		const cwd = makeFolder({
			Dockerfile: `FROM debian:12\n# \u001b[31m\nCMD ["x"]\n`,
			"web.Dockerfile": 'FROM debian:12\nCMD ["x"]\n',
		});
		const { out, err } = await runCli(["rewrite"], { cwd });
		expect(out).toContain(" # ␛[31m\n");
		expect(err).toMatch(/^Dockerfile: the diff shows control characters as symbols and cannot be applied: .*--json/);
		expect(err).not.toContain("web.Dockerfile: the diff");
		expect((await runCli(["rewrite", "--quiet"], { cwd })).err).toBe("");
	});

	it("of --json is exact, and can be applied", async () => {
		const cwd = makeFolder({ Dockerfile: `FROM debian:12\r\n# ${EVIL}\r\nCMD echo ${EVIL}\r\n` });
		const take = 'JSON.parse(require("node:fs").readFileSync(0,"utf8")).files.map(({diff})=>diff).join("")';
		const line = `pidone rewrite --json | "${process.execPath}" -e 'process.stdout.write(${take})' | patch --silent --binary -p1 && pidone rewrite --check`;
		expect(await runShell(line, { cwd })).toMatchObject({
			code: 0,
			err: "Dockerfile:5:1: already-init: /sbin/pidone runs as PID 1\n1 file, 0 would change\n",
		});
	});

	it("keeps line ends, tabs and every other character, so that it can be applied", async () => {
		const cwd = makeFolder({ Dockerfile: '\ufeffFROM debian:12\r\n#\té 日本 😀 \u200d\r\nCMD ["x"]\r\n' });
		const { code, err } = await runShell(
			"pidone rewrite 2>/dev/null | patch --silent --binary -p1 && pidone rewrite --check",
			{ cwd },
		);
		expect({ code, err }).toEqual({
			code: 0,
			err: "Dockerfile:5:1: already-init: /sbin/pidone runs as PID 1\n1 file, 0 would change\n",
		});
	});
});

it("a filter gives the file as it is", async () => {
	const input = `FROM debian:12\n# ${EVIL}\nCMD ["x"]\n`;
	const run: Run = await runCli(["rewrite", "-", "-q"], { cwd: makeFolder(), input });
	expect(run.out).toContain(`# ${EVIL}\n`);
});
