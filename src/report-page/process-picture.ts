import type { PageStage } from "../core/report/page-data.ts";
import type { PageProcess } from "../core/report/page-process.ts";
import { element, svg } from "./dom.ts";
import { BOX_HEIGHT, layOutProcesses, type ProcessBox } from "./process-layout.ts";

const WIDTH = 400;
const MARGIN = 20;
/** The height of the heading, and of the arrow to PID 1. */
const TOP = 96;

/** The process trees before and after, as pictures side by side. */
export function drawProcesses(
	{ before, after, stopSignal }: Pick<PageStage, "before" | "after" | "stopSignal">,
	titles: { readonly before: string; readonly after: string },
): HTMLElement {
	const signal = stopSignal ?? "the stop signal";
	const pictures = [
		...(before === undefined ? [] : [drawPanel(titles.before, before, signal)]),
		...(after === undefined ? [] : [drawPanel(titles.after, after, signal)]),
	];
	return element("div", { class: "pictures" }, ...pictures);
}

/** A screen reader reads the tree as one text. */
function drawPanel(title: string, root: PageProcess, signal: string): HTMLElement {
	const { boxes, height } = layOutProcesses(root, MARGIN, TOP, WIDTH - 2 * MARGIN);
	const total = TOP + height + MARGIN / 2;
	const mood = root.isInit ? "good" : "bad";
	const middle = MARGIN + 15;
	return element(
		"figure",
		{ class: mood },
		element("figcaption", {}, title),
		svg(
			"svg",
			{ viewBox: `0 0 ${WIDTH} ${total}`, role: "img", "aria-label": describe(title, root) },
			svg("text", { class: "sender", x: MARGIN, y: 30 }, "docker stop"),
			svg("path", { class: "signal", d: `M${middle} 40v42` }),
			svg("path", { class: "head-of-signal", d: `M${middle - 5} 82h10l-5 10z` }),
			svg("text", { class: "note signal-name", x: middle + 12, y: 66 }, signal),
			...boxes.flatMap(drawBox),
		),
	);
}

function drawBox({ x, y, width, label, isInit, isPid1, notes, parent }: ProcessBox): SVGElement[] {
	const kind = isInit ? "process init" : `process${isPid1 ? " alone" : ""}`;
	const branch = parent && `M${parent.x} ${parent.y}V${y + BOX_HEIGHT / 2}H${x}`;
	return [
		...(branch === undefined ? [] : [svg("path", { class: "branch", d: branch })]),
		svg("rect", { class: kind, x, y, width, height: BOX_HEIGHT, rx: 6 }),
		svg("text", { class: "command", x: x + 12, y: y + 22 }, label),
		...notes.map((note) => svg("text", { class: "note", x: note.x, y: note.y }, note.text)),
	];
}

function describe(title: string, root: PageProcess): string {
	const list = (process: PageProcess): string[] => [
		`${process.isPid1 ? "PID 1: " : "child: "}${[process.command, ...process.notes].join(", ")}`,
		...process.children.flatMap(list),
	];
	return `${title}. ${list(root).join(". ")}`;
}
