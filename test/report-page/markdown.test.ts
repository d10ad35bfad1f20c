import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { type Block, readMarkdown } from "../../src/report-page/markdown.ts";

const folder = join(import.meta.dirname, "../../docs/rules");

test("reads the Markdown of the rule pages", () => {
	expect(
		readMarkdown(
			"## A `b`\n\nc `d\ne` [f](g.md)\nh\n\n- i\n  j\n- `k`\n\n```sh\nl\n\nm\n```\n\n| n | o |\n|---|---|\n| `p` | q |\n",
		),
	).toEqual([
		{ kind: "heading", text: "A `b`" },
		{
			kind: "paragraph",
			parts: [
				{ kind: "text", text: "c " },
				{ kind: "code", text: "d e" },
				{ kind: "text", text: " f h" },
			],
		},
		{ kind: "list", items: [[{ kind: "text", text: "i j" }], [{ kind: "code", text: "k" }]] },
		{ kind: "code", text: "l\n\nm" },
		{
			kind: "list",
			items: [
				[
					{ kind: "code", text: "p" },
					{ kind: "text", text: ": q" },
				],
			],
		},
	] satisfies Block[]);
});

test.each(readdirSync(folder).filter((name) => name !== "README.md"))("leaves no Markdown syntax in %s", (name) => {
	for (const block of readMarkdown(readFileSync(join(folder, name), "utf8"))) {
		if (block.kind === "code" || block.kind === "heading") continue;
		const parts = block.kind === "list" ? block.items.flat() : block.parts;
		for (const { kind, text } of parts) if (kind === "text") expect(text).not.toMatch(/`|\]\(|\*\*|^[#|-] /);
	}
});
