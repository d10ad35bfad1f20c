import { format, printTable } from "../table.js";

/**
 * @typedef {object} Row
 * @property {string} name
 * @property {readonly number[]} values of pidone, then of the peers
 * @property {number} [digits]
 * @property {string} [goal] in words
 * @property {(own: number, peers: readonly number[]) => boolean} [isMet]
 */

/** On a computer that also does other work, two runs differ by this much, so it does not count as a difference. */
const NOISE = 1 / 0.95;

/** Whether our value is at most the smallest of theirs. @type {NonNullable<Row["isMet"]>} */
export const isSmallest = (own, peers) => own <= Math.min(...peers) * NOISE;

/** Whether our value is at least the largest of theirs. @type {NonNullable<Row["isMet"]>} */
export const isGreatest = (own, peers) => own * NOISE >= Math.max(...peers);

/**
 * Prints the results: pidone's value, the peers' values and how many times pidone's they are, and whether the goal is
 * met.
 * @param {readonly string[]} names
 * @param {readonly Row[]} rows
 */
export function printReport(names, rows) {
	printTable(
		["", ...names, "goal", "met"],
		rows.map(({ name, values, digits = 0, goal = "", isMet }) => {
			const [own = Number.NaN, ...peers] = values;
			const cells = peers.map((value) => `${format(value, digits)}${own > 0 ? ` (×${format(value / own, 2)})` : ""}`);
			return [name, format(own, digits), ...cells, goal, isMet === undefined ? "" : isMet(own, peers) ? "yes" : "NO"];
		}),
	);
}
