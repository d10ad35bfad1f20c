import fc from "fast-check";
import { expect, it } from "vitest";
import { condenseSource } from "../../../src/core/report/condense-source.ts";
import { formats } from "../../../src/core/report/index.ts";
import type { FileReport } from "../../../src/core/report/report.ts";

const source = fc
	.array(fc.constantFrom("FROM a", "RUN x \\", "\n", "\r\n", "\tCMD é", "\r", "", " "), { maxLength: 30 })
	.map((parts) => parts.join(""));

const report: fc.Arbitrary<FileReport> = source.chain((text) => {
	const offset = fc.integer({ min: 0, max: text.length });
	const range = fc.tuple(offset, offset).map(([one, two]) => ({ start: Math.min(one, two), end: Math.max(one, two) }));
	return fc.record({
		path: fc.constant("Dockerfile"),
		source: fc.constant(text),
		outcomes: fc.array(offset.map((start) => ({ stage: 0, code: "rewritten" as const, message: "m", start }))),
		findings: fc.array(range.map((each) => ({ code: "shell-form", level: "warning" as const, message: "m", ...each }))),
		isChanged: fc.boolean(),
		isWritten: fc.constant(false),
	});
});

it("changes nothing that a format shows", () => {
	fc.assert(
		fc.property(report, (file) => {
			const condensed = condenseSource(file);
			for (const format of Object.values(formats)) {
				const show = (shown: FileReport): string => format({ version: "1", files: [shown] }, { verbose: true });
				expect(show(condensed)).toBe(show(file));
			}
		}),
		{ numRuns: 2000, seed: 14 },
	);
});

it("keeps only the lines that are shown, and the line of an error", () => {
	const file: FileReport = {
		path: "Dockerfile",
		source: "FROM a\nRUN b\nRUN c\nCMD d\n",
		outcomes: [],
		findings: [{ code: "shell-form", level: "warning", message: "m", start: 20, end: 25 }],
		isChanged: false,
		isWritten: false,
		error: { kind: "syntax", message: "m", line: 2, column: 1 },
	};
	expect(condenseSource(file)).toMatchObject({ source: "\nRUN b\n\nCMD d\n", findings: [{ start: 9, end: 14 }] });
});
