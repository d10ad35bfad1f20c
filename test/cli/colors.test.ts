import { describe, expect, it } from "vitest";
import { cliFile } from "./built-cli.ts";
import { CHANGING, makeFolder, needsProgram, runCli, runShell } from "./run-cli.ts";

const ESCAPE = "\u001b[";

describe("colors", () => {
	it.each<[when: string, args: string[], env: Record<string, string>, has: boolean]>([
		["are left out of a pipe", [], {}, false],
		["come with --color", ["--color"], {}, true],
		["come with FORCE_COLOR", [], { FORCE_COLOR: "1" }, true],
		["are switched off by FORCE_COLOR=0", [], { FORCE_COLOR: "0" }, false],
		["are switched off by NO_COLOR also when forced", [], { NO_COLOR: "1", FORCE_COLOR: "1" }, false],
		["are not switched off by an empty NO_COLOR", [], { NO_COLOR: "", FORCE_COLOR: "1" }, true],
		["come with --color in spite of NO_COLOR", ["--color"], { NO_COLOR: "1" }, true],
		["are switched off by --no-color", ["--no-color"], { FORCE_COLOR: "1" }, false],
	])("%s", async (_, args, env, has) => {
		const cwd = makeFolder({ Dockerfile: CHANGING });
		for (const command of ["check", "rewrite"]) {
			const { out } = await runCli([command, ...args], { cwd, env });
			expect(out.includes(ESCAPE), command).toBe(has);
		}
	});

	it("may be asked for in front of the command too", async () => {
		const cwd = makeFolder({ Dockerfile: CHANGING });
		expect((await runCli(["--color", "rewrite"], { cwd })).out).toContain(ESCAPE);
		expect((await runCli(["--no-color", "rewrite"], { cwd, env: { FORCE_COLOR: "1" } })).out).not.toContain(ESCAPE);
	});

	it("are not part of a path: --color after -- is a file", async () => {
		const cwd = makeFolder({ "--color": CHANGING });
		const { out, code } = await runCli(["rewrite", "--", "--color"], { cwd });
		expect(code).toBe(0);
		expect(out).toMatch(/^--- a\/--color\n/);
	});

	it("are those of git in a diff, and every one ends on its line", async () => {
		const cwd = makeFolder({ Dockerfile: CHANGING });
		const { out } = await runCli(["rewrite", "--color"], { cwd });
		const lines = out.trimEnd().split("\n");
		expect(lines[0]).toBe("\u001b[1m--- a/Dockerfile\u001b[0m");
		expect(lines).toContain('\u001b[32m+ENTRYPOINT ["/sbin/pidone", "--", "docker-entrypoint.sh"]\u001b[0m');
		for (const line of lines) expect(line).toMatch(/^(?: |\u001b\[\d+m.*\u001b\[0m$)/);
	});

	it("come on a terminal, unless it is dumb", async (context) => {
		needsProgram(context, "script");
		const cwd = makeFolder({ Dockerfile: CHANGING });
		const inTerminal = async (env: Record<string, string>): Promise<string> => {
			const { out } = await runShell(`script -qefc "'$NODE' '$CLI' check" /dev/null`, {
				cwd,
				env: { ...env, NODE: process.execPath, CLI: cliFile },
			});
			return out;
		};
		expect(await inTerminal({ TERM: "xterm" })).toContain(ESCAPE);
		expect(await inTerminal({ TERM: "dumb" })).not.toContain(ESCAPE);
		expect(await inTerminal({ TERM: "xterm", NO_COLOR: "1" })).not.toContain(ESCAPE);
	});
});
