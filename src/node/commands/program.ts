import { Command, Option } from "commander";
import { version } from "../../version.ts";
import type { Io } from "../io.ts";
import { optionError } from "../option-error.ts";
import type { CommandHelp } from "./command-help.ts";
import { COMMAND_NAMES, type CommandName } from "./command-names.ts";
import { addFormatOptions } from "./format-options.ts";
import * as help from "./help.ts";
import {
	addConfigOptions,
	addShared,
	addSharedByName,
	baseOptions,
	buildOptions,
	collect,
	fromBuildsOption,
	initOptions,
	inputOptions,
	manyFilesOptions,
	otherOptions,
	selectOptions,
	sourceOptions,
	withDefault,
} from "./shared-options.ts";

const PATHS = "Dockerfiles, directories, globs, files such as compose.yaml, or - for standard input";

/** Adds a command to the program. */
type Adder = (program: Command, io: Io, setExitCode: (code: number) => void) => void;

const ADDERS: Readonly<Record<CommandName, Adder>> = {
	rewrite: addRewrite,
	build: addBuild,
	check: addCheck,
	explain: addExplain,
	lock: addLock,
	images: addImages,
	revert: addRevert,
	trial: addTrial,
	repos: addRepos,
	emit: addEmit,
	compile: addCompile,
};

/**
 * The command line: commands, options and their texts. Actions load their code when they run, and set the exit code.
 * With `name`, only that command is added: adding all of them takes longer than some runs.
 */
export function makeProgram(io: Io, setExitCode: (code: number) => void, name?: CommandName): Command {
	const program = new Command("pidone");
	program
		.description(help.overview.about)
		.version(version, "-V, --version", "print the version")
		.helpOption("-h, --help", "print this help")
		.addOption(new Option("--color", "use colors even if standard output is not a terminal"))
		.addOption(new Option("--no-color", "do not use colors, like the environment variable NO_COLOR"))
		.helpCommand("help [command]", "print the help of a command")
		.showSuggestionAfterError()
		.showHelpAfterError("(pidone --help lists commands and options)")
		.configureHelp({ helpWidth: 104 })
		.configureOutput({ writeOut: io.out, writeErr: io.err })
		.exitOverride()
		.hook("preAction", (_, command) => refuseEmptyPaths(command))
		.addHelpText("after", help.overview.footer);
	if (name !== undefined) {
		ADDERS[name](program, io, setExitCode);
		return program;
	}
	for (const each of COMMAND_NAMES) ADDERS[each](program, io, setExitCode);
	program
		.command("completion")
		.argument("<shell>", "bash, zsh or fish")
		.summary(help.completion.summary)
		.description(`Prints a script that completes pidone's commands and options in a shell.

Examples:
  source <(pidone completion bash)
  pidone completion fish | source`)
		.action(async (shell: string) => {
			const { completionScript } = await import("./completion.ts");
			io.out(completionScript(program, shell));
			setExitCode(0);
		});
	return program;
}

/** Throws UserError for an empty path in an option: Node.js would resolve it to the working directory. */
function refuseEmptyPaths(command: Command): void {
	for (const option of command.options) {
		const values = [command.getOptionValue(option.attributeName())].flat(2);
		if (/<(?:file|dir|path)/.test(option.flags) && values.includes(""))
			throw optionError(option.long ?? "", "", "must be a path");
	}
}

function addCommand(program: Command, name: string, { summary, about }: CommandHelp): Command {
	return program
		.command(name)
		.summary(summary)
		.description(about)
		.helpOption("-h, --help", "print this help")
		.showHelpAfterError(`(pidone ${name} --help lists its options)`);
}

function addRewrite(program: Command, io: Io, setExitCode: (code: number) => void): void {
	const command = addCommand(program, "rewrite", help.rewrite)
		.argument("[paths...]", PATHS)
		.action(async (paths: string[], flags) => {
			const { runRewrite } = await import("./rewrite.ts");
			setExitCode(await runRewrite(paths, flags, io));
		});
	addReportOptions(addWriteOptions(command));
	addShared(command, [selectOptions, initOptions, buildOptions, baseOptions, sourceOptions, manyFilesOptions]);
	command.addHelpText("after", help.rewrite.footer);
}

