import type { AnalysedStage } from "../analysis/analyse.ts";
import type { AnalysedFile } from "../rewrite/rewrite.ts";
import { findComments } from "./comments.ts";
import type { Finding } from "./finding.ts";

/** `# pidone ignore=CODE[,CODE…] reason` above an instruction; above FROM it holds for the whole stage. */
export interface IgnoreComment {
	readonly codes: readonly string[];
	readonly reason: string;
	readonly start: number;
	readonly end: number;
	/** The range of the source in which findings are ignored. */
	readonly scope: { readonly start: number; readonly end: number };
}

const IGNORE = /^#\s*pidone\s+ignore\s*=\s*([\w-]+(?:\s*,\s*[\w-]+)*)\s*(.*)$/;

/** Reads the ignore comments of a file. */
export function readIgnoreComments({ dockerfile }: AnalysedFile): IgnoreComment[] {
	if (!dockerfile.source.includes("ignore")) return [];
	return findComments(dockerfile).flatMap(({ text, start, end, next }) => {
		const match = IGNORE.exec(text);
		if (match?.[1] === undefined) return [];
		const stage = dockerfile.stages.find(({ from }) => from === next);
		const scopeEnd = stage?.instructions.at(-1)?.lineEnd ?? next?.lineEnd ?? end;
		return [
			{
				codes: match[1].split(/\s*,\s*/),
				reason: match[2] ?? "",
				start,
				end,
				scope: { start: next?.lineStart ?? end, end: scopeEnd },
			},
		];
	});
}

/** Whether a comment says that a finding with this code at this offset is to be ignored. */
export function isIgnoredBy({ codes, scope }: IgnoreComment, code: string, offset: number): boolean {
	return codes.includes(code) && offset >= scope.start && offset < scope.end;
}

/** The reason of the comment that forbids to rewrite a stage; undefined when none does. */
export function whyNotRewrite(
	comments: readonly IgnoreComment[],
	{ stage, entrypoint, cmd, triggers }: AnalysedStage,
): string | undefined {
	const trigger = triggers.findLast(({ keyword }) => keyword === "ENTRYPOINT" || keyword === "CMD");
	const offset = (entrypoint ?? cmd ?? trigger ?? stage.from).start;
	const comment = comments.find((each) => isIgnoredBy(each, "rewritten", offset));
	return comment && (comment.reason || "a comment says so");
}

/** Takes out what comments ignore, and adds a finding for each comment that ignores nothing or gives no reason. */
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
	const complaints = comments.flatMap((comment): Finding[] => {
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
				{ code: "ignore-without-reason", level: "warning", message: "say why: # pidone ignore=CODE reason", ...range },
			];
		return [];
	});
	return [...kept, ...complaints];
}
