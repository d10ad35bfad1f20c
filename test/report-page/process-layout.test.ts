import { expect, test } from "vitest";
import type { PageProcess } from "../../src/core/report/page-process.ts";
import { BOX_HEIGHT, layOutProcesses } from "../../src/report-page/process-layout.ts";

const leaf: PageProcess = {
	command: "node server.js",
	isPid1: false,
	isInit: false,
	notes: ["gets SIGTERM"],
	children: [],
};
const tree: PageProcess = {
	command: `/sbin/pidone -- ${"x".repeat(100)}`,
	isPid1: true,
	isInit: true,
	notes: ["word ".repeat(40).trim(), "y".repeat(200)],
	children: [{ ...leaf, children: [leaf] }, leaf],
};

test("nothing overlaps, and everything is within the width", () => {
	const { boxes, height } = layOutProcesses(tree, 20, 96, 360);
	expect(boxes).toHaveLength(4);
	const rows = boxes.flatMap(({ y, notes }) => [y, ...notes.map((note) => note.y)]);
	expect(rows).toEqual(rows.toSorted((left, right) => left - right));
	for (const { x, y, width, label, notes } of boxes) {
		expect(x + width).toBe(380);
		expect(label.length * 8).toBeLessThanOrEqual(width - 24);
		for (const note of notes) {
			expect(note.y).toBeGreaterThan(y + BOX_HEIGHT);
			expect(note.x + note.text.length * 6.7).toBeLessThanOrEqual(380);
		}
	}
	expect(96 + height).toBeGreaterThan(Math.max(...rows));
});

test("a child is connected to its parent", () => {
	const [root, child] = layOutProcesses(tree, 0, 0, 360).boxes;
	expect(root?.parent).toBeUndefined();
	expect(root?.label).toMatch(/^1 \/sbin\/pidone -- x+…$/);
	expect(child).toMatchObject({ x: 30, parent: { x: 15, y: BOX_HEIGHT } });
});
