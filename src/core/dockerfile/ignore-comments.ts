import { flatMap } from "../flat-map.ts";
import { findComments } from "./comments.ts";
import type { Dockerfile } from "./parse.ts";

/** `# pidone ignore=CODE[,CODE…] reason` above an instruction; above FROM it applies to the whole stage. */
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
export function readIgnoreComments(dockerfile: Dockerfile): IgnoreComment[] {
	if (!dockerfile.source.includes("ignore")) return [];
	return flatMap(findComments(dockerfile), ({ text, start, end, next }) => {
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

/** What someone writes who means an ignore comment: without a code, with a colon, in upper case. */
const MEANT = /^#\s*pidone\b:?\s*[-:]?\s*ignore\b/i;

/** The ranges of comments that look like ignore comments and ignore nothing. */
export function findMisspelledIgnores(
	dockerfile: Dockerfile,
): readonly { readonly start: number; readonly end: number }[] {
	if (!/pidone/i.test(dockerfile.source)) return [];
	return flatMap(findComments(dockerfile), ({ text, start, end }) =>
		MEANT.test(text) && !IGNORE.test(text) ? { start, end } : [],
	);
}

/** Whether a comment ignores a finding with this code at this offset. */
export function isIgnoredBy({ codes, scope }: IgnoreComment, code: string, offset: number): boolean {
	return codes.includes(code) && offset >= scope.start && offset < scope.end;
}
