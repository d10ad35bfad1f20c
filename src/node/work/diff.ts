import { createTwoFilesPatch, FILE_HEADERS_ONLY, formatPatch } from "diff";
import { diffInParts } from "./long-diff.ts";

/** The search for the shortest diff takes time quadratic in this. */
const MAX_EDITS = 1000;

/** The unified diff of a change, as an exact patch. */
export function diffOf(path: string, before: string, after: string): string {
	const name = path === "-" ? "Dockerfile" : path.replace(/^\/+/, "");
	const [oldFileName, newFileName] = [`a/${name}`, `b/${name}`];
	const shortest = createTwoFilesPatch(oldFileName, newFileName, before, after, undefined, undefined, {
		context: 3,
		headerOptions: FILE_HEADERS_ONLY,
		maxEditLength: MAX_EDITS,
	});
	if (shortest !== undefined) return shortest;
	const hunks = diffInParts(before, after);
	const patch = { oldFileName, newFileName, oldHeader: undefined, newHeader: undefined, hunks };
	return formatPatch(patch, FILE_HEADERS_ONLY);
}
