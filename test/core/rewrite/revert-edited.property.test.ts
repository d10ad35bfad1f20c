// A rewritten file in which somebody edited lines: nothing of theirs may get lost.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseDockerfile } from "../../../src/core/dockerfile/parse.ts";
import { DockerfileSyntaxError } from "../../../src/core/dockerfile/syntax-error.ts";
import { applyEdits, type Edit } from "../../../src/core/edit/edit.ts";
import { readMarkedBlocks } from "../../../src/core/rewrite/marked-block.ts";
import type { RewriteOptions } from "../../../src/core/rewrite/options.ts";
import type { RewriteResult } from "../../../src/core/rewrite/result.ts";
import { revert } from "../../../src/core/rewrite/revert.ts";
import { rewrite } from "../../../src/core/rewrite/rewrite.ts";
import { RUNS, SEED } from "../../properties.ts";
import { arbitraryDockerfile } from "./arbitrary-dockerfile.ts";
import { arbitraryFlaggedDockerfile } from "./arbitrary-flagged-dockerfile.ts";
import { arbitraryOptions } from "./arbitrary-options.ts";
import { hasMarker, tryRead } from "./property-helpers.ts";

type LineEdit = { readonly kind: "delete" | "move" | "duplicate"; readonly from: number; readonly to: number };

const lineEdit: fc.Arbitrary<LineEdit> = fc.record({
	kind: fc.constantFrom("delete", "move", "duplicate"),
	from: fc.nat(1000),
	to: fc.nat(1000),
});

/** A line, and the line of the original that it comes from; undefined if the rewrite added it. */
interface Line {
	readonly text: string;
	readonly original: string | undefined;
}

/** The lines of a rewritten text, next to those of the original. */
function pairLines(source: string, edits: readonly Edit[]): Line[] {
	const lines: Line[] = [];
	const added = edits.filter(({ text }) => text.includes("\n"));
	let start = 0;
	for (const original of source.split("\n")) {
		const end = start + original.length;
		const isLast = end === source.length;
		const above = added.filter((each) => each.start === start && each.text.endsWith("\n"));
		const below = added.filter((each) => isLast && each.start === end && !each.text.endsWith("\n"));
		lines.push(...above.flatMap(({ text }) => linesOf(text)));
		const within = edits.filter((each) => !added.includes(each) && each.start >= start && each.end <= end);
		lines.push({
			text: applyEdits(
				original,
				within.map((edit) => ({ ...edit, start: edit.start - start, end: edit.end - start })),
			),
			original,
		});
		lines.push(...below.flatMap(({ text }) => linesOf(text)));
		start = end + 1;
	}
	return lines;
}

function linesOf(added: string): Line[] {
	return added
		.replace(/^\r?\n/, "")
		.replace(/\n$/, "")
		.split("\n")
		.map((text) => ({ text, original: undefined }));
}

/** A copy of a line belongs to whoever made it; it was not added by a rewrite. */
function applyLineEdit(lines: readonly Line[], { kind, from, to }: LineEdit): Line[] {
	const index = from % lines.length;
	const { text = "", original } = lines[index] ?? {};
	const rest = kind === "duplicate" ? [...lines] : lines.filter((_, at) => at !== index);
	if (kind !== "delete")
		rest.splice(to % (rest.length + 1), 0, { text, original: kind === "duplicate" ? text : original });
	return rest;
}

function tryRevert(text: string): string | undefined {
	try {
		return revert(text).text;
	} catch (error) {
		if (error instanceof DockerfileSyntaxError) return undefined;
		throw error;
	}
}

function tryRewrite(source: string, options: RewriteOptions): RewriteResult | undefined {
	try {
		return rewrite(source, options);
	} catch (error) {
		if (error instanceof DockerfileSyntaxError) return undefined;
		throw error;
	}
}

/**
 * The lines that only the author can have written. Blank lines that were inserted between added lines are removed with
 * them. If a marker was deleted, the lines that were below it now belong to the author. If a line end was cut in the
 * middle, nothing is known about it.
 */
