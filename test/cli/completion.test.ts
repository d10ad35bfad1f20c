import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { execa } from "execa";
import { beforeAll, describe, expect, it } from "vitest";
import { makeFolder, needsProgram, optionsIn, runCli } from "./run-cli.ts";

const scripts: Record<string, string> = {};

beforeAll(async () => {
	for (const shell of ["bash", "zsh", "fish"]) scripts[shell] = (await runCli(["completion", shell], { cwd: "/" })).out;
});

/** What bash offers at the end of a command line. */
async function complete(line: string): Promise<string[]> {
	const words = line.split(" ");
	const driver = `source ./pidone.bash
COMP_WORDS=("$@"); COMP_CWORD=$(( $# - 1 )); COMP_LINE="$*"; COMP_POINT=\${#COMP_LINE}
_pidone pidone "\${COMP_WORDS[COMP_CWORD]}" "\${COMP_WORDS[COMP_CWORD-1]}"
(( \${#COMPREPLY[@]} == 0 )) || printf '%s\\n' "\${COMPREPLY[@]}"`;
	const cwd = makeFolder({ "pidone.bash": scripts.bash ?? "" });
	const { stdout, stderr } = await execa("bash", ["--norc", "-c", driver, "bash", ...words], { cwd });
	expect(stderr).toBe("");
	return stdout === "" ? [] : stdout.split("\n");
}

describe("completion in bash", () => {
	it("has no syntax errors, and registers itself", async () => {
		const cwd = makeFolder({ "pidone.bash": scripts.bash ?? "" });
		await execa("bash", ["-n", "pidone.bash"], { cwd });
		const { stdout } = await execa("bash", ["--norc", "-c", "source ./pidone.bash; complete -p pidone"], { cwd });
		expect(stdout).toBe("complete -o default -F _pidone pidone");
	});

	it.each<[line: string, offered: string[]]>([
		[
			"pidone ",
			[
				"rewrite",
				"build",
				"check",
				"explain",
				"revert",
				"trial",
				"repos",
				"emit",
				"images",
				"lock",
				"compile",
				"completion",
				"help",
				"--color",
				"--no-color",
				"--help",
				"--version",
			],
		],
		["pidone re", ["rewrite", "revert", "repos"]],
		["pidone --v", ["--version"]],
		["pidone help e", ["explain", "emit"]],
		["pidone completion ", ["bash", "zsh", "fish"]],
		["pidone completion z", ["zsh"]],
		["pidone rewrite --init ", ["pidone", "tini", "dumb-init"]],
		["pidone rewrite --init t", ["tini"]],
		["pidone check --format s", ["sarif", "sonarqube"]],
		["pidone check -f ch", ["checkstyle"]],
		["pidone rewrite --install mi", ["microdnf"]],
		["pidone rewrite Dockerfile --wr", ["--write"]],
		[
			"pidone revert --",
			[
				"--write",
				"--check",
				"--json",
				"--from-builds",
				"--changed-since",
				"--shard",
				"--config",
				"--no-config",
				"--stdin-filename",
				"--jobs",
				"--quiet",
				"--verbose",
				"--help",
			],
		],
		[
			"pidone emit --",
			[
				"--for",
				"--from-builds",
				"--context",
				"--config",
				"--no-config",
				"--platform",
				"--check",
				"--json",
				"--quiet",
				"--verbose",
				"--help",
			],
		],
		["pidone compile --platform linux/ar", ["linux/arm64", "linux/arm/v7", "linux/arm/v6", "linux/arm/v5"]],
		["pidone rewrite ", []],
		["pidone check Dock", []],
	])("%j", async (line, offered) => {
		expect((await complete(line)).toSorted()).toEqual(offered.toSorted());
	});

	it("completes a value after = as bash splits it", async () => {
		const cwd = makeFolder({ "pidone.bash": scripts.bash ?? "" });
		const driver = `source ./pidone.bash; COMP_WORDS=(pidone rewrite --init = t); COMP_CWORD=4; _pidone pidone t =; printf '%s\\n' "\${COMPREPLY[@]}"`;
		expect((await execa("bash", ["--norc", "-c", driver], { cwd })).stdout).toBe("tini");
	});

	it("offers every option that the help lists", async () => {
		for (const command of ["rewrite", "check", "explain", "revert", "emit", "compile"]) {
			const { out } = await runCli([command, "--help"], { cwd: "/" });
			const listed = optionsIn(out);
			expect((await complete(`pidone ${command} --`)).toSorted(), command).toEqual(listed.toSorted());
		}
	});

	it("works in an interactive shell", async (context) => {
		needsProgram(context, "script");
		const cwd = makeFolder({
			"pidone.bash": scripts.bash ?? "",
			"rc.bash": 'PS1="$ "; bind "set bell-style none"; source ./pidone.bash; pidone() { echo "ran: $*"; }\n',
		});
		const { stdout } = await execa("script", ["-qefc", "bash --noprofile --rcfile rc.bash -i", "/dev/null"], {
			cwd,
			input: "pidone expl\t-x\nexit\n",
			env: { TERM: "dumb" },
		});
		expect(stdout).toContain("ran: explain -x");
	});
});

it.each(["csh", "toString"])("has no script for %s", async (shell) => {
	const { code, err } = await runCli(["completion", shell], { cwd: "/" });
	expect({ code, err }).toEqual({ code: 2, err: `pidone: completion ${shell}: must be one of bash, zsh, fish\n` });
});

describe.each(["zsh", "fish"])("completion in %s", (shell) => {
	it("has no syntax errors", async (context) => {
		needsProgram(context, shell);
		const cwd = makeFolder();
		writeFileSync(join(cwd, "script"), scripts[shell] ?? "");
		await execa(shell, ["-n", "script"], { cwd });
	});

	it("names every command and option, with balanced quotes", async () => {
		const script = scripts[shell] ?? "";
		// An apostrophe inside quotes is written with a backslash, outside the quotes.
		expect(script.replaceAll("'\\''", "").split("'").length % 2).toBe(1);
		for (const command of ["rewrite", "check", "explain", "revert", "emit", "compile", "completion"])
			expect(script).toContain(command);
		for (const option of ["init", "format", "base-entrypoint", "stdin-filename"]) expect(script).toContain(option);
		expect(script).not.toContain("undefined");
	});
});
