import type { PageTrial, PageTrialRow } from "../core/report/page-trial.ts";
import { element } from "./dom.ts";
import { drawProcesses } from "./process-picture.ts";

const LEVELS = { helps: "note", "changes nothing": "warning", breaks: "error" } as const;

/** The measurements of a trial, next to the processes that were seen. */
export function describeTrial(trial: PageTrial): HTMLElement {
	const { engine, kind, summary, notes, rows, before, after } = trial;
	return element(
		"article",
		{ class: `problem trial ${LEVELS[kind]}` },
		element("h4", {}, kind, element("span", { class: "place" }, ` on ${engine}`)),
		element("p", {}, summary),
		notes.length === 0 ? undefined : element("ul", {}, ...notes.map((note) => element("li", {}, note))),
		drawTable(rows),
		before === undefined && after === undefined
			? undefined
			: drawProcesses(trial, { before: "Seen without the init", after: "Seen with the init" }),
	);
}

function drawTable(rows: readonly PageTrialRow[]): HTMLElement {
	const head = element(
		"tr",
		{},
		element("td"),
		element("th", { scope: "col" }, "without the init"),
		element("th", { scope: "col" }, "with the init"),
	);
	const body = rows.map(({ what, before, after }) =>
		element("tr", {}, element("th", { scope: "row" }, what), element("td", {}, before), element("td", {}, after)),
	);
	return element("table", { class: "measured" }, element("thead", {}, head), element("tbody", {}, ...body));
}
