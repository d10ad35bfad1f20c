import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyEdits, type Edit, sortEdits } from "../../../src/core/edit/edit.ts";
import { RUNS, SEED } from "../../properties.ts";

const settings = { numRuns: RUNS, seed: SEED };

describe("applyEdits", () => {
	it.each<readonly [string, readonly Edit[], string]>([
		["nothing", [], "abcdef"],
		["an insertion at the start", [{ start: 0, end: 0, text: "x" }], "xabcdef"],
		["an insertion at the end", [{ start: 6, end: 6, text: "x" }], "abcdefx"],
		["a replacement", [{ start: 1, end: 3, text: "xyz" }], "axyzdef"],
		["a removal", [{ start: 1, end: 5, text: "" }], "af"],
		["a replacement of everything", [{ start: 0, end: 6, text: "x" }], "x"],
		[
			"edits that are not in order",
			[
				{ start: 4, end: 5, text: "Y" },
				{ start: 1, end: 2, text: "X" },
			],
			"aXcdYf",
		],
		[
			"insertions at one place, in the order given",
			[
				{ start: 3, end: 3, text: "1" },
				{ start: 3, end: 3, text: "2" },
				{ start: 3, end: 3, text: "3" },
			],
			"abc123def",
		],
		[
			"an insertion before a replacement that begins there, whichever is given first",
			[
				{ start: 3, end: 4, text: "D" },
				{ start: 3, end: 3, text: "x" },
			],
			"abcxDef",
		],
		[
			"an insertion after a replacement that ends there",
			[
				{ start: 3, end: 3, text: "x" },
				{ start: 1, end: 3, text: "BC" },
			],
			"aBCxdef",
		],
		[
			"replacements that touch",
			[
				{ start: 0, end: 3, text: "1" },
				{ start: 3, end: 6, text: "2" },
			],
			"12",
		],
	])("makes %s", (_, edits, expected) => {
		expect(applyEdits("abcdef", edits)).toBe(expected);
	});

	it.each<readonly [string, readonly Edit[], string]>([
		[
			"overlap",
			[
				{ start: 0, end: 3, text: "" },
				{ start: 2, end: 4, text: "" },
			],
			"2–4",
		],
		[
			"lie within each other",
			[
				{ start: 0, end: 6, text: "" },
				{ start: 2, end: 3, text: "" },
			],
			"2–3",
		],
		[
			"insert into what another one removes",
			[
				{ start: 0, end: 6, text: "" },
				{ start: 2, end: 2, text: "x" },
			],
			"2–2",
		],
		["end before their start", [{ start: 3, end: 2, text: "" }], "3–2"],
		["begin before the text", [{ start: -1, end: 2, text: "" }], "-1–2"],
		["end after the text", [{ start: 3, end: 7, text: "" }], "3–7"],
	])("refuses edits that %s", (_, edits, range) => {
		expect(() => applyEdits("abcdef", edits)).toThrow(
			`BUG: an edit of ${range} overlaps another one or leaves the text`,
		);
	});
});

describe("sortEdits", () => {
	it("leaves what it is given alone", () => {
		const edits = [
			{ start: 4, end: 5, text: "b" },
			{ start: 1, end: 2, text: "a" },
		];
		expect(sortEdits(edits).map(({ text }) => text)).toEqual(["a", "b"]);
		expect(edits.map(({ text }) => text)).toEqual(["b", "a"]);
	});
});

/** A text and edits that do not overlap, in any order. */
const textAndEdits = fc
	.tuple(
		fc.string({ unit: "binary", maxLength: 60 }),
		fc.array(fc.tuple(fc.nat(), fc.string({ maxLength: 5 })), { maxLength: 8 }),
	)
	.chain(([text, seeds]) => {
		const places = seeds
			.flatMap(([place]) => [place % (text.length + 1), (place >>> 8) % (text.length + 1)])
			.sort((left, right) => left - right);
		const edits = seeds.map(
			([, insert], index): Edit => ({ start: places[index * 2] ?? 0, end: places[index * 2 + 1] ?? 0, text: insert }),
		);
		return fc.tuple(fc.constant(text), fc.shuffledSubarray(edits));
	});

describe("applyEdits, of any text and edits", () => {
	it("gives the same text without edits", () => {
		fc.assert(
			fc.property(fc.string({ unit: "binary" }), (text) => {
				expect(applyEdits(text, [])).toBe(text);
			}),
			settings,
		);
	});

	it("keeps every character outside the edits", () => {
		fc.assert(
			fc.property(textAndEdits, ([text, edits]) => {
				const result = applyEdits(text, edits);
				let at = 0;
				let written = 0;
				for (const edit of sortEdits(edits)) {
					const kept = text.slice(at, edit.start);
					expect(result.slice(written, written + kept.length + edit.text.length)).toBe(kept + edit.text);
					written += kept.length + edit.text.length;
					at = edit.end;
				}
				expect(result.slice(written)).toBe(text.slice(at));
			}),
			settings,
		);
	});

	it("gives the text back when its edits are undone", () => {
		fc.assert(
			fc.property(textAndEdits, ([text, edits]) => {
				let shift = 0;
				const undo = sortEdits(edits).map((edit): Edit => {
					const start = edit.start + shift;
					shift += edit.text.length - (edit.end - edit.start);
					return { start, end: start + edit.text.length, text: text.slice(edit.start, edit.end) };
				});
				expect(applyEdits(applyEdits(text, edits), undo)).toBe(text);
			}),
			settings,
		);
	});
});
