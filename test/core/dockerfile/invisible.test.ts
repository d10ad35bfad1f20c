import { describe, expect, it } from "vitest";
import { analyseSource } from "../../../src/core/analysis/analyse-source.ts";
import { nameInvisible, showInvisible } from "../../../src/core/dockerfile/invisible.ts";
import { parseDockerfile } from "../../../src/core/dockerfile/parse.ts";

describe("nameInvisible", () => {
	it.each([
		["RUN\u00a0x", "U+00A0 (no-break space)"],
		["a\u200bb\u200bc\u00a0", "U+200B (zero-width space) and U+00A0 (no-break space)"],
		["\ufeff", "U+FEFF (byte order mark)"],
		["\u3000", "U+3000 (ideographic space)"],
		["\u202e", "U+202E (right-to-left override)"],
		["plain \t text é 😀", undefined],
	])("names those of %j", (text, names) => {
		expect(nameInvisible(text)).toBe(names);
	});

	it("knows a name for everything that is shown", () => {
		for (let code = 0x80; code <= 0xffff; code++) {
			const character = String.fromCharCode(code);
			if (showInvisible(character) !== character)
				expect(nameInvisible(character)).toMatch(/^U\+[0-9A-F]{4} \([\w -]+\)$/);
		}
	});
});

describe("the message about an instruction", () => {
	it.each([
		[
			"COPY\u00a0a b",
			"unknown instruction: COPY<U+00A0>A (U+00A0 (no-break space) is not a blank: delete it, or replace it with one)",
		],
		[
			"\u200bRUN a",
			"unknown instruction: <U+200B>RUN (U+200B (zero-width space) is not a blank: delete it, or replace it with one)",
		],
		[
			"COPY --from\u200b=x a b",
			"unknown flag: --from<U+200B> (U+200B (zero-width space) is not a blank: delete it, or replace it with one)",
		],
		[
			"FROM alpine\u00a0AS x",
			"FROM requires either one or three arguments: FROM image, or FROM image AS name (the line contains U+00A0 (no-break space))",
		],
		[
			"COPY a\u00a0b",
			"COPY requires at least two arguments: one or more sources, then the destination (the line contains U+00A0 (no-break space))",
		],
		[
			"RUN a \\\u00a0\n  && b",
			"unknown instruction: && (the line above has U+00A0 (no-break space) after its \\, so it ends there)",
		],
		[
			"RUN a \\ \u200b \r\n  b",
			"unknown instruction: B (the line above has U+200B (zero-width space) after its \\, so it ends there)",
		],
		[
			"FROM alpine:3\u200b",
			"the base alpine:3<U+200B> is not an image name: its tag 3<U+200B> must consist of letters, digits and _ . -, and not begin with . or - (U+200B (zero-width space) is not a blank: delete it, or replace it with one)",
		],
	])("names what cannot be seen in %j", (line, message) => {
		expect(() => analyseSource(`FROM alpine\n${line}\n`, {})).toThrow(message);
	});

	it("leaves what builds alone", () => {
		expect(() => parseDockerfile("FROM alpine\nCOPY a\u00a0b c\nCMD a\u200bb\nENV A=b\u00a0C=d\n")).not.toThrow();
	});
});
