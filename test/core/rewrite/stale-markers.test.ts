import { describe, expect, it } from "vitest";
import { DockerfileSyntaxError } from "../../../src/core/dockerfile/syntax-error.ts";
import { revert } from "../../../src/core/rewrite/revert.ts";
import { rewrite } from "../../../src/core/rewrite/rewrite.ts";
import { cpuTimeOf } from "../../cpu-time.ts";

const { text } = rewrite('FROM debian:12\nCMD ["x"]\n');

describe("a stage with a marker of which only a part is left", () => {
	it.each([
		["its ENTRYPOINT was deleted", text.replace(/ENTRYPOINT.*\n/, ""), 3],
		["all but the comment was deleted", text.replace(/^(?:ARG|COPY|ENTRYPOINT).*\n/gm, ""), 2],
		["the comment was copied to another stage", `${text}FROM alpine:3.20\n${text.split("\n")[2]}\nCMD ["y"]\n`, 8],
		["a marker of another file", 'FROM debian:12\n# pidone: wrapped ENTRYPOINT (00000000)\nENTRYPOINT ["x"]\n', 2],
		[
			"a trigger is below it",
			'FROM debian:12\n# pidone: added the next instruction (00000000)\nONBUILD CMD ["x"]\n',
			2,
		],
	])("is not rewritten: %s", (_, source, line) => {
		for (const options of [{}, { init: "tini" }] as const) {
			const { isChanged, outcomes } = rewrite(source, options);
			expect(isChanged).toBe(false);
			expect(outcomes.at(-1)).toMatchObject({
				code: "cannot-install",
				message: `the comment "# pidone: …" in line ${line} does not match what is here now: remove it, and what is left of that rewrite, by hand`,
			});
		}
		expect(() => revert(source)).toThrow(DockerfileSyntaxError);
	});

	it("is an error at its flag, if it has one", () => {
		const source = 'FROM debian:12\n# pidone: added the next instruction (00000000)\nCMD --init ["x"]\n';
		expect(() => rewrite(source)).toThrow('CMD --init gets no init: the comment "# pidone: …" in line 2');
	});

	it("is rewritten for a builder, which gets no markers", () => {
		const source = 'FROM debian:12\n# pidone: added the next instruction (00000000)\nCMD ["x"]\n';
		expect(rewrite(source, { keepLines: true }).isChanged).toBe(true);
	});
});

describe("other stages", () => {
	it("are rewritten", () => {
		const source = 'FROM debian:12 AS a\n# pidone: wrapped CMD (00000000)\nCMD ["x"]\nFROM debian:12\nCMD ["y"]\n';
		expect(rewrite(source).outcomes.map(({ code }) => code)).toEqual(["cannot-install", "rewritten"]);
	});

	it("take a time that grows with the file", async () => {
		const stages = (name: string): string =>
			Array.from({ length: 400 }, (_, at) => `FROM debian:12 AS ${name}${at}\nENTRYPOINT ["/a"]\n`).join("");
		const { text: marked } = rewrite(stages("a"), { platforms: ["linux/amd64"] });
		expect(await cpuTimeOf(() => rewrite(marked + stages("b")))).toBeLessThan(2500);
	});
});
