/** A block of a page under docs/rules. */
export type Block =
	| { readonly kind: "heading"; readonly text: string }
	| { readonly kind: "code"; readonly text: string }
	| { readonly kind: "paragraph"; readonly parts: readonly Inline[] }
	| { readonly kind: "list"; readonly items: readonly (readonly Inline[])[] };

/** A part of a paragraph. */
export interface Inline {
	readonly kind: "text" | "code";
	readonly text: string;
}

/**
 * Parses as much Markdown as the pages of rules use: headings, fenced code, paragraphs, lists, tables (as lists) and
 * inline code. Links become plain text, because the report has no other pages.
 */
export function readMarkdown(markdown: string): Block[] {
	return markdown.split(/^(```.*?^```)$/ms).flatMap((part) => {
		if (part.startsWith("```")) return [{ kind: "code", text: part.split("\n").slice(1, -1).join("\n") } as const];
		return part
			.split(/\n{2,}/)
			.map((block) => block.trim())
			.filter((block) => block !== "")
			.map(readBlock);
	});
}

function readBlock(block: string): Block {
	if (block.startsWith("#")) return { kind: "heading", text: block.replace(/^#+ /, "") };
	if (block.startsWith("- ")) return { kind: "list", items: block.slice(2).split("\n- ").map(readInline) };
	if (block.startsWith("|")) return { kind: "list", items: block.split("\n").slice(2).map(readRow) };
	return { kind: "paragraph", parts: readInline(block) };
}

function readRow(row: string): Inline[] {
	const cells = row.split("|").map((cell) => cell.trim());
	return readInline(cells.filter((cell) => cell !== "").join(": "));
}

function readInline(text: string): Inline[] {
	return text
		.replaceAll(/\[([^\]]*)\]\([^)]*\)/g, "$1")
		.split(/`([^`]*)`/)
		.map((part, index): Inline => ({ kind: index % 2 === 1 ? "code" : "text", text: part.replaceAll(/\s+/g, " ") }))
		.filter((part) => part.text !== "");
}
