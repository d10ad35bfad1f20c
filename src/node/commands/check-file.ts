import { checkFile } from "../../core/check/check.ts";
import { followSource } from "../../core/command/follow-source.ts";
import { rewriteFile } from "../../core/rewrite/rewrite.ts";
import { findIgnoredContext } from "./context-ignored.ts";
import { checkCopiedBinaries } from "./copied-binaries.ts";
import type { FileResult, Task } from "./process-file.ts";

/** What `pidone check` does with a file. */
export function checkTask({ path, source, options, context }: Task): Omit<FileResult, "path"> {
	const file = followSource(source, options);
	const result = rewriteFile(file, options);
	const others = [
		...(context === undefined ? [] : checkCopiedBinaries(file, { path, context }, options)),
		...findIgnoredContext(result, path, options),
	];
	const findings = checkFile(file, result.outcomes, options, others);
	return { source, outcomes: result.outcomes, findings, isChanged: result.isChanged, isWritten: false };
}
