import { Command, Option } from "commander";
import { version } from "../../version.ts";
import {
	buildHelp,
	checkHelp,
	compileHelp,
	emitHelp,
	explainHelp,
	overviewHelp,
	revertHelp,
	rewriteHelp,
} from "./help.ts";
import type { Io } from "./io.ts";

/**
 * The command line: commands, options and their texts. Actions load their code when they run, and hand over the exit
 * code.
 */
export function makeProgram(io: Io, setExitCode: (code: number) => void): Command {
	const program = new Command("pidone");
	program
		.description(
			"Puts an init in front of what a container runs: rewrites the ENTRYPOINT and CMD of Dockerfiles, and proves the result.",
		)
		.version(version, "-V, --version", "print the version")
		.helpOption("-h, --help", "print this help")
		.addOption(new Option("--color", "colours, also where standard output is no terminal"))
		.addOption(new Option("--no-color", "no colours; the environment variable NO_COLOR does the same"))
		.helpCommand("help [command]", "print the help of a command")
		.showSuggestionAfterError()
		.showHelpAfterError("(pidone --help lists commands and options)")
		.configureHelp({ helpWidth: 100 })
		.configureOutput({ writeOut: io.out, writeErr: io.err })
		.exitOverride()
		.addHelpText("after", overviewHelp);
	addRewrite(program, io, setExitCode);
	addBuild(program, io, setExitCode);
	addCheck(program, io, setExitCode);
	addExplain(program, io, setExitCode);
	addRevert(program, io, setExitCode);
	addEmit(program, io, setExitCode);
	addCompile(program, io, setExitCode);
	program
		.command("completion")
		.argument("<shell>", "bash, zsh or fish")
		.description("print a shell completion script")
		.action(async (shell: string) => {
			const { completionScript } = await import("./completion.ts");
			io.out(completionScript(program, shell));
			setExitCode(0);
		});
	return program;
}

function addRewrite(program: Command, io: Io, setExitCode: (code: number) => void): void {
	const command = program
		.command("rewrite")
		.argument("[paths...]", "Dockerfiles, folders, globs, or - for standard input", [])
		.description("put an init in front of ENTRYPOINT and CMD")
		.option("-w, --write", "write the files instead of printing a diff")
		.option("--check", "exit with 1 when a file would change; write nothing")
		.option("--json", "print a report as JSON, diffs included")
		.addHelpText("after", rewriteHelp)
		.action(async (paths: string[], flags) => {
			const { runRewrite } = await import("./rewrite.ts");
			setExitCode(await runRewrite(paths, flags, io));
		});
	addRewriteOptions(command);
	addCommonOptions(command);
}

function addBuild(program: Command, io: Io, setExitCode: (code: number) => void): void {
	const command = program
		.command("build")
		.argument("[command...]", "a builder's command, behind --", [])
		.description("run docker build and its like with rewritten Dockerfiles, which are nowhere written")
		.option("--dry-run", "print what would be run, and the diffs; run nothing")
		.addHelpText("after", buildHelp)
		.action(async (words: string[], flags) => {
			const { runBuild } = await import("./build.ts");
			setExitCode(await runBuild(words, flags, io));
		});
	addInitOptions(command);
	addBaseOptions(command);
	addOtherOptions(command);
}

function addCheck(program: Command, io: Io, setExitCode: (code: number) => void): void {
	const command = program
		.command("check")
		.argument("[paths...]", "Dockerfiles, folders, globs, or - for standard input", [])
		.description("tell for each stage whether an init runs, and what else stops badly")
		.option("-f, --format <format>", "text, json, sarif, github or checkstyle", "text")
		.option("--json", "the same as --format json")
		.addHelpText("after", checkHelp)
		.action(async (paths: string[], flags) => {
			const { runCheck } = await import("./check.ts");
			setExitCode(await runCheck(paths, flags, io));
		});
	addRewriteOptions(command);
	addCommonOptions(command);
}

function addExplain(program: Command, io: Io, setExitCode: (code: number) => void): void {
	const command = program
		.command("explain")
		.argument("[path]", "a Dockerfile, or - for standard input", "Dockerfile")
		.description("show the process tree of each stage, before and after a rewrite")
		.option("--json", "print it as JSON")
		.addHelpText("after", explainHelp)
		.action(async (path: string, flags) => {
			const { runExplain } = await import("./explain.ts");
			setExitCode(await runExplain(path, flags, io));
		});
	addRewriteOptions(command);
	addCommonOptions(command);
}

function addRevert(program: Command, io: Io, setExitCode: (code: number) => void): void {
	const command = program
		.command("revert")
		.argument("[paths...]", "Dockerfiles, folders, globs, or - for standard input", [])
		.description("take out exactly what rewrite put in")
		.option("-w, --write", "write the files instead of printing a diff")
		.option("--check", "exit with 1 when a file would change; write nothing")
		.option("--json", "print a report as JSON, diffs included")
		.addHelpText("after", revertHelp)
		.action(async (paths: string[], flags) => {
			const { runRevert } = await import("./rewrite.ts");
			setExitCode(await runRevert(paths, flags, io));
		});
	addCommonOptions(command);
}

