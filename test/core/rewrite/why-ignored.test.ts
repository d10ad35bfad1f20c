import { describe, expect, it } from "vitest";
import { readIgnoreComments } from "../../../src/core/dockerfile/ignore-comments.ts";
import { whyIgnored } from "../../../src/core/rewrite/why-ignored.ts";
import { lastStage, read } from "./helpers.ts";

describe("whyIgnored", () => {
	it.each<[string, string | undefined]>([
		["FROM x\n# pidone ignore=rewritten r\nENTRYPOINT y\n", "r"],
		["FROM x\n# pidone ignore=rewritten\nCMD y\n", "exempted by a comment"],
		["# pidone ignore=rewritten r\nFROM x\nCMD y\n", "r"],
		["# pidone ignore=rewritten r\nFROM x\n", "r"],
		["FROM x\n# pidone ignore=other r\nCMD y\n", undefined],
		["FROM x\n# pidone ignore=rewritten r\nRUN z\nCMD y\n", undefined],
		["FROM x\nENTRYPOINT y\n# pidone ignore=rewritten r\nCMD z\n", undefined],
	])("%j: %s", (source, expected) => {
		const file = read(source);
		expect(whyIgnored(readIgnoreComments(file.dockerfile), lastStage(file))).toBe(expected);
	});
});
