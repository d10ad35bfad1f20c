import { describe, expect, it } from "vitest";
import { findComments } from "../../../src/core/dockerfile/comments.ts";
import { parseDockerfile } from "../../../src/core/dockerfile/parse.ts";

function comments(source: string): (string | undefined)[][] {
	return findComments(parseDockerfile(source)).map(({ text, start, end, next }) => [
		text,
		source.slice(start, end),
		next?.keyword,
	]);
}

describe("findComments", () => {
	it("finds the lines between instructions, with what follows", () => {
		expect(comments("# a\nARG X\n  # b \r\n\n#c\nFROM x\n# d\nRUN y\n# e")).toEqual([
			["# a", "# a\n", "ARG"],
			["# b", "  # b \r\n", "FROM"],
			["#c", "#c\n", "FROM"],
			["# d", "# d\n", "RUN"],
			["# e", "# e", undefined],
		]);
	});

	it("leaves comments within continuations and heredocs to their instruction", () => {
		expect(comments("FROM x\nRUN a \\\n# in\n b\nRUN <<E\n# body\nE\nCOPY a b # no comment\n")).toEqual([]);
	});

	it("finds directives too", () => {
		expect(comments("# syntax=docker/dockerfile:1\nFROM x\n")).toEqual([
			["# syntax=docker/dockerfile:1", "# syntax=docker/dockerfile:1\n", "FROM"],
		]);
	});

	it("finds none after an unfinished instruction", () => {
		expect(comments("FROM x\nRUN a \\\n# end")).toEqual([]);
	});
});
