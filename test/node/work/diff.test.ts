import { applyPatch, structuredPatch } from "diff";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { diffOf } from "../../../src/node/work/diff.ts";
import { diffInParts } from "../../../src/node/work/long-diff.ts";
import { cpuTimeOf } from "../../cpu-time.ts";

const stages = (count: number, command: (index: number) => string): string =>
	Array.from({ length: count }, (_, index) => `FROM s${index} AS s${index + 1}\n${command(index)}\n`).join("");

describe("the diff of a change in thousands of lines", () => {
	it("is a patch that makes the new text of the old one", () => {
		const before = stages(2000, (index) => `CMD run ${index}`);
		const after = stages(2000, (index) => `ENTRYPOINT ["init"]\nCMD run --it ${index}`);
		expect(applyPatch(before, diffOf("Dockerfile", before, after))).toBe(after);
	});

	it("takes a time in proportion to their number", async () => {
		const before = stages(10_000, (index) => `CMD run ${index}`);
		const after = before.replaceAll("run", "start");
		expect(await cpuTimeOf(() => diffOf("Dockerfile", before, after))).toBeLessThan(5000);
	});

	it("has the hunks of the shortest one where the texts differ in few lines", () => {
		const before = stages(100, (index) => `CMD run ${index}`);
		const after = before.replace("CMD run 20\n", "").replace("CMD run 60", "CMD run 6").replace("CMD run 99\n", "CMD");
		expect(diffInParts(before, after)).toEqual(structuredPatch("", "", before, after, "", "", { context: 3 }).hunks);
	});

	it("is a patch whatever the texts are", () => {
		const text = fc
			.array(fc.constantFrom("a", "b", "c", "d", "", "a\n", "b\n", "c\n", "\n", "\r\n"))
			.map((lines) => lines.join(""));
		fc.assert(
			fc.property(text, text, (before, after) => {
				const hunks = diffInParts(before, after);
				const file = { oldFileName: "a", newFileName: "b", oldHeader: undefined, newHeader: undefined };
				expect(applyPatch(before, { ...file, hunks }, { autoConvertLineEndings: false })).toBe(after);
			}),
		);
	});
});
