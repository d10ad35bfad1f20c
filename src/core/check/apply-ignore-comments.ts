import { type IgnoreComment, isIgnoredBy } from "../dockerfile/ignore-comments.ts";
import type { Finding } from "../finding.ts";
import { flatMap } from "../flat-map.ts";

/** Removes the findings that comments ignore, and adds one for each comment that ignores nothing or gives no reason. */
export function applyIgnoreComments(
	findings: readonly Finding[],
	comments: readonly IgnoreComment[],
	used: ReadonlySet<IgnoreComment>,
): Finding[] {
	const effective = new Set(used);
	const kept = findings.filter((finding) => {
		const comment = comments.find((each) => isIgnoredBy(each, finding.code, finding.start));
		if (comment !== undefined) effective.add(comment);
		return comment === undefined;
	});
	const complaints = flatMap(comments, (comment): Finding[] => {
		const range = { start: comment.start, end: comment.end };
		if (!effective.has(comment)) {
			return [
				{
					code: "unused-ignore",
					level: "warning",
					message: `nothing here has the code ${comment.codes.join(" or ")}: remove the comment`,
					...range,
				},
			];
		}
		if (comment.reason === "")
			return [
				{
					code: "ignore-without-reason",
					level: "warning",
					message: "the comment gives no reason: write # pidone ignore=CODE reason",
					...range,
				},
			];
		return [];
	});
	return [...kept, ...complaints];
}

/** The finding for a comment that looks like an ignore comment but is not one. */
export function misspelledFinding(range: { readonly start: number; readonly end: number }): Finding {
	const message = "the comment ignores nothing: write # pidone ignore=CODE reason";
	return { code: "unused-ignore", level: "warning", message, ...range };
}
