import { followSource } from "../../core/command/follow-source.ts";
import type { FileReport } from "../../core/report/report.ts";
import type { AnalysedRewrite } from "../../core/rewrite/result.ts";
import { revert } from "../../core/rewrite/revert.ts";
import { rewriteFile } from "../../core/rewrite/rewrite.ts";
import { UserError } from "../../core/user-error.ts";
import { version } from "../../version.ts";
import { writeSource } from "../files/write-source.ts";
import { findIgnoredContext } from "./context-ignored.ts";
import { diffOf } from "./diff.ts";
import { finish } from "./finish.ts";
import type { Flags, RewriteFlags } from "./flags.ts";
import type { Io } from "./io.ts";
import { NeededContexts } from "./needed-contexts.ts";
import { describeDetail, writePage } from "./page.ts";
import { processFiles, type Task } from "./process-files.ts";
import { findProposals } from "./proposals.ts";
import { refuseSamePlaces } from "./report-outputs.ts";

/** `pidone rewrite`: prints the diff of every file that changes, or writes them. Resolves to the exit code. */
export async function runRewrite(paths: readonly string[], flags: RewriteFlags, io: Io): Promise<number> {
	const contexts = new NeededContexts(io.cwd, [
		...(paths.length === 0 ? ["."] : paths),
		...(flags.context === undefined ? [] : ["--context", flags.context]),
	]);
	return runChange(paths, flags, io, {
		describe: () => contexts.describe(),
		change: (task) => {
			const { output, ...change } = rewriteTask(task, flags.report !== undefined);
			if (task.context !== undefined && flags.write && !flags.check) contexts.add(output, task.context, task.options);
			return change;
		},
	});
}

/** Rewrites Dockerfiles in place. */
export async function rewriteInPlace(paths: readonly string[], flags: Flags, io: Io): Promise<readonly FileReport[]> {
	const { files } = await processFiles(paths, flags, io, (task) => {
		const { text, outcomes, findings } = rewriteTask(task, false);
		return applyChange(task, { text, outcomes, findings }, true);
	});
	return files;
}

function rewriteTask({ path, source, options }: Task, hasPage: boolean): Change & Pick<AnalysedRewrite, "output"> {
	const file = followSource(source, options);
	const result = rewriteFile(file, options);
	return {
		text: result.text,
		outcomes: result.outcomes,
		findings: [...findIgnoredContext(result, path, options), ...findProposals(result, source, options)],
		...(hasPage ? { detail: describeDetail({ path, source }, file, result, options) } : {}),
		output: result.output,
	};
}

/** `pidone revert`: takes out what rewrite put in. Resolves to the exit code. */
export function runRevert(paths: readonly string[], flags: RewriteFlags, io: Io): Promise<number> {
	return runChange(paths, flags, io, {
		change: ({ source }) => ({ text: revert(source).text, outcomes: [], findings: [] }),
	});
}

type Change = Pick<FileReport, "outcomes" | "findings" | "detail"> & { readonly text: string };

interface Changer {
	readonly change: (task: Task) => Change;
	/** What there is to say about all files. */
	readonly describe?: () => string | undefined;
}

async function runChange(
	paths: readonly string[],
	flags: RewriteFlags,
	io: Io,
	{ change, describe }: Changer,
): Promise<number> {
	if (paths.includes("-") && paths.length > 1)
		throw new UserError("-: standard input cannot be mixed with other files");
	const isStdin = paths[0] === "-";
	if (isStdin && flags.write)
		throw new UserError("--write: standard input cannot be written to; the result goes to standard output");
	let result: string | undefined;
	const { files, hasFound } = await processFiles(paths.length === 0 ? ["."] : paths, flags, io, (task) => {
		const changed = change(task);
		if (isStdin) result = changed.text;
		return applyChange(task, changed, flags.write === true && flags.check !== true);
	});
	if (flags.report !== undefined) {
		refuseSamePlaces([flags.report], { files }, io);
		writePage({ version, files }, flags.report, io.cwd);
	}
	const isFilter = isStdin && !flags.check && !flags.json;
	if (isFilter && result !== undefined) io.out(result);
	return finish(files, flags, io, { isFilter, hasFound, note: describe?.() });
}

/** Writes a file that changes, where that is wanted, and reports it. */
function applyChange(
	{ path, file, source, within }: Task,
	{ text, ...change }: Change,
	isWriting: boolean,
): Omit<FileReport, "path"> {
	const isChanged = text !== source;
	const isWritten = isChanged && isWriting;
	if (isWritten && file !== undefined) writeSource(file, text, source, within);
	return {
		source,
		...change,
		isChanged,
		isWritten,
		...(isChanged ? { diff: diffOf(path, source, text) } : {}),
	};
}
