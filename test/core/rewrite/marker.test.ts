import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Change, formatMarker, type Marker, parseMarker } from "../../../src/core/rewrite/marker.ts";

const KEYWORDS = ["ENTRYPOINT", "CMD", "ONBUILD ENTRYPOINT", "ONBUILD CMD"] as const;
const word = fc.string({ maxLength: 8, unit: "grapheme" }).filter((text) => !/[\r\n]/.test(text));
const flag = fc.constantFrom(
	"--init",
	"--init=tini",
	"--init=pidone,-g,--kill-orphans=a,b*",
	"--init=dumb-init,-r,15:3",
);
const change: fc.Arbitrary<Change> = fc.oneof(
	fc.record({ kind: fc.constantFrom("wrapped", "wrapped-shell-form", "exec"), keyword: fc.constantFrom(...KEYWORDS) }),
	fc.record({
		kind: fc.constant("replaced" as const),
		keyword: fc.constantFrom(...KEYWORDS),
		was: fc
			.array(word, { minLength: 1, maxLength: 3 })
			.map((words) => words.map((each) => JSON.stringify(each)).join(", "))
			.filter((text) => !text.includes("; ")),
	}),
	fc.record({
		kind: fc.constant("init-taken-off" as const),
		keyword: fc.constantFrom(...KEYWORDS),
		was: fc
			.tuple(flag, fc.string({ unit: fc.constantFrom(" ", "\t", "\v", "\f"), minLength: 1, maxLength: 3 }))
			.map((parts) => parts.join("")),
	}),
	fc.record({ kind: fc.constant("init-filled" as const), keyword: fc.constant("ENTRYPOINT" as const), was: flag }),
);
const marker: fc.Arbitrary<Marker> = fc
	.record({
		above: fc.nat({ max: 3 }),
		below: fc.nat({ max: 12 }),
		changes: fc.array(change, { maxLength: 3 }),
		digest: fc.stringMatching(/^[0-9a-f]{8}$/),
	})
	.filter(({ above, below, changes }) => above + below + changes.length > 0);

