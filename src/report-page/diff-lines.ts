import { highlightLine, isContinuedBy, type Token } from "./highlight.ts";

/** A line of a diff. */
export interface DiffLine {
	readonly kind: "added" | "removed" | "same" | "hunk" | "remark";
	/** Its numbers in the file before and after; absent if it is not in one of them. */
	readonly before?: number;
	readonly after?: number;
	readonly tokens: readonly Token[];
}

/** Reads a unified diff of one file. */
export function readDiff(diff: string): DiffLine[] {
	const [, ...hunks] = diff.replace(/\n$/, "").split(/^(?=@@ )/m);
	return hunks.flatMap(readHunk);
}

function readHunk(hunk: string): DiffLine[] {
	const [head = "", ...lines] = hunk.replace(/\n$/, "").split("\n");
	const [, from, to] = /^@@ -(\d+)(?:,\d+)? \+(\d+)/.exec(head) ?? [];
	let before = Number(from);
	let after = Number(to);
	let isContinued = false;
	const read = lines.map((line): DiffLine => {
		const text = line.slice(1);
		if (line.startsWith("\\")) return remark("remark", line);
		const tokens = highlightLine(text, isContinued);
		isContinued = isContinuedBy(text);
		if (line.startsWith("+")) return { kind: "added", after: after++, tokens };
		if (line.startsWith("-")) return { kind: "removed", before: before++, tokens };
		return { kind: "same", before: before++, after: after++, tokens };
	});
	return [remark("hunk", head), ...read];
}

function remark(kind: "hunk" | "remark", text: string): DiffLine {
	return { kind, tokens: [{ kind: "text", text }] };
}
