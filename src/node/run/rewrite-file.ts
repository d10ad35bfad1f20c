import { followSource } from "../../core/command/follow-source.ts";
import { revert } from "../../core/rewrite/revert.ts";
import { rewriteFile } from "../../core/rewrite/rewrite.ts";
import { writeSource } from "../files/write-source.ts";
import { takesArchitecture } from "./architecture-note.ts";
import { findIgnoredContext } from "./context-ignored.ts";
import { describeDetail } from "./describe-detail.ts";
import { diffOf } from "./diff.ts";
import type { RewriteFlags } from "./flags.ts";
import { findMissingFolders } from "./missing-folders.ts";
import type { FileResult, Task, Work } from "./process-file.ts";
import { findProposals } from "./proposals.ts";

/** What `pidone rewrite` does with a file. */
export function makeRewriteWork(flags: RewriteFlags, cwd: string): Work {
	return async (task) => {
		const { path, source, options, context } = task;
		const file = followSource(source, options);
		const result = rewriteFile(file, options);
		const isCopied = context !== undefined && flags.write === true && flags.check !== true;
		return {
			...apply(task, result.text, flags),
			outcomes: result.outcomes,
			findings: [...findIgnoredContext(result, path, options), ...(await findProposals(result, source, options))],
			...describeDetail(path, { file, result, options }, flags),
			...(isCopied ? { missingFrom: findMissingFolders(result.output, context, { options, cwd }) } : {}),
		};
	};
}

/** What `pidone revert` does with a file. */
export function makeRevertWork(flags: RewriteFlags): Work {
	return (task) => ({ ...apply(task, revert(task.source).text, flags), outcomes: [], findings: [] });
}

type Applied = Omit<FileResult, "path" | "outcomes" | "findings" | "missingFrom">;

/** Writes the new text, if it is to be written. The diff is worked out where it is shown. */
function apply(
	{ path, file, within, source }: Task,
	text: string,
	{ write, check, json, report }: RewriteFlags,
): Applied {
	const isChanged = text !== source;
	const isWritten = isChanged && write === true && check !== true;
	if (isWritten && file !== undefined) writeSource(file, text, source, within);
	const isShown = isChanged && (json === true || report !== undefined || write !== true);
	return {
		source,
		isChanged,
		isWritten,
		...(isShown ? { diff: diffOf(path, source, text) } : {}),
		...(isChanged && takesArchitecture(source, text) ? { takesArchitecture: true } : {}),
		...(file === undefined ? { text } : {}),
	};
}
