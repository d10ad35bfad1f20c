import { describe, expect, it } from "vitest";
import { applyIgnoreComments } from "../../../src/core/check/apply-ignore-comments.ts";
import { readIgnoreComments } from "../../../src/core/dockerfile/ignore-comments.ts";
import { parseDockerfile } from "../../../src/core/dockerfile/parse.ts";
import type { Finding } from "../../../src/core/finding.ts";

const finding = (code: string, start: number): Finding => ({
	code,
	level: "warning",
	message: "m",
	start,
	end: start + 1,
});

describe("applyIgnoreComments", () => {
	const source = "FROM x\n# pidone ignore=a,b r\nCMD y\n# pidone ignore=a\nRUN z\n";
	const comments = readIgnoreComments(parseDockerfile(source));
	const [atCmd, atRun] = [source.indexOf("CMD"), source.indexOf("RUN")];

	it("takes out what is ignored and keeps the rest", () => {
		const kept = applyIgnoreComments(
			[finding("a", atCmd), finding("c", atCmd), finding("b", atRun), finding("a", atRun)],
			comments,
			new Set(),
		);
		expect(kept.map(({ code, start }) => [code, start])).toEqual([
			["c", atCmd],
			["b", atRun],
			["ignore-without-reason", source.lastIndexOf("# pidone")],
		]);
	});

	it("complains about a comment that ignores nothing", () => {
		expect(applyIgnoreComments([], comments, new Set())).toMatchObject([
			{ code: "unused-ignore", message: "nothing here has the code a or b: remove the comment", start: 7, end: 29 },
			{ code: "unused-ignore", message: "nothing here has the code a: remove the comment" },
		]);
	});

	it("takes those that kept a stage from being rewritten for used", () => {
		expect(applyIgnoreComments([], comments, new Set(comments.slice(0, 1))).map(({ start }) => start)).toEqual([
			source.lastIndexOf("# pidone"),
		]);
	});
});
