import { parseDockerfile } from "../dist/core/dockerfile/parse.js";
import { check, revert, rewrite } from "../dist/index.js";
import { format, median, printTable } from "./table.js";

/**
 * @typedef {{ readonly name: string, readonly sizes: readonly number[], readonly make: (size: number) => string }}
 * Shape
 */

const CMD = 'CMD ["server"]\n';

/** @type {readonly Shape[]} */
const shapes = [
	{
		name: "RUN, continuation lines",
		sizes: [1000, 4000, 16_000],
		make: (size) => `FROM debian:12\nRUN true${" \\\n && echo one two three".repeat(size)}\n${CMD}`,
	},
	{
		name: "RUN, continuations, comments between",
		sizes: [1000, 4000, 16_000],
		make: (size) => `FROM debian:12\nRUN true${" \\\n# why\n && echo one".repeat(size)}\n${CMD}`,
	},
	{
		name: "ENV, continuation lines",
		sizes: [1000, 4000, 16_000],
		make: (size) =>
			`FROM debian:12\nENV A=b${Array.from({ length: size }, (_, index) => ` \\\n  NAME_${index}="value $A"`).join("")}\n${CMD}`,
	},
	{
		name: "shell-form ENTRYPOINT, continuations",
		sizes: [1000, 4000, 16_000],
		make: (size) => `FROM debian:12\nENTRYPOINT true${' \\\n && echo "one"'.repeat(size)}\n`,
	},
	{
		name: "shell-form CMD, spaces",
		sizes: [4000, 16_000, 60_000],
		make: (size) => `# syntax=a${" ".repeat(size)}b\nFROM debian:12\nCMD server${" ".repeat(size)}x\n`,
	},
	{
		name: "instructions",
		sizes: [1000, 4000, 16_000],
		make: (size) => `FROM debian:12\n${'# why\nRUN echo "$HOME"\n'.repeat(size)}${CMD}`,
	},
	{
		name: "RUN, heredoc bytes",
		sizes: [65_536, 262_144, 1_048_576],
		make: (size) =>
			`FROM debian:12\nRUN <<EOF\n${"echo a line of sixty-four characters that stands in a heredoc :-)\n".repeat(size / 64)}EOF\n${CMD}`,
	},
	{
		name: "heredocs",
		sizes: [1000, 4000, 16_000],
		make: (size) => `FROM debian:12\n${"COPY <<A <<B /etc/\none\nA\ntwo\nB\n".repeat(size)}${CMD}`,
	},
	{
		name: "stages, unchained",
		sizes: [100, 1000, 5000],
		make: (size) =>
			Array.from({ length: size }, (_, index) => `FROM debian:12 AS s${index}\nRUN true\n${CMD}`).join(""),
	},
	{
		name: "stages, unchained, COPY --from the one before",
		sizes: [100, 1000, 5000],
		make: (size) =>
			Array.from({ length: size }, (_, index) => `FROM debian:12 AS s${index}\n${copyFrom(index)}${CMD}`).join(""),
	},
	{
		name: "stages, in pairs, tests built on each",
		sizes: [50, 500, 2500],
		make: (size) =>
			Array.from(
				{ length: size },
				(_, index) => `FROM debian:12 AS s${index}\n${CMD}FROM s${index} AS t${index}\nRUN true\n`,
			).join(""),
	},
	{
		name: "stages, chained",
		sizes: [100, 1000, 5000],
		make: (size) =>
			Array.from({ length: size }, (_, index) => `FROM ${baseOf(index)} AS s${index}\nRUN true\n${CMD}`).join(""),
	},
	{
		name: "stages, chained, ENTRYPOINT and ENV in each",
		sizes: [100, 1000, 5000],
		make: (size) =>
			Array.from(
				{ length: size },
				(_, index) => `FROM ${baseOf(index)} AS s${index}\nENV A${index}=b\nENTRYPOINT ["server"]\n`,
			).join(""),
	},
];

/** @param {number} index of a stage that is built on the one before it */
function baseOf(index) {
	return index === 0 ? "debian:12" : `s${index - 1}`;
}

/** @param {number} index of a stage that copies from the one before it */
function copyFrom(index) {
	return index === 0 ? "" : `COPY --from=s${index - 1} /app /app\n`;
}

/**
 * @type {readonly { readonly name: string, readonly run: (text: string) => unknown, readonly prepare?: (text: string)
 * => string }[]}
 */
const actions = [
	{ name: "parse", run: parseDockerfile },
	{ name: "rewrite", run: rewrite },
	{ name: "check", run: check },
	{ name: "revert", run: revert, prepare: (text) => rewrite(text).text },
];

/** Shows how the time grows with the size of one part of a file: an exponent of 1 is linear. */
export function measureLinearity() {
	/** @type {string[][]} */
	const rows = [];
	for (const { name, sizes, make } of shapes) {
		for (const { name: action, run, prepare } of actions) {
			const texts = sizes.map(make).map(prepare ?? ((text) => text));
			const times = texts.map((text) => timeOf(run, text));
			const kilobytes = texts.map((text) => text.length / 1024);
			rows.push([
				`${action}: ${name}`,
				sizes.map((size) => format(size)).join(" / "),
				times.map((time) => format(time, 1)).join(" / "),
				times.map((time, index) => format((time * 1000) / (kilobytes[index] ?? 1), 1)).join(" / "),
				format(
					Math.log((times.at(-1) ?? 0) / (times.at(-2) ?? 1)) /
						Math.log((kilobytes.at(-1) ?? 0) / (kilobytes.at(-2) ?? 1)),
					2,
				),
			]);
		}
	}
	printTable(["", "size", "ms", "µs per KB", "exponent"], rows);
}

/**
 * The median of five runs after a first one; the time of a single run if it takes more than two seconds.
 * @param {(text: string) => unknown} run
 * @param {string} text
 */
function timeOf(run, text) {
	const first = time(run, text);
	return first > 2000 ? first : median(Array.from({ length: 5 }, () => time(run, text)));
}

/**
 * @param {(text: string) => unknown} run
 * @param {string} text
 */
function time(run, text) {
	const start = performance.now();
	run(text);
	return performance.now() - start;
}
