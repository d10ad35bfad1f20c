import type { AnalysedStage } from "../analysis/analyse.ts";
import type { FollowedFile } from "../command/follow-source.ts";
import type { Edit } from "../edit/edit.ts";
import type { Outcome } from "./outcome.ts";

/** A file after its rewrite. */
export interface RewriteResult {
	/** The whole file; the same text when nothing had to be done. */
	readonly text: string;
	readonly isChanged: boolean;
	/** The outcome of each stage. */
	readonly outcomes: readonly Outcome[];
	/** What was changed, in offsets of the original text. */
	readonly edits: readonly Edit[];
}

/** A rewritten file, and what it means. */
export interface AnalysedRewrite extends RewriteResult {
	/** The rewritten file. */
	readonly output: FollowedFile;
	/** Its stages, one for each of the original: those that it has added are left out. */
	readonly after: readonly AnalysedStage[];
}
