import { followSource } from "../../core/command/follow-source.ts";
import type { FileReport } from "../../core/report/report.ts";
import { revert } from "../../core/rewrite/revert.ts";
import { rewriteFile } from "../../core/rewrite/rewrite.ts";
import { UserError } from "../../core/user-error.ts";
import { writeSource } from "../files/write-source.ts";
import { findIgnoredContext } from "./context-ignored.ts";
import { diffOf } from "./diff.ts";
import { finish } from "./finish.ts";
import type { RewriteFlags } from "./flags.ts";
import type { Io } from "./io.ts";
import { NeededContexts } from "./needed-contexts.ts";
import { processFiles, type Task } from "./process-files.ts";
import { findProposals } from "./proposals.ts";

/** `pidone rewrite`: prints the diff of every file that changes, or writes them. Resolves to the exit code. */
export function runRewrite(paths: readonly string[], flags: RewriteFlags, io: Io): Promise<number> {
	const contexts = new NeededContexts(io.cwd, [
		...(paths.length === 0 ? ["."] : paths),
		...(flags.context === undefined ? [] : ["--context", flags.context]),
	]);
	return runChange(paths, flags, io, {
		describe: () => contexts.describe(),
		change: async ({ path, source, options, context }) => {
			const result = rewriteFile(followSource(source, options), options);
			if (context !== undefined && flags.write && !flags.check) contexts.add(result.output, context, options);
			return {
				text: result.text,
				outcomes: result.outcomes,
				findings: [...findIgnoredContext(result, path, options), ...(await findProposals(result, source, options))],
			};
		},
	});
}

/** `pidone revert`: takes out what rewrite put in. Resolves to the exit code. */
export function runRevert(paths: readonly string[], flags: RewriteFlags, io: Io): Promise<number> {
	return runChange(paths, flags, io, {
		change: ({ source }) => ({ text: revert(source).text, outcomes: [], findings: [] }),
	});
}

type Change = Pick<FileReport, "outcomes" | "findings"> & { readonly text: string };

interface Changer {
	readonly change: (task: Task) => Change | Promise<Change>;
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
	const reports = await processFiles(paths.length === 0 ? ["."] : paths, flags, io, async (task) => {
		const { text, outcomes, findings } = await change(task);
		const isChanged = text !== task.source;
		if (isStdin) result = text;
		const isWritten = isChanged && flags.write === true && flags.check !== true;
		if (isWritten && task.file !== undefined) writeSource(task.file, text, task.source, task.within);
		return {
			source: task.source,
			outcomes,
			findings,
			isChanged,
			isWritten,
			...(isChanged ? { diff: diffOf(task.path, task.source, text) } : {}),
		};
	});
	const isFilter = isStdin && !flags.check && !flags.json;
	if (isFilter && result !== undefined) io.out(result);
	return finish(reports, flags, io, { isFilter, note: describe?.() });
}
