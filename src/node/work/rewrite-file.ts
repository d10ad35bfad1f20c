import type { AnalysedFile } from "../../core/analysis/analyse-source.ts";
import { followSource } from "../../core/command/follow-source.ts";
import { revert } from "../../core/rewrite/revert.ts";
import { rewriteFile } from "../../core/rewrite/rewrite.ts";
import { writeSource } from "../files/write-source.ts";
import type { RewriteFlags } from "../settings/flags.ts";
import { addsTargetArch } from "./architecture-note.ts";
import { findIgnoredContext } from "./context-ignored.ts";
import { describeDetail } from "./describe-detail.ts";
import { diffOf } from "./diff.ts";
import { describeContextDoubt, findInitContext } from "./likely-context.ts";
import { findMissingFolders } from "./missing-folders.ts";
import { withoutRewrite } from "./place-inline.ts";
import { findProposals } from "./proposals.ts";
import type { FileResult, Task, Work } from "./work.ts";

/** What `pidone rewrite` does with a file. */
export function makeRewriteWork(flags: RewriteFlags, cwd: string): Work {
	const examine: Work["examine"] = async (task) => {
		const { path, source, options, isInline } = task;
		const file = followSource(source, options);
		const result = rewriteFile(file, options);
		const isWriting = flags.write === true && flags.check !== true;
		const found = {
			source,
			isWritten: false,
			findings: [...findIgnoredContext(result, path, options), ...(await findProposals(result, source, options))],
			...(flags.report === undefined ? {} : describeDetail(path, file, result, options)),
		};
		if (isInline) return { ...found, outcomes: withoutRewrite(result.outcomes), isChanged: false };
		return {
			outcomes: result.outcomes,
			isChanged: result.isChanged,
			newText: result.text,
			...found,
			...(isWriting ? whatIsMissing(result.output, task, cwd) : {}),
		};
	};
	return { examine, apply: (task, text) => apply(task, text, flags) };
}

/** What the rewritten Dockerfile copies and does not have yet. */
function whatIsMissing(
	output: AnalysedFile,
	task: Task,
	cwd: string,
): Pick<FileResult, "contextDoubt" | "missingFrom"> {
	const { path, options } = task;
	const { context, doubt } = findInitContext(output.dockerfile, task, { options, cwd });
	if (doubt !== undefined) return { contextDoubt: describeContextDoubt(path, doubt) };
	return context === undefined ? {} : { missingFrom: findMissingFolders(output, context, { options, cwd }) };
}

/** What `pidone revert` does with a file. */
export function makeRevertWork(flags: RewriteFlags): Work {
	return {
		examine: ({ source }) => {
			const { text } = revert(source);
			return { source, outcomes: [], findings: [], isChanged: text !== source, isWritten: false, newText: text };
		},
		apply: (task, text) => apply(task, text, flags),
	};
}

/** Writes the new text, if requested. Computes the diff only if it is shown. */
function apply(
	{ path, file, within, source }: Task,
	text: string,
	{ write, check, json, report }: RewriteFlags,
): Partial<FileResult> {
	const isChanged = text !== source;
	const isWritten = isChanged && write === true && check !== true;
	const replaced = isWritten && file !== undefined ? writeSource(file, text, source, within) : undefined;
	const isShown = isChanged && (json === true || report !== undefined || write !== true);
	return {
		isWritten,
		...(replaced === undefined ? {} : { replaced: { ...replaced, ...(within === undefined ? {} : { within }) } }),
		...(isShown ? { diff: diffOf(path, source, text) } : {}),
		...(isChanged && addsTargetArch(source, text) ? { addsTargetArch: true } : {}),
		...(file === undefined ? { text } : {}),
	};
}
