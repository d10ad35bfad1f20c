import type { PageData } from "../core/report/page-data.ts";
import { drawChart } from "./chart.ts";
import { DetailDialog } from "./detail-dialog.ts";
import { byId, element } from "./dom.ts";
import { FileTable } from "./file-table.ts";
import { makeFilterForm } from "./filter-form.ts";
import { formatCount } from "./format-count.ts";
import { type Column, type Order, selectFiles } from "./select.ts";
import { countStatuses, STATUSES } from "./status.ts";
import { unpackData } from "./unpack.ts";

interface Heading {
	readonly title: string;
	readonly column?: Column;
}

async function main(): Promise<void> {
	const data = await unpackData(byId("data", HTMLElement).textContent);
	const pages = JSON.parse(byId("rules", HTMLElement).textContent) as Readonly<Record<string, string>>;
	byId("about", HTMLElement).textContent = `${countOf(data.files.length, "file")}, by pidone ${data.version}`;
	byId("main", HTMLElement).hidden = false;
	showFiles(data, pages);
}

function showFiles({ files, titles, grouping }: PageData, pages: Readonly<Record<string, string>>): void {
	const dialog = new DetailDialog(byId("detail", HTMLDialogElement), files, { titles, pages });
	const table = new FileTable(byId("files", HTMLTableElement));
	const noun = grouping === "repository" ? "Repository" : "Folder";
	byId("chart-title", HTMLElement).textContent = `Outcomes by ${grouping}`;
	byId("group-name", HTMLElement).textContent = noun;
	const headings: readonly Heading[] = [
		{ title: "File", column: "path" },
		{ title: "Outcome", column: "status" },
		{ title: noun, column: "group" },
		{ title: "Findings", column: "problems" },
		{ title: "Codes" },
	];
	let order: Order = { column: "status", isDescending: false };
	const form = makeFilterForm(files, () => show());
	const show = (): void => {
		const selected = selectFiles(files, form.read(), order);
		byId("count", HTMLElement).textContent =
			selected.length === files.length
				? countOf(files.length, "file")
				: `${selected.length} of ${countOf(files.length, "file")}`;
		dialog.list(selected);
		table.show(selected);
	};
	const setOrder = (next: Order): void => {
		order = next;
		drawHead(headings, order, setOrder);
		show();
	};
	drawTotals(files, (status) => form.set("status", status));
	if (files.length > 0) byId("chart", HTMLElement).append(...drawChart(files, (group) => form.set("group", group)));
	setOrder(order);
	dialog.open();
}

function drawTotals(files: PageData["files"], select: (status: string) => void): void {
	const counts = countStatuses(files);
	const cards = STATUSES.filter(({ status }) => counts.has(status)).map(({ status, label, hint }) => {
		const card = element(
			"button",
			{ type: "button", class: `card ${status}` },
			element("strong", {}, formatCount(counts.get(status) ?? 0)),
			element("span", {}, label),
			element("small", {}, hint),
		);
		card.addEventListener("click", () => select(status));
		return element("li", {}, card);
	});
	byId("totals", HTMLElement).append(...cards);
}

/** A click on the column that sorts the table reverses the order. */
function drawHead(headings: readonly Heading[], order: Order, setOrder: (order: Order) => void): void {
	const focused = document.activeElement?.getAttribute("data-column");
	const cells = headings.map(({ title, column }) => {
		if (column === undefined) return element("th", { scope: "col" }, title);
		const isSorted = column === order.column;
		const direction = order.isDescending ? "descending" : "ascending";
		const button = element("button", { type: "button", "data-column": column }, title);
		button.addEventListener("click", () => setOrder({ column, isDescending: isSorted && !order.isDescending }));
		return element("th", { scope: "col", "aria-sort": isSorted ? direction : undefined }, button);
	});
	const head = document.querySelector<HTMLTableRowElement>("#files thead tr");
	head?.replaceChildren(...cells);
	head?.querySelector<HTMLElement>(`[data-column="${focused}"]`)?.focus();
}

function countOf(count: number, noun: string): string {
	return `${formatCount(count)} ${noun}${count === 1 ? "" : "s"}`;
}

main().catch((error: unknown) => {
	byId("about", HTMLElement).textContent = `The report cannot be shown: ${error}`;
});
