import { describe, expect, it } from "vitest";
import { makeFolder, runCli } from "./run-cli.ts";

const REWRITTEN =
	'FROM debian\nCOPY .pidone/pidone-linux-amd64 /sbin/pidone\nENTRYPOINT ["/sbin/pidone", "--", "/a"]\n';

describe("a run that changes nothing says why", () => {
	it.each<[what: string, text: string, args: string[], reasons: (string | RegExp)[]]>([
		["there is an init", REWRITTEN, [], ["3:1: already-init: /sbin/pidone runs as PID 1"]],
		["the base has one", "FROM jenkins/jenkins\nCOPY a /a\n", [], [/^1:1: already-init: /]],
		[
			"its stage has one",
			`${REWRITTEN.replace("debian", "debian AS a")}FROM a\nCMD ["b"]\n`,
			[],
			["3:1: already-init: /sbin/pidone runs as PID 1", "5:1: inherits-init: inherits the init of the stage a"],
		],
		[
			"the command is inherited",
			"FROM nginx\nCOPY a /a\n",
			[],
			[/^1:1: inherited-command: .*--inherited to restate it/],
		],
		[
			"there is no command",
			"FROM scratch\nCOPY a /a\n",
			[],
			["1:1: no-command: declares no command, and neither does its base"],
		],
		["the program has to be PID 1", 'FROM debian\nCMD ["/sbin/init"]\n', [], [/^2:1: must-be-pid1: /]],
		[
			"it is for Windows",
			'FROM mcr.microsoft.com/windows/nanoserver:ltsc2022\nCMD ["x.exe"]\n',
			[],
			[/^2:1: windows: /],
		],
		[
			"a comment forbids it",
			"FROM debian\n# pidone ignore=rewritten for a test\nCMD x\n",
			[],
			["3:1: ignored: for a test"],
		],
		["the base is not known", "FROM acme/x\nCMD x\n", [], [/^2:1: unknown-base: /]],
		[
			"a shell form cannot be replaced",
			"FROM debian\nENTRYPOINT dumb-init -c x\n",
			["--replace"],
			[/^2:1: cannot-replace: its shell command starts dumb-init: write it in exec form/],
		],
		[
			"a shell's text cannot be replaced",
			'FROM debian\nENTRYPOINT ["sh", "-c", "exec tini -- x"]\n',
			["--replace"],
			[/^2:1: cannot-replace: its shell command starts tini: write it in exec form/],
		],
		[
			"stages that nobody runs do not count",
			"FROM debian\nRUN x\nFROM nginx\nCOPY --from=0 /a /a\n",
			[],
			[/^3:1: inherited-command: /],
		],
	])("%s", async (_, text, args, reasons) => {
		const cwd = makeFolder({ Dockerfile: text });
		for (const write of [[], ["--write"]]) {
			const { code, out, err } = await runCli(["rewrite", ...args, ...write], { cwd });
			expect({ code, out }).toEqual({ code: 0, out: "" });
			const lines = err
				.trimEnd()
				.split("\n")
				.filter((line) => !line.startsWith("the build copies pidone from "));
			expect(lines).toEqual([
				...reasons.map((reason) =>
					typeof reason === "string"
						? `Dockerfile:${reason}`
						: expect.stringMatching(new RegExp(reason.source.replace("^", "^Dockerfile:"))),
				),
				expect.stringMatching(/^1 file, 0 (?:would change|changed)$/),
			]);
		}
		expect((await runCli(["rewrite", ...args, "--quiet"], { cwd })).err).toBe("");
	});

	it("also beside files that change", async () => {
		const cwd = makeFolder({ "a/Dockerfile": "FROM debian\nCMD x\n", "b/Dockerfile": REWRITTEN });
		expect((await runCli(["rewrite"], { cwd })).err).toContain(
			"b/Dockerfile:3:1: already-init: /sbin/pidone runs as PID 1\n",
		);
	});

	it("when there is nothing to revert", async () => {
		const { code, err } = await runCli(["revert", "-w"], { cwd: makeFolder({ Dockerfile: REWRITTEN }) });
		expect({ code, err }).toEqual({
			code: 0,
			err: 'Dockerfile: nothing to revert: the file has no comment "# pidone: …"\n1 file, 0 changed\n',
		});
	});
});
