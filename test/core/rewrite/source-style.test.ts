import { describe, expect, it } from "vitest";
import { parseDockerfile } from "../../../src/core/dockerfile/parse.ts";
import { casedKeyword, linesAt, styleOf } from "../../../src/core/rewrite/source-style.ts";

const style = (source: string): ReturnType<typeof styleOf> => styleOf(parseDockerfile(source));

describe("styleOf", () => {
	it.each<[string, Partial<ReturnType<typeof styleOf>>]>([
		["FROM a\nRUN b\n", { lineEnd: "\n", isLowerCase: false, escape: "\\" }],
		["FROM a\r\nRUN b\n", { lineEnd: "\r\n" }],
		["FROM a\nRUN b\r\n", { lineEnd: "\n" }],
		["FROM a", { lineEnd: "\n" }],
		["\nFROM a\r\n", { lineEnd: "\n" }],
		["from a\nrun b\nCMD c", { isLowerCase: true }],
		["from a\nRUN b", { isLowerCase: false }],
		["From a\nRun b", { isLowerCase: false }],
		["# escape=`\nFROM a", { escape: "`" }],
	])("%j", (source, expected) => {
		expect(style(source)).toMatchObject(expected);
	});
});

describe("linesAt", () => {
	it("ends lines as the file does", () => {
		const source = "FROM a\r\nCMD b\r\n";
		expect(linesAt(source, 8, ["x \\\n y", "z"], style(source))).toBe("x \\\r\n y\r\nz\r\n");
	});

	it("begins with a line end after a text that has none", () => {
		const source = "FROM a";
		expect(linesAt(source, source.length, ["x", "y"], style(source))).toBe("\nx\ny");
	});

	it("keeps a final line end", () => {
		const source = "FROM a\n";
		expect(linesAt(source, source.length, ["x"], style(source))).toBe("x\n");
	});
});

describe("casedKeyword", () => {
	it("follows the file", () => {
		expect(casedKeyword("ONBUILD ENTRYPOINT", style("from a"))).toBe("onbuild entrypoint");
		expect(casedKeyword("ONBUILD ENTRYPOINT", style("FROM a"))).toBe("ONBUILD ENTRYPOINT");
	});
});
