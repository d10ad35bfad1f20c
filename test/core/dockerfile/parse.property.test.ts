import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Instruction } from "../../../src/core/dockerfile/instruction.ts";
import { type Dockerfile, parseDockerfile } from "../../../src/core/dockerfile/parse.ts";
import { DockerfileSyntaxError } from "../../../src/core/dockerfile/syntax-error.ts";
import { RUNS, SEED } from "../../properties.ts";

const settings = { numRuns: RUNS, seed: SEED };

const token = fc.constantFrom(
	...'FROM a|FROM b AS c|FROM ${A:-x}|ARG A=1|ENV A=$B|RUN a|CMD b|CMD ["a"]|ENTRYPOINT [ "a b" , "c" ]|SHELL ["/bin/sh", "-c"]'.split(
		"|",
	),
	...'COPY --from=a b c|COPY --chown="a:b" c d|HEALTHCHECK --retries=2 CMD x|ONBUILD RUN y|USER |LABEL a="b c"|VOLUME ["/a"]'.split(
		"|",
	),
	..."# comment|# escape=`|# syntax=x|# check=skip=all|<<EOF|<<-'EOF'|0<<EOF|EOF|['a']|[1]|\"|'|$|${|}|--|--a=b|[|]|,|=|#".split(
		"|",
	),
	"\\\n",
	"\\ \t\r\n",
	"`\n",
	"\\\\\n",
	"\\",
	"`",
	"\n",
	"\n\n",
	"\r\n",
	"\r",
	"\t",
	" ",
	"\v",
	"\f",
	"\u00a0",
	"\u0085",
	"\u2028",
	"\uFEFF",
	"😀",
	"\ud800",
);

const anyText = fc.string({
	unit: fc.oneof(fc.constantFrom(...'\n\\ #[]"<$'), fc.string({ unit: "binary", minLength: 1, maxLength: 1 })),
	maxLength: 80,
});
const tokens = fc.array(token, { maxLength: 30 }).map((parts) => parts.join(""));
const lines = fc
	.array(
		fc.tuple(token, token, fc.constantFrom("\n", "\n", "\\\n", "\r\n", " ")).map((parts) => parts.join("")),
		{ maxLength: 15 },
	)
	.map((parts) => `FROM a\n${parts.join("")}`);

const sources = fc.oneof(anyText, tokens, lines);

/** The file, or undefined if it is refused; any other error is a failure. */
function tryParse(source: string): Dockerfile | undefined {
	try {
		return parseDockerfile(source);
	} catch (error) {
		if (error instanceof DockerfileSyntaxError) return undefined;
		throw error;
	}
}

function all({ globalArgs, stages }: Dockerfile): Instruction[] {
	return [...globalArgs, ...stages.flatMap(({ from, instructions }) => [from, ...instructions])];
}

/** Runs a check on every text that is accepted, and makes sure that there are some. */
function checkAccepted(check: (dockerfile: Dockerfile) => void): void {
	let accepted = 0;
	fc.assert(
		fc.property(sources, (source) => {
			const dockerfile = tryParse(source);
			if (dockerfile === undefined) return;
			accepted++;
			check(dockerfile);
		}),
		settings,
	);
	expect(accepted).toBeGreaterThan(settings.numRuns / 50);
}

describe("parseDockerfile, of any text", { timeout: 3_600_000 }, () => {
	it("gives a file or a syntax error within the text", () => {
		fc.assert(
			fc.property(sources, (source) => {
				try {
					expect(parseDockerfile(source).source).toBe(source);
				} catch (error) {
					if (!(error instanceof DockerfileSyntaxError)) throw error;
					expect(error.message).not.toBe("");
					expect(error.offset).toBeGreaterThanOrEqual(0);
					expect(error.offset).toBeLessThanOrEqual(source.length);
					const lineStart = source.split("\n", error.line - 1).join("\n").length + (error.line > 1 ? 1 : 0);
					expect(lineStart + error.column - 1).toBe(error.offset);
				}
			}),
			settings,
		);
	});

	it("gives instructions in order that do not overlap, each of whole lines", () => {
		checkAccepted((dockerfile) => {
			let end = 0;
			let endLine = 0;
			for (const instruction of all(dockerfile)) {
				const { source } = dockerfile;
				expect(instruction.leadStart).toBeGreaterThanOrEqual(end);
				expect(instruction.lineStart).toBeGreaterThanOrEqual(instruction.leadStart);
				expect(instruction.start).toBeGreaterThanOrEqual(instruction.lineStart);
				expect(instruction.lineEnd).toBeGreaterThan(instruction.start);
				expect(instruction.line).toBeGreaterThan(endLine);
				expect(instruction.endLine).toBeGreaterThanOrEqual(instruction.line);
				expect(instruction.line).toBe(source.slice(0, instruction.lineStart).split("\n").length);
				expect(["\n", "", "\uFEFF"]).toContain(source.charAt(instruction.lineStart - 1));
				expect(instruction.lineEnd === source.length || source.charAt(instruction.lineEnd - 1) === "\n").toBe(true);
				({ lineEnd: end, endLine } = instruction);
			}
			expect(
				dockerfile.source
					.slice(end)
					.split("\n")
					.filter((line) => !/^[\s\u0085]*(?:#.*)?$/s.test(line)),
			).toEqual([]);
		});
	});

	it("gives arguments whose offsets lead back to the same characters", () => {
		checkAccepted((dockerfile) => {
			for (const { argument, start, written, lineStart, lineEnd } of all(dockerfile)) {
				expect(dockerfile.source.charAt(start).toUpperCase()).toBe(written.charAt(0).toUpperCase());
				let before = lineStart - 1;
				for (let index = 0; index < argument.text.length; index++) {
					const offset = argument.offsetAt(index);
					expect(dockerfile.source.charAt(offset)).toBe(argument.text.charAt(index));
					expect(offset).toBeGreaterThan(before);
					before = offset;
				}
				expect(argument.offsetAt(argument.text.length)).toBeLessThanOrEqual(lineEnd);
			}
		});
	});
});
