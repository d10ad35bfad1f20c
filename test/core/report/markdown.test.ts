import { marked } from "marked";
import { expect, test } from "vitest";
import { formatMarkdown } from "../../../src/core/report/markdown.ts";
import type { FileReport } from "../../../src/core/report/report.ts";
import { sample } from "./sample.ts";

const file: FileReport = {
	path: "a",
	source: "FROM a",
	outcomes: [],
	findings: [],
	isChanged: false,
	isWritten: false,
};

/** The cells of the table as a Markdown parser reads them. Fails if it reads any of them as something else. */
function readCells(markdown: string): string[][] {
	const html = marked.parse(markdown, { async: false, gfm: true });
	expect(html.match(/<(?!\/?(?:h3|table|thead|tbody|tr|th|td|p)>)/g)).toBeNull();
	const [, body = ""] = /<tbody>(.*)<\/tbody>/s.exec(html) ?? [];
	return [...body.matchAll(/<tr>(.*?)<\/tr>/gs)].map(([, row = ""]) =>
		[...row.matchAll(/<td>(.*?)<\/td>/gs)].map(([, cell = ""]) => unescape(cell)),
	);
}

function unescape(html: string): string {
	const characters: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"', "#39": "'" };
	return html.replace(/&(lt|gt|amp|quot|#39);/g, (_all, name: string) => characters[name] ?? "");
}

test("the sample is as expected, and a table with a row for each problem", async () => {
	const markdown = formatMarkdown(sample);
	await expect(markdown).toMatchFileSnapshot("../../fixtures/report/markdown.md");
	const cells = readCells(markdown);
	expect(cells).toHaveLength(
		sample.files.flatMap(({ findings, error }) => [...findings, ...(error ? [1] : [])]).length,
	);
	expect(cells.every((row) => row.length === 4)).toBe(true);
});

test("a report without problems is its summary", () => {
	expect(formatMarkdown({ version: "1", files: [file] })).toBe("### pidone: 1 file, nothing to do\n");
});

test.each([
	["a | b || \\| c"],
	["</td></tr></table><script>alert(1)</script>"],
	["`code` **bold** _em_ ~~no~~ [link](http://x) ![image](x) <!-- c -->"],
	["@everyone #1 :tada: $x$ http://example.com www.example.com"],
	["\\\\ & &amp; &lt; \\"],
	["{% raw %} {{ x }}"],
])("%s is shown as it is", (message) => {
	const files: FileReport[] = [{ ...file, path: message, error: { kind: "io", message } }];
	expect(readCells(formatMarkdown({ version: "1", files }))).toEqual([[message, "error", "io-error", message]]);
});

test("control characters are symbols, and a cell is one line", () => {
	const files: FileReport[] = [{ ...file, error: { kind: "io", message: "a\r\n\n b\u001b[31m\u202ec\ud800" } }];
	expect(readCells(formatMarkdown({ version: "1", files }))).toEqual([
		["a", "error", "io-error", "a b␛[31m\ufffdc\ufffd"],
	]);
});

test("a table that GitHub would refuse is cut, and says so", () => {
	const files = Array.from({ length: 2000 }, (_, index): FileReport => {
		return { ...file, path: `${index}`, error: { kind: "io", message: "語".repeat(2000) } };
	});
	const markdown = formatMarkdown({ version: "1", files });
	expect(Buffer.byteLength(markdown)).toBeLessThan(1024 * 1024);
	const shown = readCells(markdown).length;
	expect(markdown).toMatch(new RegExp(`… and ${2000 - shown} more\n$`));
});
