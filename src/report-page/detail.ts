import type { PageFile, PageProblem, PageStage } from "../core/report/page-data.ts";
import { readDiff } from "./diff-lines.ts";
import { element } from "./dom.ts";
import { type Block, type Inline, readMarkdown } from "./markdown.ts";
import { drawProcesses } from "./process-picture.ts";
import { labelOf } from "./status.ts";
import { describeTrial } from "./trial.ts";

/** The meanings of the codes in a report. */
export interface CodeTexts {
	readonly titles: Readonly<Record<string, string>>;
	/** The pages of the codes, as Markdown. */
	readonly pages: Readonly<Record<string, string>>;
}

/** Everything about one file: its stages, the diff, and its findings. */
export function describeFile(file: PageFile, texts: CodeTexts): HTMLElement[] {
	return [
		element(
			"p",
			{ class: "facts" },
			element("span", { class: `badge ${file.status}` }, labelOf(file.status)),
			element("span", {}, file.group),
		),
		...(file.problems.length === 0
			? []
			: [section("Findings", ...file.problems.map((each) => describeProblem(each, texts)))]),
		...(file.stages.length === 0
			? []
			: [section("Processes", ...file.stages.map((each) => describeStage(each, texts)))]),
		...(file.trials === undefined ? [] : [section("Trial", ...file.trials.map(describeTrial))]),
		...(file.diff === undefined ? [] : [section("Change", drawDiff(file.diff))]),
	];
}

function section(title: string, ...children: readonly HTMLElement[]): HTMLElement {
	return element("section", {}, element("h3", {}, title), ...children);
}

function describeProblem({ code, level, message, place, text }: PageProblem, texts: CodeTexts): HTMLElement {
	return element(
		"article",
		{ class: `problem ${level}` },
		element(
			"h4",
			{},
			element("span", { class: "level" }, level),
			` ${code}`,
			place === undefined ? undefined : element("span", { class: "place" }, ` at ${place}`),
		),
		element("p", {}, message),
		text === undefined ? undefined : scrollable("Source line", element("code", {}, text)),
		explainCode(code, texts),
	);
}

function describeStage(stage: PageStage, texts: CodeTexts): HTMLElement {
	const { name, code, message, base, before, after } = stage;
	return element(
		"article",
		{ class: "stage" },
		element(
			"h4",
			{},
			`Stage ${name}`,
			base === undefined ? undefined : element("span", { class: "place" }, ` from ${base}`),
		),
		element("p", {}, element("strong", {}, code), `: ${message}`),
		before === undefined && after === undefined
			? undefined
			: drawProcesses(stage, { before: after === undefined ? "Now" : "Before", after: "After pidone rewrite" }),
		explainCode(code, texts),
	);
}

/** The page of a code, without its title and the sample output: the finding itself is shown. */
function explainCode(code: string, { titles, pages }: CodeTexts): HTMLElement | undefined {
	const page = pages[code];
	if (page === undefined) return undefined;
	const [, text = page] = /^## Description$(.*)/ms.exec(page) ?? [];
	return element(
		"details",
		{},
		element("summary", {}, `About ${code}`, titles[code] === undefined ? undefined : `: ${titles[code]}`),
		...readMarkdown(text).map(drawBlock),
	);
}

function drawBlock(block: Block): HTMLElement {
	switch (block.kind) {
		case "heading":
			return element("h5", {}, block.text);
		case "code":
			return scrollable("Example", element("code", {}, block.text));
		case "list":
			return element("ul", {}, ...block.items.map((parts) => element("li", {}, ...parts.map(drawInline))));
		case "paragraph":
			return element("p", {}, ...block.parts.map(drawInline));
	}
}

function drawInline({ kind, text }: Inline): HTMLElement | string {
	return kind === "code" ? element("code", {}, text) : text;
}

/** A long line scrolls, also by keyboard. */
function scrollable(label: string, ...children: readonly HTMLElement[]): HTMLPreElement {
	return element("pre", { tabindex: 0, role: "group", "aria-label": label }, ...children);
}

function drawDiff(diff: string): HTMLElement {
	const signs = { added: "+", removed: "-", same: " ", hunk: "", remark: "" } as const;
	const read = readDiff(diff);
	const last = read.reduce((most, { before = 0, after = 0 }) => Math.max(most, before, after), 0);
	const width = String(last).length;
	const number = (line: number | undefined): string => String(line ?? "").padStart(width);
	const lines = read.map(({ kind, before, after, tokens }) =>
		element(
			"span",
			{ class: `line ${kind}`, "data-numbers": `${number(before)} ${number(after)}` },
			signs[kind],
			...tokens.map((token) =>
				token.kind === "text" ? token.text : element("span", { class: token.kind }, token.text),
			),
			"\n",
		),
	);
	return element(
		"pre",
		{ class: "diff", tabindex: 0, role: "group", "aria-label": "Diff" },
		element("code", {}, ...lines),
	);
}
