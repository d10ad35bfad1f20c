import { readBake } from "../build/bake.ts";
import type { Project } from "../build/build-input.ts";
import { type BuilderCommand, isOn, readBuilderCommand, valuesOf } from "../build/builder-command.ts";
import { findSupply } from "../build/init-supply.ts";
import { type Job, planSteps, runJob } from "../build/job.ts";
import { ProgramRunner } from "../build/run-program.ts";
import { readBuild } from "../build/single-build.ts";
import { SOME_FOLDER } from "../build/workspace.ts";
import { UserError } from "../config/user-error.ts";
import { exitCode } from "../report/exit-code.ts";
import { toOneLine } from "../report/printable.ts";
import { needsAttention, type Outcome } from "../rewrite/outcome.ts";
import { version } from "../version.ts";
import { reportErrors } from "./finish.ts";
import type { Flags } from "./flags.ts";
import type { Io } from "./io.ts";
import { remarksOn } from "./remarks.ts";
import { type InputResult, rewriteInput } from "./rewrite-input.ts";
import { SettingsFinder } from "./settings-finder.ts";

export interface BuildCommandFlags extends Flags {
	readonly dryRun?: boolean;
}

/**
 * `pidone build`: runs a builder's command with rewritten Dockerfiles. Resolves to the builder's exit code, or to that of a mistake that has
 * kept it from being started.
 */
export async function runBuild(words: readonly string[], flags: BuildCommandFlags, io: Io): Promise<number> {
	if (words.length === 0) throw new UserError("there is no command to run: put it behind --, as in pidone build -- docker buildx build .");
	const command = readBuilderCommand(words);
	const runner = new ProgramRunner(io.hasTerminal);
	if (isForSomethingElse(command)) return runner.guard(() => runner.run(words, { cwd: io.cwd }));
	const settings = await SettingsFinder.make(flags, io.cwd);
	const [supply, project] = await Promise.all([findSupply(command, io.cwd), readProject(command, io)]);
	const results = await Promise.all(project.inputs.map((input) => rewriteInput(input, supply, settings, flags.inspect)));
	const code = tell(project, results, flags, io);
	const job = { command, words, supply, project, rewritten: results.map(({ rewritten }) => rewritten) };
	if (code !== 0) {
		io.err(`pidone: ${command.name} was not started\n`);
		return code;
	}
	if (flags.dryRun) return showJob(job, io);
	const status = await runner.guard(() => runJob(job, runner, io.cwd));
	if (status !== 0 && !flags.quiet) io.err(`pidone: ${command.name} has ended with status ${status}\n`);
	return status;
}

/** Commands that only tell something tell it of the user's own Dockerfile. */
function isForSomethingElse({ arguments: args }: BuilderCommand): boolean {
	const call = [...valuesOf(args, "call"), ...valuesOf(args, "print")].at(-1) ?? "build";
	return call !== "build" || valuesOf(args, "list").length > 0 || ["help", "check", "list-targets", "list-variables"].some((name) => isOn(args, name));
}

async function readProject(command: BuilderCommand, io: Io): Promise<Project> {
	if (command.kind === "build") return readBuild(command, io, process.env);
	if (command.kind === "bake") return readBake(command, io);
	const { readCompose } = await import("../build/compose.ts");
	return readCompose(command, io, process.env);
}

/** Says on stderr what becomes of the stages; stdout is the builder's. Returns the exit code for what keeps it from being started, or 0. */
function tell({ notes }: Project, results: readonly InputResult[], flags: BuildCommandFlags, io: Io): number {
	const reports = results.map(({ report }) => report);
	if (reports.length > 0) reportErrors(reports, io);
	const preventing = results.flatMap((result) => findPreventing(result) ?? []);
	const isTold = (outcome: Outcome): boolean => {
		if (flags.quiet) return preventing.includes(outcome);
		return flags.verbose ? outcome.code !== "not-selected" : needsAttention(outcome);
	};
	// Several targets may share a Dockerfile.
	for (const remark of new Set(reports.flatMap((report) => remarksOn(report, isTold)))) io.err(`${remark}\n`);
	if (!flags.quiet) for (const note of notes) io.err(`${toOneLine(note)}\n`);
	return exitCode({ version, files: reports }, "rewrite") || (preventing.length > 0 ? 2 : 0);
}

/**
 * An init that is asked for and cannot be had: an image without it is not what the user wants. Only the stage that is built counts; others
 * are rewritten too, since another build may have them for its target.
 */
function findPreventing({ rewritten, report: { stages } }: InputResult): Outcome | undefined {
	const target = rewritten.input.facts.target?.toLowerCase();
	const built = stages.findLast(({ name }) => target !== undefined && name === target) ?? stages.at(-1);
	return built?.code === "cannot-install" || built?.code === "cannot-replace" ? built : undefined;
}

/** Prints what would be done; runs nothing. */
async function showJob(job: Job, io: Io): Promise<number> {
	const [{ diffOf }, { colorDiff }, { quoteWords }] = await Promise.all([import("./diff.ts"), import("./color-diff.ts"), import("./quote-words.ts")]);
	for (const { input, text } of job.rewritten) {
		if (text === input.source) continue;
		const diff = diffOf(input.path, input.source, text);
		io.out(io.color ? colorDiff(diff) : diff);
	}
	const { before, words, after } = planSteps(job, SOME_FOLDER);
	for (const step of [before, words, after]) if (step !== undefined) io.out(`${quoteWords(step)}\n`);
	return 0;
}