describe("markers", () => {
	it.each<[string, Marker]>([
		["# pidone: added the next instruction (0a1b2c3d)", { above: 0, below: 1, changes: [], digest: "0a1b2c3d" }],
		["# pidone: added the next 3 instructions (0a1b2c3d)", { above: 0, below: 3, changes: [], digest: "0a1b2c3d" }],
		["# pidone: added the ARG above (0a1b2c3d)", { above: 1, below: 0, changes: [], digest: "0a1b2c3d" }],
		[
			"# pidone: added the ARG above and the next instruction (0a1b2c3d)",
			{ above: 1, below: 1, changes: [], digest: "0a1b2c3d" },
		],
		[
			"# pidone: added the 2 ARGs above and the next 4 instructions (0a1b2c3d)",
			{ above: 2, below: 4, changes: [], digest: "0a1b2c3d" },
		],
		[
			"# pidone: added the FROM and ARG above and the next instruction (0a1b2c3d)",
			{ above: 2, startsStage: true, below: 1, changes: [], digest: "0a1b2c3d" },
		],
		[
			"# pidone: added the FROM and 2 ARGs above and the next instruction (0a1b2c3d)",
			{ above: 3, startsStage: true, below: 1, changes: [], digest: "0a1b2c3d" },
		],
		[
			"# pidone: wrapped ENTRYPOINT (0a1b2c3d)",
			{ above: 0, below: 0, changes: [{ kind: "wrapped", keyword: "ENTRYPOINT" }], digest: "0a1b2c3d" },
		],
		[
			'# pidone: replaced "" in ENTRYPOINT (0a1b2c3d)',
			{ above: 0, below: 0, changes: [{ kind: "empty-word", keyword: "ENTRYPOINT" }], digest: "0a1b2c3d" },
		],
		[
			"# pidone: wrapped shell-form ONBUILD ENTRYPOINT (0a1b2c3d)",
			{
				above: 0,
				below: 0,
				changes: [{ kind: "wrapped-shell-form", keyword: "ONBUILD ENTRYPOINT" }],
				digest: "0a1b2c3d",
			},
		],
		[
			"# pidone: added the next instruction; put exec into CMD (0a1b2c3d)",
			{ above: 0, below: 1, changes: [{ kind: "exec", keyword: "CMD" }], digest: "0a1b2c3d" },
		],
		[
			'# pidone: the init of ENTRYPOINT was "/usr/bin/tini", "-g", "--" (0a1b2c3d)',
			{
				above: 0,
				below: 0,
				changes: [{ kind: "replaced", keyword: "ENTRYPOINT", was: '"/usr/bin/tini", "-g", "--"' }],
				digest: "0a1b2c3d",
			},
		],
		[
			'# pidone: the init of CMD was "a\u2028b", "--" (0a1b2c3d)',
			{
				above: 0,
				below: 0,
				changes: [{ kind: "replaced", keyword: "CMD", was: '"a\u2028b", "--"' }],
				digest: "0a1b2c3d",
			},
		],
		[
			"# pidone: added the next instruction; put exec into CMD (0a1b2c3d)",
			{ above: 0, below: 1, changes: [{ kind: "exec", keyword: "CMD" }], digest: "0a1b2c3d" },
		],
		[
			"# pidone: took --init off CMD (0a1b2c3d)",
			{ above: 0, below: 0, changes: [{ kind: "init-taken-off", keyword: "CMD", was: "--init " }], digest: "0a1b2c3d" },
		],
		[
			'# pidone: wrapped ONBUILD CMD; took "--init=tini,-g\\t " off ONBUILD CMD (0a1b2c3d)',
			{
				above: 0,
				below: 0,
				changes: [
					{ kind: "wrapped", keyword: "ONBUILD CMD" },
					{ kind: "init-taken-off", keyword: "ONBUILD CMD", was: "--init=tini,-g\t " },
				],
				digest: "0a1b2c3d",
			},
		],
		[
			"# pidone: filled in ENTRYPOINT for --init=tini (0a1b2c3d)",
			{
				above: 0,
				below: 0,
				changes: [{ kind: "init-filled", keyword: "ENTRYPOINT", was: "--init=tini" }],
				digest: "0a1b2c3d",
			},
		],
		[
			"# pidone: took out EntryPoint \t--init",
			{ above: 0, below: 0, changes: [{ kind: "init-taken-out", keyword: "ENTRYPOINT", was: "EntryPoint \t--init" }] },
		],
	])("%s", (line, expected) => {
		expect(formatMarker(expected)).toBe(line);
		expect(parseMarker(line)).toEqual(expected);
	});

	it("are read back as they were written", () => {
		fc.assert(
			fc.property(marker, (each) => {
				expect(parseMarker(`${formatMarker(each)}\r`)).toEqual(each);
				expect(parseMarker(`\t${formatMarker(each)} `)).toEqual(each);
			}),
		);
	});

	it.each([
		"# a comment",
		"#pidone: added the next instruction",
		"# pidone ignore=rewritten reason",
		"# pidone: ",
		"# pidone: we use it since 2024",
		"# pidone: added the next instruction",
		"# pidone: took --init off CMD",
		"# pidone: took out CMD --init",
		"# pidone: added the next few instructions",
		"# pidone: wrapped RUN",
		"# pidone: wrapped ENTRYPOINT; and more",
		"# pidone: wrapped ENTRYPOINT (0a1b2c3)",
		"# pidone: wrapped ENTRYPOINT (0A1B2C3D)",
		"# Pidone: wrapped ENTRYPOINT",
		"pidone: wrapped ENTRYPOINT",
	])("are not: %s", (line) => {
		expect(parseMarker(line)).toBeUndefined();
	});
});
