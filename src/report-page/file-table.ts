import type { PageFile } from "../core/report/page-data.ts";
import { element } from "./dom.ts";
import { fragmentOf } from "./fragment.ts";
import { describeProblems } from "./select.ts";
import { labelOf } from "./status.ts";

/** As in style.css. */
const ROW_HEIGHT = 40;
/** Rows that are drawn above and below the visible ones. */
const OVERSCAN = 12;
const MAX_CODES = 3;

/**
 * The rows of the table. Only those near the visible part of the page are drawn, so that ten thousand scroll like ten;
 * the first and the last row are as high as the rows left out. On paper, all rows are drawn.
 */
export class FileTable {
	readonly #table: HTMLTableElement;
	readonly #body: HTMLTableSectionElement;
	readonly #above = makeSpacer();
	readonly #below = makeSpacer();
	readonly #drawn = new Map<number, HTMLTableRowElement>();
	#files: readonly PageFile[] = [];
	/** The row that Tab moves to. */
	#active = 0;
	#isPrinting = false;

	constructor(table: HTMLTableElement) {
		const [body] = table.tBodies;
		if (body === undefined) throw new Error("BUG: the table has no body");
		this.#table = table;
		this.#body = body;
		body.append(this.#above, this.#below);
		table.addEventListener("keydown", (event) => this.#move(event));
		body.addEventListener("focusin", (event) => this.#setActive(indexOf(event.target)));
		let isWaiting = false;
		const draw = (): void => {
			if (isWaiting) return;
			isWaiting = true;
			requestAnimationFrame(() => {
				isWaiting = false;
				this.#draw();
			});
		};
		addEventListener("scroll", draw, { passive: true });
		addEventListener("resize", draw);
		addEventListener("beforeprint", () => this.#print(true));
		addEventListener("afterprint", () => this.#print(false));
	}

	/** Shows other files. */
	show(files: readonly PageFile[]): void {
		this.#files = files;
		this.#active = 0;
		this.#table.setAttribute("aria-rowcount", String(files.length + 1));
		for (const row of this.#drawn.values()) row.remove();
		this.#drawn.clear();
		this.#draw();
	}

	#print(isPrinting: boolean): void {
		this.#isPrinting = isPrinting;
		this.#draw();
	}

	#draw(): void {
		const [first, last] = this.#isPrinting ? [0, this.#files.length] : this.#visible();
		for (const [index, row] of this.#drawn) {
			if (index >= first && index < last) continue;
			// Keyboard navigation continues from the current row, even if it was scrolled away.
			if (row.contains(document.activeElement)) this.#table.focus({ preventScroll: true });
			row.remove();
			this.#drawn.delete(index);
		}
		for (let index = first; index < last; index++) {
			const file = this.#files[index];
			if (file === undefined || this.#drawn.has(index)) continue;
			const row = makeRow(file, index);
			this.#drawn.set(index, row);
			this.#rowAfter(index, last).before(row);
		}
		setHeight(this.#above, first * ROW_HEIGHT);
		setHeight(this.#below, (this.#files.length - last) * ROW_HEIGHT);
		this.#setActive(this.#active);
	}

	#rowAfter(index: number, last: number): HTMLTableRowElement {
		for (let next = index + 1; next < last; next++) {
			const row = this.#drawn.get(next);
			if (row !== undefined) return row;
		}
		return this.#below;
	}

	/** A half-open range. */
	#visible(): readonly [first: number, last: number] {
		const top = -this.#body.getBoundingClientRect().top;
		const first = Math.floor(top / ROW_HEIGHT) - OVERSCAN;
		const last = Math.ceil((top + innerHeight) / ROW_HEIGHT) + OVERSCAN;
		const end = Math.min(Math.max(last, 2 * OVERSCAN), this.#files.length);
		return [Math.max(0, Math.min(first, end - 2 * OVERSCAN)), end];
	}

	#setActive(index: number | undefined): void {
		if (index === undefined) return;
		for (const [each, row] of this.#drawn) linkIn(row)?.setAttribute("tabindex", each === index ? "0" : "-1");
		this.#active = index;
	}

	#move(event: KeyboardEvent): void {
		const page = Math.max(1, Math.floor(innerHeight / ROW_HEIGHT) - 2);
		const last = this.#files.length - 1;
		const targets: Readonly<Record<string, number>> = {
			ArrowDown: this.#active + 1,
			ArrowUp: this.#active - 1,
			PageDown: this.#active + page,
			PageUp: this.#active - page,
			Home: 0,
			End: last,
		};
		const target = targets[event.key];
		const isInHead = event.target instanceof Element && event.target.closest("thead") !== null;
		if (target === undefined || isInHead || event.ctrlKey || event.metaKey || event.altKey) return;
		event.preventDefault();
		this.#focus(Math.min(Math.max(target, 0), last));
	}

	#focus(index: number): void {
		const top = this.#body.getBoundingClientRect().top + index * ROW_HEIGHT;
		// The header of the table stays at the top of the window.
		if (top < ROW_HEIGHT) scrollBy({ top: top - ROW_HEIGHT, behavior: "instant" });
		else if (top + 2 * ROW_HEIGHT > innerHeight)
			scrollBy({ top: top + 2 * ROW_HEIGHT - innerHeight, behavior: "instant" });
		this.#draw();
		linkIn(this.#drawn.get(index))?.focus({ preventScroll: true });
	}
}

function makeRow(file: PageFile, index: number): HTMLTableRowElement {
	const codes = [...new Set(file.problems.map(({ code }) => code))];
	const rest = codes.length > MAX_CODES ? ` + ${codes.length - MAX_CODES}` : "";
	return element(
		"tr",
		{ "aria-rowindex": index + 2, "data-index": index },
		element("td", {}, element("a", { href: `#${fragmentOf(file.path)}`, title: file.path }, file.path)),
		element("td", {}, element("span", { class: `badge ${file.status}` }, labelOf(file.status))),
		element("td", { title: file.group }, file.group),
		element("td", {}, describeProblems(file)),
		element("td", { class: "codes" }, codes.slice(0, MAX_CODES).join(", ") + rest),
	);
}

function makeSpacer(): HTMLTableRowElement {
	return element("tr", { class: "spacer", "aria-hidden": "true" }, element("td", { colspan: 5 }));
}

function setHeight(row: HTMLTableRowElement, height: number): void {
	row.hidden = height <= 0;
	row.style.height = `${Math.max(height, 0)}px`;
}

function linkIn(row: HTMLTableRowElement | undefined): HTMLAnchorElement | undefined {
	return row?.querySelector("a") ?? undefined;
}

function indexOf(target: EventTarget | null): number | undefined {
	const index = target instanceof Element ? target.closest("tr")?.dataset.index : undefined;
	return index === undefined ? undefined : Number(index);
}