function addBuild(program: Command, io: Io, setExitCode: (code: number) => void): void {
	const command = addCommand(program, "build", help.build)
		.argument("[command...]", "the builder's command, after --")
		.option("--dry-run", "print the diffs and the command; run nothing")
		.action(async (words: string[], flags) => {
			const { runBuild } = await import("./build.ts");
			setExitCode(await runBuild(words, flags, io));
		});
	addSharedByName(command, [initOptions, baseOptions, sourceOptions, otherOptions]);
	command.addHelpText("after", help.build.footer);
}

function addCheck(program: Command, io: Io, setExitCode: (code: number) => void): void {
	const command = addCommand(program, "check", help.check)
		.argument("[paths...]", PATHS)
		.action(async (paths: string[], flags) => {
			const { runCheck } = await import("./check.ts");
			setExitCode(await runCheck(paths, flags, io));
		});
	addFormatOptions(command);
	addReportOptions(command)
		.option("--fail-level <level>", "exit with 1 for findings of this level or above: error, warning, note or never")
		.option("--baseline <file>", "accept the findings that this file lists")
		.option("--update-baseline", "write the findings of this run to the baseline");
	addShared(command, [selectOptions]);
	addSharedByName(command, [initOptions, buildOptions, baseOptions, sourceOptions, manyFilesOptions]);
	command.addHelpText("after", help.check.footer);
}

function addExplain(program: Command, io: Io, setExitCode: (code: number) => void): void {
	const command = addCommand(program, "explain", help.explain)
		.argument("[paths...]", PATHS)
		.option("--json", "print JSON")
		.action(async (paths: string[], flags) => {
			const { runExplain } = await import("./explain.ts");
			setExitCode(await runExplain(paths, flags, io));
		});
	addSharedByName(command, [initOptions, buildOptions, baseOptions, sourceOptions, inputOptions]);
	command.addHelpText("after", help.explain.footer);
}

function addLock(program: Command, io: Io, setExitCode: (code: number) => void): void {
	const command = addCommand(program, "lock", help.lock)
		.argument("[paths...]", PATHS)
		.option("--update", "look up again what is recorded already")
		.addOption(fromBuildsOption())
		.option("--check", "exit with 1 if the lock file would change; look nothing up and write nothing")
		.action(async (paths: string[], flags) => {
			const { runLock } = await import("./lock.ts");
			setExitCode(await runLock(paths, flags, io));
		});
	addSharedByName(command, [buildOptions, sourceOptions, inputOptions]);
	command.addHelpText("after", help.lock.footer);
}

function addImages(program: Command, io: Io, setExitCode: (code: number) => void): void {
	const command = addCommand(program, "images", help.images)
		.argument("[patterns...]", "images, or globs of names such as 'bitnami/*'")
		.option("--diff", "compare what is known with what registries say; exit with 1 if they differ")
		.option("--json", "print JSON")
		.option("--base-config <file>", "also list the images in this YAML or JSON file", collect)
		.option("--platform <list>", "with --diff: the platforms (default: linux/amd64,linux/arm64)", collect)
		.action(async (patterns: string[], flags) => {
			const { runImages } = await import("./images.ts");
			setExitCode(await runImages(patterns, flags, io));
		});
	addSharedByName(addConfigOptions(command), [sourceOptions]);
	command.addHelpText("after", help.images.footer);
}

function addRevert(program: Command, io: Io, setExitCode: (code: number) => void): void {
	const command = addCommand(program, "revert", help.revert)
		.argument("[paths...]", PATHS)
		.action(async (paths: string[], flags) => {
			const { runRevert } = await import("./rewrite.ts");
			setExitCode(await runRevert(paths, flags, io));
		});
	addSharedByName(addWriteOptions(command), [selectOptions, manyFilesOptions]);
	command.addHelpText("after", help.revert.footer);
}

