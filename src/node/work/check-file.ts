import { checkFile } from "../../core/check/check.ts";
import { followSource } from "../../core/command/follow-source.ts";
import { previewRewrite, rewriteFile } from "../../core/rewrite/rewrite.ts";
import type { Flags } from "../settings/flags.ts";
import { findIgnoredContext } from "./context-ignored.ts";
import { checkCopiedBinaries } from "./copied-binaries.ts";
import { describeDetail } from "./describe-detail.ts";
import { findInitContext } from "./likely-context.ts";
import { withoutRewrite } from "./place-inline.ts";
import type { Work } from "./work.ts";

/** What `pidone check` does with a file. */
export function makeCheckWork(flags: Flags, cwd: string): Work {
	const examine: Work["examine"] = (task) => {
		const { path, source, options, emitFor, isInline } = task;
		const file = followSource(source, options);
		const result = previewRewrite(file, options);
		const outcomes = isInline ? withoutRewrite(result.outcomes) : result.outcomes;
		const { context, doubt } = findInitContext(file.dockerfile, task, { options, cwd });
		const others = [
			...(context === undefined ? [] : checkCopiedBinaries(file, { path, context, emitFor, doubt }, options)),
			...findIgnoredContext(result, path, options),
		];
		const findings = checkFile(file, outcomes, options, others);
		const detail = flags.report === undefined ? {} : describeDetail(path, file, rewriteFile(file, options), options);
		const isChanged = result.isChanged && !isInline;
		const newText = isInline ? {} : { newText: result.text };
		return { source, outcomes, findings, isChanged, isWritten: false, ...newText, ...detail };
	};
	return { examine };
}
