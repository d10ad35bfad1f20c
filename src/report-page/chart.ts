import type { PageFile } from "../core/report/page-data.ts";
import { element } from "./dom.ts";
import { formatCount } from "./format-count.ts";
import { countStatuses, labelOf, STATUSES } from "./status.ts";

/** How many bars are drawn before the user asks for all of them. */
const MAX_BARS = 12;

interface Bar {
	readonly group: string;
	readonly files: readonly PageFile[];
}

/** A bar for each folder or repository, with its outcomes. A click on its name filters the table. */
export function drawChart(files: readonly PageFile[], select: (group: string) => void): HTMLElement[] {
	const bars = groupFiles(files);
	const largest = Math.max(...bars.map((bar) => bar.files.length));
	const list = element("ul", { class: "bars" });
	const draw = (shown: readonly Bar[]): void =>
		list.replaceChildren(...shown.map((bar) => drawBar(bar, largest, select)));
	draw(bars.slice(0, MAX_BARS));
	const rest = bars.length - MAX_BARS;
	if (rest <= 0) return [makeLegend(files), list];
	const more = element("button", { type: "button" }, `Show ${rest} more`);
	more.addEventListener("click", () => {
		draw(bars);
		more.remove();
	});
	return [makeLegend(files), list, more];
}

/** The largest first. */
function groupFiles(files: readonly PageFile[]): Bar[] {
	const groups = new Map<string, PageFile[]>();
	for (const file of files) {
		const group = groups.get(file.group);
		if (group === undefined) groups.set(file.group, [file]);
		else group.push(file);
	}
	return [...groups]
		.map(([group, members]) => ({ group, files: members }))
		.sort((left, right) => right.files.length - left.files.length);
}

function makeLegend(files: readonly PageFile[]): HTMLElement {
	const counts = countStatuses(files);
	const used = STATUSES.filter(({ status }) => counts.has(status));
	return element(
		"p",
		{ class: "legend", "aria-hidden": "true" },
		...used.map(({ status, label }) => element("span", {}, element("i", { class: `fill ${status}` }), label)),
	);
}

function drawBar({ group, files }: Bar, largest: number, select: (group: string) => void): HTMLElement {
	const counts = countStatuses(files);
	const parts = STATUSES.flatMap(({ status }) => {
		const count = counts.get(status);
		return count === undefined ? [] : [{ status, count }];
	});
	const name = element("button", { type: "button", class: "name", title: group }, group);
	name.addEventListener("click", () => select(group));
	const text = parts.map(({ status, count }) => `${count} ${labelOf(status).toLowerCase()}`).join(", ");
	const bar = element("span", { class: "bar", title: text });
	bar.style.width = `${Math.max((100 * files.length) / largest, 1)}%`;
	for (const { status, count } of parts) {
		const part = element("span", { class: `fill ${status}` });
		part.style.flexGrow = String(count);
		bar.append(part);
	}
	return element(
		"li",
		{},
		name,
		element("span", { class: "track", "aria-hidden": "true" }, bar),
		element(
			"span",
			{ class: "sum" },
			formatCount(files.length),
			element("span", { class: "hidden" }, `${files.length === 1 ? " file" : " files"}: ${text}`),
		),
	);
}
