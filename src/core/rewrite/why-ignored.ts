import type { AnalysedStage } from "../analysis/analyse.ts";
import { type IgnoreComment, isIgnoredBy } from "../dockerfile/ignore-comments.ts";

/** The reason in the comment that exempts a stage from rewriting; undefined if there is none. */
export function whyIgnored(
	comments: readonly IgnoreComment[],
	{ stage, entrypoint, cmd, triggers }: AnalysedStage,
): string | undefined {
	const trigger = triggers.findLast(({ keyword }) => keyword === "ENTRYPOINT" || keyword === "CMD");
	const offset = (entrypoint ?? cmd ?? trigger ?? stage.from).start;
	const comment = comments.find((each) => isIgnoredBy(each, "rewritten", offset));
	return comment && (comment.reason || "exempted by a comment");
}
