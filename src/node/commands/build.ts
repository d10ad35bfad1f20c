import { UserError } from "../../core/user-error.ts";
import { type BuilderCommand, isOn, readBuilderCommand, valuesOf } from "../builder/builder-command.ts";
import { requirePlugin } from "../builder/client-plugin.ts";
import { findSupply, guessSupply } from "../builder/init-supply.ts";
import { type Job, planSteps, runJob } from "../builder/job.ts";
import { quoteWords } from "../builder/quote-words.ts";
import { ProgramRunner } from "../builder/run-program.ts";
import { unmadeWorkspace } from "../builder/workspace.ts";
import type { Io } from "../io.ts";
import type { Flags } from "../settings/flags.ts";

export interface BuildCommandFlags extends Flags {
	readonly dryRun?: boolean;
}

/**
 * `pidone build`: runs a builder's command with rewritten Dockerfiles. Resolves to the builder's exit code, or to ours
 * if the builder was not started.
 */
export async function runBuild(words: readonly string[], flags: BuildCommandFlags, io: Io): Promise<number> {
	if (words.length === 0)
		throw new UserError("no command to run: write it after --, as in pidone build -- docker buildx build .");
	const command = readBuilderCommand(words);
	if (flags.dryRun) return showBuild({ command, words, flags, io });
	const runner = new ProgramRunner(io);
	return runner.guard(async () => {
		if (isForSomethingElse(command)) {
			await requirePlugin(command, io.cwd, process.env);
			return runner.run(words, { cwd: io.cwd });
		}
		// Load the rewriter while the builder answers, which takes as long.
		const [supply, { rewriteBuild }] = await Promise.all([
			findSupply(command, io.cwd, process.env),
			import("./rewrite-build.ts"),
		]);
		const job = await rewriteBuild({ command, words, supply, flags, io });
		if (typeof job === "number") return tellNotStarted(command, job, io);
		const status = await runner.hold(() =>
			runJob(job, ({ words: step, kind, ...streams }) =>
				runner.run(step, { cwd: io.cwd, ...streams, isSilent: kind !== "build", isLast: kind === "after" }),
			),
		);
		if (status !== 0 && !flags.quiet) io.err(`pidone: ${command.name} exited with status ${status}\n`);
		return status;
	});
}

/** What `pidone build` does. */
interface BuildTask {
	readonly command: BuilderCommand;
	readonly words: readonly string[];
	readonly flags: Flags;
	readonly io: Io;
}

/** Prints what would be done. Starts no program at all. */
async function showBuild({ command, words, flags, io }: BuildTask): Promise<number> {
	const { rewriteBuild } = await import("./rewrite-build.ts");
	const tell = (note: string): void => (flags.quiet ? undefined : io.err(`--dry-run starts nothing: ${note}\n`));
	if (isForSomethingElse(command)) {
		io.out(`${quoteWords(words)}\n`);
		return 0;
	}
	const { supply, note } = await guessSupply(command, process.env);
	if (note !== undefined) tell(note);
	if (flags.inspect !== undefined) tell(`--inspect${flags.inspect === true ? "" : ` ${flags.inspect}`} is ignored`);
	if (/engine|registry/.test(flags.resolve ?? "")) tell(`--resolve ${flags.resolve}: engine and registry are ignored`);
	const job = await rewriteBuild({ command, words, supply, flags, io, isDryRun: true });
	return typeof job === "number" ? tellNotStarted(command, job, io) : showJob(job, flags.quiet ?? false, io);
}

function tellNotStarted({ name }: BuilderCommand, code: number, io: Io): number {
	io.err(`pidone: ${name} was not started\n`);
	return code;
}

/** Runs a command that only prints information, with the user's own Dockerfile. */
function isForSomethingElse({ arguments: args }: BuilderCommand): boolean {
	const call = [...valuesOf(args, "call"), ...valuesOf(args, "print")].at(-1) ?? "build";
	return (
		call !== "build" ||
		valuesOf(args, "list").length > 0 ||
		["help", "check", "list-targets", "list-variables"].some((name) => isOn(args, name))
	);
}

/** Prints the diffs, and the commands that would be run. */
async function showJob(job: Job, isQuiet: boolean, io: Io): Promise<number> {
	const [{ diffOf }, { printDiff }] = await Promise.all([import("../work/diff.ts"), import("./print-diff.ts")]);
	for (const { input, text } of job.rewritten) {
		if (text === input.source) continue;
		printDiff(input.path, diffOf(input.path, input.source, text), isQuiet, io);
	}
	const { before, words, environment = {}, after } = planSteps(job, unmadeWorkspace());
	const variables = Object.entries(environment).map(([name, value]) => `${name}=${value}`);
	for (const step of [before, [...variables, ...words], after]) if (step !== undefined) io.out(`${quoteWords(step)}\n`);
	return 0;
}
