import type { PageProcess } from "../core/report/page-process.ts";

/** A process as a box, with the lines in it. All lengths are in units of the picture. */
export interface ProcessBox {
	readonly x: number;
	readonly y: number;
	readonly width: number;
	readonly label: string;
	readonly isInit: boolean;
	readonly isPid1: boolean;
	readonly notes: readonly { readonly text: string; readonly x: number; readonly y: number }[];
	/** The start of the line from the parent; absent for PID 1. */
	readonly parent?: { readonly x: number; readonly y: number };
}

/** The boxes of a process tree, and their total height. */
export interface ProcessLayout {
	readonly boxes: readonly ProcessBox[];
	readonly height: number;
}

/** The height of a box. */
export const BOX_HEIGHT = 34;
const INDENT = 30;
const NOTE_HEIGHT = 18;
const GAP = 14;
/** The width of a character: in the monospaced font of labels, and on average in the other one. */
const LABEL_WIDTH = 8;
const NOTE_WIDTH = 6.7;

/** Places a process and its children below each other. Wraps notes, and truncates long commands. */
export function layOutProcesses(root: PageProcess, x: number, y: number, width: number): ProcessLayout {
	const boxes: ProcessBox[] = [];
	const place = (process: PageProcess, at: ProcessPlace): number => {
		const box = makeBox(process, at);
		boxes.push(box);
		const end = (box.notes.at(-1)?.y ?? at.y + BOX_HEIGHT) + GAP;
		const parent = { x: at.x + INDENT / 2, y: at.y + BOX_HEIGHT };
		return process.children.reduce(
			(next, child) => place(child, { x: at.x + INDENT, y: next, width: at.width - INDENT, parent }),
			end,
		);
	};
	const end = place(root, { x, y, width });
	return { boxes, height: end - y };
}

interface ProcessPlace {
	readonly x: number;
	readonly y: number;
	readonly width: number;
	readonly parent?: { readonly x: number; readonly y: number };
}

function makeBox(process: PageProcess, { x, y, width, parent }: ProcessPlace): ProcessBox {
	const { command, isInit, isPid1, notes, children } = process;
	const label = isPid1 ? `1 ${command}` : command;
	// Next to the line that leads to the children.
	const indent = children.length > 0 ? INDENT : 2;
	const lines = notes.flatMap((note) => wrap(note, Math.floor((width - indent) / NOTE_WIDTH)));
	return {
		x,
		y,
		width,
		label: cut(label, Math.floor((width - 2 * 12) / LABEL_WIDTH)),
		isInit,
		isPid1,
		notes: lines.map((text, index) => ({ text, x: x + indent, y: y + BOX_HEIGHT + (index + 1) * NOTE_HEIGHT })),
		...(parent === undefined ? {} : { parent }),
	};
}

function cut(text: string, length: number): string {
	return text.length <= length ? text : `${text.slice(0, length - 1)}…`;
}

/** A word that is longer than a line is truncated. */
function wrap(text: string, length: number): string[] {
	const lines: string[] = [];
	for (const word of text.split(" ")) {
		const last = lines.at(-1);
		if (last !== undefined && last.length + 1 + word.length <= length) lines[lines.length - 1] = `${last} ${word}`;
		else lines.push(cut(word, length));
	}
	return lines;
}