function addTrial(program: Command, io: Io, setExitCode: (code: number) => void): void {
	const command = addCommand(program, "trial", help.trial)
		.argument("[target]", "a Dockerfile, a directory that has one, or an image (default: this directory)")
		.argument("[command...]", "a command for both containers, after -- if it has options")
		.option("--engine <name>", "docker, podman or nerdctl (default: the first that answers)")
		.option("--run-option <option>", "an option for docker run, such as --env=NAME=VALUE", collect)
		.option("--build-option <option>", "an option for docker build, such as --secret=id=token", collect)
		.option("--ready-log <text>", "the container is up when its log has this text")
		.option("--ready-after <seconds>", "the container is up after this time")
		.addOption(withDefault("--timeout <seconds>", "how long each container may take to be up", "60"))
		.addOption(withDefault("--stop-timeout <seconds>", "how long the engine waits before it kills a container", "10"))
		.option("--json", "print JSON")
		.action(async (target: string | undefined, words: string[], flags) => {
			const { runTrial } = await import("./trial.ts");
			setExitCode(await runTrial(target, words, flags, io));
		});
	addSharedByName(command, [initOptions, buildOptions, baseOptions, otherOptions]);
	command.addHelpText("after", help.trial.footer);
}

function addRepos(program: Command, io: Io, setExitCode: (code: number) => void): void {
	const command = addCommand(program, "repos", help.repos)
		.argument("<list>", "a file with a git URL or a path on each line, or - for standard input")
		.addOption(withDefault("--branch <name>", "the branch for the change", "pidone/init"))
		.addOption(withDefault("--state <file>", "the file that records what is done", "pidone-repos.json"))
		.option("--jobs <n>", "repositories at a time (default: the number of CPUs)")
		.option("--shard <i/n>", "only part I of N of the list, by the repositories' names")
		.addOption(withDefault("--timeout <seconds>", "for each git command and each pull request command", "600"))
		.option(
			"--message <file>",
			"a template for the commit message, with {{files}}, {{repository}}, {{branch}}, {{version}}",
		)
		.option("--pr-command <command>", "a shell command that makes a pull request after each push")
		.option("--pr-body <file>", "also write the pull request's text here; {repository} stands for its name")
		.addOption(fromBuildsOption())
		.option("--dry-run", "print the diffs; commit and push nothing")
		.option("--json", "print a report as JSON")
		.action(async (list: string, flags) => {
			const { runRepos } = await import("./repos.ts");
			setExitCode(await runRepos(list, flags, io));
		});
	addSharedByName(command, [initOptions, baseOptions, otherOptions]);
	command.addHelpText("after", help.repos.footer);
}

function addEmit(program: Command, io: Io, setExitCode: (code: number) => void): void {
	const command = addCommand(program, "emit", help.emit)
		.argument("[dir]", "the directory (default: .pidone)")
		.option("--for <paths...>", "write to where these Dockerfiles, directories or globs copy them from")
		.option("--context <dir>", "with --for: the build context (default: the directory of each Dockerfile)")
		.addOption(fromBuildsOption())
		.option(
			"--platform <list>",
			"platforms, or all (default: those of the config file, or linux/amd64,linux/arm64)",
			collect,
		)
		.option("--check", "exit with 1 if a file is missing or differs; write nothing")
		.addHelpText("after", help.emit.footer)
		.action(async (dir: string | undefined, flags) => {
			const { runEmit } = await import("./emit.ts");
			setExitCode(await runEmit(dir, flags, io));
		});
	addOutputOptions(addConfigOptions(command));
}

function addCompile(program: Command, io: Io, setExitCode: (code: number) => void): void {
	const command = addCommand(program, "compile", help.compile)
		.argument("<file>", "the TypeScript source that exports start; it may import others")
		.requiredOption("-o, --output <path>", "the executable; {arch} stands for amd64, armv7 and so on")
		.option("--platform <list>", "platforms, or all (default: linux/amd64,linux/arm64)", collect)
		.option("--listing <path>", "also write the program as assembly text; - for standard output")
		.addHelpText("after", help.compile.footer)
		.action(async (file: string, flags) => {
			const { runCompile } = await import("./compile.ts");
			setExitCode(await runCompile(file, flags, io));
		});
	addOutputOptions(command);
}

function addWriteOptions(command: Command): Command {
	return command
		.option("-w, --write", "change the files instead of printing a diff")
		.option("--check", "exit with 1 if a file would change; write nothing")
		.option("--json", "print a report as JSON, including the diffs");
}

function addReportOptions(command: Command): Command {
	return command
		.option("--report <file>", "also write a report as an HTML page")
		.option("--trial <file>", "with --report: show what pidone trial --json has printed into this file", collect);
}

function addOutputOptions(command: Command): void {
	command
		.option("--json", "print what was done as JSON")
		.option("-q, --quiet", "print only errors")
		.option("-v, --verbose", "print SHA-256 checksums, too");
}
