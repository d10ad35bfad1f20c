import { parse as parseWithFileParser } from "docker-file-parser";
import { DockerfileParser } from "dockerfile-ast";
import { validate } from "dockerfile-utils";
import { parseDockerfile } from "../dist/core/dockerfile/parse.js";
import { check, rewrite } from "../dist/index.js";
import { format, median, printTable } from "./table.js";

/** @typedef {{ readonly name: string, readonly run: (text: string) => unknown }} Contender */

const REFERENCE = "dockerfile-ast parse";

/** @type {readonly Contender[]} */
const contenders = [
	{ name: "pidone parse", run: parseDockerfile },
	{ name: "pidone rewrite, proven", run: rewrite },
	{ name: "pidone check", run: check },
	{ name: REFERENCE, run: (text) => DockerfileParser.parse(text) },
	{ name: "docker-file-parser parse", run: (text) => parseWithFileParser(text) },
	{ name: "dockerfile-utils validate", run: (text) => validate(text) },
];

const ROUNDS = 5;

/**
 * Measures all tools on the same files, in turns, so that a busy moment of the machine affects all of them equally.
 * @param {readonly string[]} files
 */
export function measureThroughput(files) {
	const changed = files.filter((text) => rewrite(text).isChanged);
	/**
	 * @type {readonly { readonly contender: Contender, readonly files: readonly string[], readonly times: number[] }[]}
	 */
	const entries = [
		...contenders.map((contender) => ({ contender, files, times: [] })),
		{
			contender: { name: `pidone rewrite, the ${format(changed.length)} that change`, run: rewrite },
			files: changed,
			times: [],
		},
	];
	for (const entry of entries) runAll(entry.contender, entry.files.slice(0, 2000));
	for (let round = 0; round < ROUNDS; round++) {
		for (const { contender, files: own, times } of entries) times.push(runAll(contender, own));
	}
	const rate = (/** @type {typeof entries[number]} */ { files: own, times }) => own.length / (median(times) / 1000);
	const reference = entries.find(({ contender }) => contender.name === REFERENCE);
	printTable(
		["", "files/s", "MB/s", "× dockerfile-ast"],
		entries.map((entry) => [
			entry.contender.name,
			format(rate(entry)),
			format(countBytes(entry.files) / 1e3 / median(entry.times), 1),
			reference === undefined ? "" : format(rate(entry) / rate(reference), 2),
		]),
	);
}

/**
 * @param {Contender} contender
 * @param {readonly string[]} files
 * @returns {number} milliseconds
 */
function runAll({ name, run }, files) {
	const start = performance.now();
	let text = "";
	try {
		for (text of files) run(text);
	} catch (error) {
		throw new Error(`${name} fails on a file of the corpus:\n${text}`, { cause: error });
	}
	return performance.now() - start;
}

/** @param {readonly string[]} files */
export function countBytes(files) {
	return files.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
}
