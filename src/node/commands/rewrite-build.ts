import { exitCode } from "../../core/report/exit-code.ts";
import { toOneLine } from "../../core/report/printable.ts";
import { isImpossible, needsAttention, type Outcome } from "../../core/rewrite/outcome.ts";
import { version } from "../../version.ts";
import { readBake } from "../builder/bake.ts";
import { type BuilderIo, isDelivered, type Project } from "../builder/build-input.ts";
import type { BuilderCommand } from "../builder/builder-command.ts";
import { readCompose } from "../builder/compose.ts";
import type { Job } from "../builder/job.ts";
import { readBuild } from "../builder/single-build.ts";
import type { Io } from "../io.ts";
import { ImageKnowledge } from "../run/image-knowledge.ts";
import type { Flags } from "../settings/flags.ts";
import { SettingsFinder } from "../settings/settings-finder.ts";
import { remarksOn } from "./remarks.ts";
import { reportErrors } from "./report-errors.ts";
import { type InputResult, rewriteInput } from "./rewrite-input.ts";
import { rewriteInputs } from "./rewrite-inputs.ts";

/** A builder's command, and how to change it. */
export interface BuildRequest extends Pick<Job, "command" | "words" | "supply"> {
	readonly flags: Flags;
	readonly io: Io;
	/** Whether starting programs is forbidden. */
	readonly isDryRun?: boolean;
}

/**
 * Rewrites what a command builds, and reports it. Resolves to the job, or to the exit code if the builder must not be
 * started.
 */
export async function rewriteBuild({
	command,
	words,
	supply,
	flags,
	io,
	isDryRun = false,
}: BuildRequest): Promise<Job | number> {
	const settings = await SettingsFinder.make(flags, io.cwd);
	const project = await readProject(command, { ...io, isDryRun });
	const knowledge = new ImageKnowledge(settings, io.cwd, isDryRun);
	const request = { supply, settings, knowledge };
	const results = await rewriteInputs(project.inputs, (input, linked) => rewriteInput(input, linked, request));
	return (
		tell(project, results, flags, io) || {
			command,
			words,
			supply,
			project,
			rewritten: results.map(({ rewritten }) => rewritten),
		}
	);
}

function readProject(command: BuilderCommand, io: BuilderIo): Promise<Project> {
	switch (command.kind) {
		case "build":
			return readBuild(command, io, process.env);
		case "bake":
			return readBake(command, io, process.env);
		default:
			return readCompose(command, io, process.env);
	}
}

/**
 * Reports the stages on stderr; stdout is the builder's. Returns 0, or the exit code if the builder must not be
 * started.
 */
function tell({ notes, warnings = "" }: Project, results: readonly InputResult[], flags: Flags, io: Io): number {
	const reports = results.map(({ report }) => report);
	if (results.some(({ rewritten }) => isDelivered(rewritten))) io.err(warnings);
	if (reports.length > 0) reportErrors(reports, io);
	// Several targets may share a Dockerfile.
	for (const remark of new Set(results.flatMap((result) => remarksOn(result.report, toldIn(result, flags)))))
		io.err(`${remark}\n`);
	if (!flags.quiet) for (const note of notes) io.err(`${toOneLine(note)}\n`);
	return exitCode({ version, files: reports }, "rewrite") || (results.some(isPrevented) ? 2 : 0);
}

/**
 * What to report about a Dockerfile: always the outcome of the stage that is built, other stages only if they need
 * attention.
 */
function toldIn(result: InputResult, { quiet, verbose }: Flags): (outcome: Outcome) => boolean {
	const built = builtStage(result);
	return (outcome) => {
		if (quiet) return outcome === built && isImpossible(outcome);
		return outcome === built || (verbose ? outcome.code !== "not-selected" : needsAttention(outcome));
	};
}

/**
 * A requested init that is impossible: the user does not want an image without it. Only the stage that is built counts;
 * with --init flags, other stages are rewritten too.
 */
function isPrevented(result: InputResult): boolean {
	const built = builtStage(result);
	return built !== undefined && isImpossible(built);
}

/** The outcome of the stage that is built. */
export function builtStage({ rewritten, report: { outcomes } }: InputResult): Outcome | undefined {
	const { target } = rewritten.input.facts;
	return (
		outcomes.findLast(
			({ name, stage }) => target !== undefined && [name, String(stage)].includes(target.toLowerCase()),
		) ?? outcomes.at(-1)
	);
}