function ownLines(text: string, lines: readonly Line[]): string[] {
	const added = new Set(lines.flatMap((line) => (line.original === undefined ? line.text.trim() : [])));
	return text.split("\n").flatMap((line) => (line.trim() === "" || added.has(line.trim()) ? [] : withoutReturn(line)));
}

/** Whether an added line has the same text as a changed one. */
function hasTwins(lines: readonly Line[]): boolean {
	const added = new Set(lines.flatMap(({ text, original }) => (original === undefined ? text : [])));
	return lines.some(({ text, original }) => original !== undefined && original !== text && added.has(text));
}

function withoutReturn(line: string): string {
	return line.replace(/\r$/, "");
}

const join = (lines: readonly Line[], pick: (line: Line) => string | undefined): string =>
	lines.flatMap((line) => pick(line) ?? []).join("\n");

function countMarkers(text: string): number {
	return readMarkedBlocks(parseDockerfile(text)).length;
}

/** Whether an edited text is reverted; undefined if it is no longer a Dockerfile. */
function isReverted(lines: readonly Line[], edit: LineEdit): boolean | undefined {
	const line = lines[edit.from % lines.length];
	// A text that only looks like a marker can become one.
	if (line?.original?.includes("# pidone:")) return undefined;
	// If a command that had --init is gone or occurs twice, the flag goes to the command that follows the marker.
	if (line?.original?.includes("--init")) return undefined;
	const result = applyLineEdit(lines, edit);
	const edited = join(result, ({ text }) => text);
	if (tryRead(edited, {}) === undefined) return undefined;
	const outcome = tryRevert(edited);
	if (outcome === undefined) return false;
	// A stage without its only marker belongs to its author, and stays as it is.
	const hasLostMarker = countMarkers(edited) < countMarkers(join(lines, ({ text }) => text));
	// If an added line has the same text as a changed one, nobody can then tell which one it is.
	if (hasLostMarker && hasTwins(lines)) return undefined;
	const unchanged = new Map(
		hasLostMarker ? lines.map(({ text, original = text }) => [withoutReturn(text), withoutReturn(original)]) : [],
	);
	const originals = join(result, ({ original }) => original);
	const expected = ownLines(originals, lines);
	const found = ownLines(outcome, lines).map((each) => unchanged.get(each) ?? each);
	// Nobody can tell which of two equal lines is the copy.
	if (outcome !== edited)
		expect(edit.kind === "duplicate" ? found.sort() : found).toEqual(
			edit.kind === "duplicate" ? expected.sort() : expected,
		);
	return true;
}

/** The lines of a file after its rewrite; undefined if they do not show anything. */
function rewrittenLines(source: string, someOptions: RewriteOptions): Line[] | undefined {
	const read = tryRead(source, someOptions);
	if (read === undefined || hasMarker(source)) return undefined;
	const result = tryRewrite(source, read.options);
	if (result === undefined || !result.isChanged) return undefined;
	const lines = pairLines(source, result.edits);
	expect(join(lines, ({ text }) => text).replaceAll("\r", "")).toBe(result.text.replaceAll("\r", ""));
	return lines;
}

describe("revert, of a rewritten file with one line deleted, moved or duplicated", () => {
	it("gives the original with the same edit, or refuses", { timeout: 3_600_000 }, () => {
		let reverted = 0;
		let refused = 0;
		const anyDockerfile = fc.oneof(
			{ weight: 3, arbitrary: arbitraryDockerfile },
			{ weight: 1, arbitrary: arbitraryFlaggedDockerfile },
		);
		fc.assert(
			fc.property(
				anyDockerfile,
				arbitraryOptions,
				fc.array(lineEdit, { minLength: 1, maxLength: 12 }),
				(source, options, edits) => {
					const lines = rewrittenLines(source, options);
					const results = lines === undefined ? [] : edits.map((edit) => isReverted(lines, edit));
					reverted += results.filter((result) => result === true).length;
					refused += results.filter((result) => result === false).length;
				},
			),
			{ numRuns: RUNS, seed: SEED },
		);
		expect(reverted).toBeGreaterThan(RUNS * 0.2);
		expect(refused).toBeGreaterThan(RUNS * 0.05);
	});
});
