import { highlightLine, isContinuedBy, type Token } from "./highlight.ts";

/** A line of a diff. */
export interface DiffLine {
	readonly kind: "added" | "removed" | "same" | "hunk" | "remark";
	/** Its numbers in the file before and after; absent where it is not in one of them. */
	readonly before?: number;
	readonly after?: number;
	readonly tokens: readonly Token[];
}

/** Reads a unified diff of one file. */
export function readDiff(diff: string): DiffLine[] {
	const lines: DiffLine[] = [];
	let before = 0;
	let after = 0;
	let isContinued = false;
	for (const line of diff.split("\n").filter((each, index, all) => index < all.length - 1 || each !== "")) {
		const hunk = /^@@ -(\d+)(?:,\d+)? \+(\d+)/.exec(line);
		if (hunk !== null) {
			before = Number(hunk[1]);
			after = Number(hunk[2]);
			isContinued = false;
			lines.push({ kind: "hunk", tokens: [{ kind: "text", text: line }] });
		} else if (before > 0 || after > 0) {
			const text = line.slice(1);
			const tokens = highlightLine(text, isContinued);
			isContinued = isContinuedBy(text);
			if (line.startsWith("+")) lines.push({ kind: "added", after: after++, tokens });
			else if (line.startsWith("-")) lines.push({ kind: "removed", before: before++, tokens });
			else if (line.startsWith("\\")) lines.push({ kind: "remark", tokens: [{ kind: "text", text: line }] });
			else lines.push({ kind: "same", before: before++, after: after++, tokens });
		}
	}
	return lines;
}