function addEmit(program: Command, io: Io, setExitCode: (code: number) => void): void {
	const command = program
		.command("emit")
		.argument("[dir]", "the folder (default: .pidone)")
		.description("write the binaries of the init, with checksums and an SPDX file")
		.option("--for <paths...>", "write them where these Dockerfiles, folders or globs copy them from")
		.option("--context <dir>", "with --for: the build context (default: the folder of each Dockerfile)")
		.option("--config <file>", "a config file, instead of the nearest .pidone.yaml")
		.option("--no-config", "no config file")
		.option("--platform <list>", "platforms, or all (default: the config file's, or linux/amd64,linux/arm64)", collect)
		.option("--check", "exit with 1 when a file is missing or differs; write nothing")
		.addHelpText("after", emitHelp)
		.action(async (dir: string | undefined, flags) => {
			const { runEmit } = await import("./emit.ts");
			setExitCode(await runEmit(dir, flags, io));
		});
	addOutputOptions(command);
}

function addCompile(program: Command, io: Io, setExitCode: (code: number) => void): void {
	const command = program
		.command("compile")
		.argument("<file>", "the TypeScript source that exports start; it may import others")
		.description("compile an init of your own to static executables")
		.requiredOption("-o, --output <path>", "the executable; {arch} stands for amd64, armv7 and so on")
		.option("--platform <list>", "platforms, or all (default: linux/amd64,linux/arm64)", collect)
		.option("--listing <path>", "also write the program as assembly text; - for standard output")
		.addHelpText("after", compileHelp)
		.action(async (file: string, flags) => {
			const { runCompile } = await import("./compile.ts");
			setExitCode(await runCompile(file, flags, io));
		});
	addOutputOptions(command);
}

function addOutputOptions(command: Command): void {
	command
		.option("--json", "print what was done as JSON")
		.option("-q, --quiet", "print nothing but errors")
		.option("-v, --verbose", "print SHA-256 sums too")
		.helpOption("-h, --help", "print this help");
}

/** Options that decide what a rewrite does. */
function addRewriteOptions(command: Command): void {
	addInitOptions(command);
	command
		.optionsGroup("What the build is told:")
		.option("--target <stage>", "the stage to build (default: the last)")
		.option("--build-arg <name=value>", "a value for ARG; a name alone takes the environment's", collect)
		.option("--platform <list>", "platforms of the image (default: linux/amd64,linux/arm64)", collect)
		.option("--context <dir>", "the build context (default: the Dockerfile's folder)");
	addBaseOptions(command);
}

function addInitOptions(command: Command): void {
	command
		.optionsGroup("What to put in:")
		.option("--init <name>", "pidone, tini or dumb-init (default: pidone)")
		.option("--install <method>", "how it gets into the image (default: auto)")
		.option("--mirror <kind=url>", "another host for the install step: apk, apt, rpm, pip or download", collect)
		.option("--templates <dir>", "a folder of install templates that replace the built-in ones")
		.option("--source <dir>", "the folder of the build context that holds the binaries (default: .pidone)")
		.option("--entrypoint-path <path>", "the init's path in the image")
		.option("--init-option <option>", "an option for the init, in front of --", collect)
		.option("--kill-orphans <names>", "let pidone end orphans of these programs, such as 'php-fpm*'", collect)
		.option("--replace", "move from another init to this one, options translated")
		.option("--inherited", "restate a base's own command behind the init where a stage sets none")
		.option("--exec", "put exec in front of simple shell commands instead of signalling their group");
}

function addBaseOptions(command: Command): void {
	command
		.optionsGroup("What is known of base images (value, or IMAGE=value):")
		.option("--base-entrypoint <json>", "the ENTRYPOINT of an unknown base; [] for none", collect)
		.option("--base-cmd <json>", "its CMD", collect)
		.option("--base-user <user>", "its USER", collect)
		.option("--base-shell <json>", "its SHELL", collect)
		.option("--base-config <file>", "a YAML or JSON list of images and what they declare", collect)
		.option("--inspect <engine>", "ask a local engine for unknown bases: docker, podman or nerdctl; never pulls");
}

function addCommonOptions(command: Command): void {
	addOtherOptions(command);
	command.option("--stdin-filename <path>", "the path that standard input stands for");
}

function addOtherOptions(command: Command): void {
	command
		.optionsGroup("Other:")
		.option("--config <file>", "a config file, instead of the nearest .pidone.yaml")
		.option("--no-config", "no config file")
		.option("-q, --quiet", "only what matters")
		.option("-v, --verbose", "every stage")
		.helpOption("-h, --help", "print this help");
}

function collect(value: string, previous: readonly string[] = []): readonly string[] {
	return [...previous, value];
}
