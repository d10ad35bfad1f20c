import { describe, expect, it } from "vitest";
import { check } from "../../../../src/core/check/check.ts";
import type { RewriteOptions } from "../../../../src/core/rewrite/options.ts";
import { rewrite } from "../../../../src/core/rewrite/rewrite.ts";
import { runRule } from "./run-rule.ts";

const NODE = 'FROM node:22\nWORKDIR /app\nCMD ["node", "server.js"]\n';
const STAGES = 'FROM debian:12 AS a\nENTRYPOINT ["/a"]\nFROM alpine:3.20\nCMD ["/c"]\n';
const AMD64: RewriteOptions = { platforms: ["linux/amd64"] };

function edited(source: string, from: string | RegExp, to: string, options: RewriteOptions = AMD64): string {
	const { text } = rewrite(source, options);
	const result = text.replace(from, to);
	expect(result).not.toBe(text);
	return result;
}

describe("a rewrite that was edited", () => {
	it.each<[what: string, text: string, line: number, marks: string]>([
		["in an added COPY", edited(NODE, "COPY .pidone", "COPY --chmod=755 .pidone"), 3, "COPY"],
		["in an added ENTRYPOINT", edited(NODE, '"docker-entrypoint.sh"', '"docker-entrypoint.sh", "x"'), 3, "COPY"],
		["between the added lines", edited(NODE, "ENTRYPOINT", "RUN true\nENTRYPOINT"), 3, "COPY"],
		["by removing the installation", edited(NODE, /COPY .pidone.*\n/, ""), 3, "ENTRYPOINT"],
		["by removing the ENTRYPOINT", edited(NODE, /ENTRYPOINT.*\n/, ""), 3, "COPY"],
		["by removing the init from a command", edited(STAGES, '"/sbin/pidone", "--", "/a"', '"/a"'), 2, "COPY"],
		["in the last stage", edited(STAGES, /(alpine.*)COPY .pidone/s, "$1COPY  .pidone"), 6, "COPY"],
		["in a package's step", edited(NODE, "-y --no", "-y curl --no", { init: "tini" }), 2, "RUN"],
	])("%s is reported, with the line of its comment", (_, text, line, marks) => {
		const found = runRule("marker-mismatch", text);
		expect(found).toHaveLength(1);
		expect(found[0]?.message).toContain(
			`the comment "# pidone: …" in line ${line} does not match what is here now, so `,
		);
		expect(text.split("\n")[line - 1]).toMatch(/^# pidone: /);
		expect(found[0]?.text).toContain(marks);
	});

	it.each<[what: string, text: string]>([
		["around it", edited(NODE, "WORKDIR /app", "WORKDIR /srv\nRUN true")],
		["in the author's command", edited(NODE, "server.js", "other.js")],
		["by a formatter", edited(NODE, "ENTRYPOINT [", "entrypoint [")],
		["by deleting the comment", edited(NODE, /# pidone.*\n/, "")],
		["not at all", rewrite(STAGES).text],
		["before there was one", NODE],
	])("%s is not reported", (_, text) => {
		expect(runRule("marker-mismatch", text)).toEqual([]);
	});

	it("can be ignored", () => {
		const text = edited(NODE, "COPY .pidone", "# pidone ignore=marker-mismatch on purpose\nCOPY --chmod=755 .pidone");
		expect(check(text, AMD64).findings.map(({ code }) => code)).toEqual([]);
	});
});
