// Records a terminal session as SVG for the README: runs the commands below in a copy of an example, and prints a
// picture of their output. The first argument may name another command line than dist/cli.js.
import { spawnSync } from "node:child_process";
import { closeSync, copyFileSync, mkdtempSync, openSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../", import.meta.url));
const cli = process.argv[2] ?? join(root, "dist/cli.js");

/** What the user types: pidone commands, joined by &&. */
const COMMANDS = [
	"npx pidone check",
	"npx pidone rewrite",
	"npx pidone rewrite --write --quiet && npx pidone emit --quiet && npx pidone check",
];
const COLUMNS = 100;
const FONT_SIZE = 14;
const CHARACTER_WIDTH = 8.43;
const LINE_HEIGHT = 20;
const MARGIN = 20;

/** The classes that escape sequences turn on and off. @type {ReadonlyMap<string, string>} */
const STYLES = new Map([
	["1", "bold"],
	["2", "dim"],
	["31", "red"],
	["32", "green"],
	["33", "yellow"],
	["36", "cyan"],
]);
const RESETS = new Map([
	["0", /./],
	["22", /bold|dim/],
	["39", /red|green|yellow|cyan/],
]);

/**
 * A stretch of text in one style.
 * @typedef {{ text: string, classes: string }} Span
 */

process.stdout.write(drawTerminal(record().flatMap((line) => wrap(readStyles(line)))));

/** @returns {string[]} the lines of the session, with escape sequences */
function record() {
	const folder = mkdtempSync(join(tmpdir(), "pidone-session-"));
	try {
		copyFileSync(join(root, "examples/node/Dockerfile"), join(folder, "Dockerfile"));
		return COMMANDS.flatMap((typed, index) => [
			...(index === 0 ? [] : [""]),
			`\u001B[32m$\u001B[39m \u001B[1m${typed}\u001B[22m`,
			...typed.split(" && ").flatMap((command) => run(folder, command.split(" ").slice(2))),
		]);
	} finally {
		rmSync(folder, { recursive: true });
	}
}

/**
 * Both streams go to one file, so that their lines are in the order that a terminal shows.
 * @param {string} cwd
 * @param {string[]} args
 * @returns {string[]}
 */
function run(cwd, args) {
	const file = join(cwd, "output");
	const output = openSync(file, "w");
	const env = { PATH: process.env.PATH };
	const words = [cli, "--color", ...args];
	const { error } = spawnSync(process.execPath, words, { cwd, env, stdio: ["ignore", output, output] });
	closeSync(output);
	if (error !== undefined) throw error;
	const text = readFileSync(file, "utf8").trimEnd();
	return text === "" ? [] : text.split("\n");
}

/**
 * @param {string} line
 * @returns {Span[]}
 */
function readStyles(line) {
	/** @type {Span[]} */
	const spans = [];
	/** @type {string[]} */
	let classes = [];
	for (const [index, part] of line.split(/\u001B\[(\d+)m/).entries()) {
		if (index % 2 === 0) {
			if (part !== "") spans.push({ text: part, classes: classes.join(" ") });
			continue;
		}
		const style = STYLES.get(part);
		const reset = RESETS.get(part);
		if (style === undefined && reset === undefined) throw new Error(`no style for the escape sequence ${part}`);
		classes = style === undefined ? classes.filter((name) => !reset?.test(name)) : [...classes, style];
	}
	return spans;
}

/**
 * Breaks a line at the last column, as a terminal does.
 * @param {Span[]} spans
 * @returns {Span[][]}
 */
function wrap(spans) {
	/** @type {Span[][]} */
	const lines = [[]];
	let column = 0;
	for (const { text, classes } of spans)
		for (const character of text) {
			if (column === COLUMNS) {
				lines.push([]);
				column = 0;
			}
			const last = lines.at(-1)?.at(-1);
			if (last !== undefined && last.classes === classes) last.text += character;
			else lines.at(-1)?.push({ text: character, classes });
			column++;
		}
	return lines;
}

/**
 * @param {Span[][]} lines
 * @returns {string}
 */
function drawTerminal(lines) {
	const width = Math.ceil(COLUMNS * CHARACTER_WIDTH + 2 * MARGIN);
	const height = lines.length * LINE_HEIGHT + 2 * MARGIN;
	const rows = lines.map((spans, row) => {
		const y = MARGIN + row * LINE_HEIGHT + FONT_SIZE;
		return spans.length === 0
			? ""
			: `  <text xml:space="preserve" x="${MARGIN}" y="${y}">${spans.map(drawSpan).join("")}</text>\n`;
	});
	return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="title">
  <title id="title">A terminal session with pidone</title>
  <style>
    rect { fill: #0d1117; stroke: #3d444d; }
    text { fill: #e6edf3; font: ${FONT_SIZE}px ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; }
    .bold { font-weight: bold; }
    .dim { fill: #9198a1; }
    .red { fill: #ff7b72; }
    .green { fill: #3fb950; }
    .yellow { fill: #d29922; }
    .cyan { fill: #39c5cf; }
  </style>
  <rect x="0.5" y="0.5" width="${width - 1}" height="${height - 1}" rx="10"/>
${rows.join("")}</svg>
`;
}

/** @param {Span} span */
function drawSpan({ text, classes }) {
	const escaped = text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
	return classes === "" ? escaped : `<tspan class="${classes}">${escaped}</tspan>`;
}
