import { expect, test } from "vitest";
import { highlightLine, isContinuedBy } from "../../src/report-page/highlight.ts";
import { cpuTimeOf } from "../cpu-time.ts";

const marked = (line: string, isContinued = false): string =>
	highlightLine(line, isContinued)
		.map(({ kind, text }) => (kind === "text" ? text : `<${kind}>${text}</>`))
		.join("");

test.each([
	['CMD ["a", "b\\"c"]', '<keyword>CMD</> [<string>"a"</>, <string>"b\\"c"</>]'],
	["  from --platform=$BUILDPLATFORM x", "  <keyword>from</> <flag>--platform=</><variable>$BUILDPLATFORM</> x"],
	["# syntax=a $b", "<comment># syntax=a $b</>"],
	["COPY ${A:-b} 'c d'", "<keyword>COPY</> <variable>${A:-b}</> <string>'c d'</>"],
	["RUNNER x", "RUNNER x"],
	["RUN", "<keyword>RUN</>"],
	["", ""],
])("%j", (line, expected) => {
	expect(marked(line)).toBe(expected);
});

test("the line after a continuation has no instruction", () => {
	expect(marked("RUN a", true)).toBe("RUN a");
	expect([isContinuedBy("RUN a \\"), isContinuedBy("RUN a"), isContinuedBy("# a \\")]).toEqual([true, false, false]);
});

test("a long line takes linear time", async () => {
	const line = `RUN ${'"'.repeat(50_000)}${"${".repeat(50_000)}${" --".repeat(50_000)}`;
	expect(await cpuTimeOf(() => highlightLine(line, false))).toBeLessThan(2000);
});
