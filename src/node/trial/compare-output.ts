import type { Output } from "./measurement.ts";

/**
 * The lines that the first container printed and the second did not, on either stream, without duplicates. Ignores what
 * differs from run to run anyway: words with a digit (times, process numbers, ids), and how often a line is printed.
 */
export function findMissingLines(before: Output, after: Output): string[] {
	return [...missing(before.stdout, after.stdout), ...missing(before.stderr, after.stderr)];
}

function missing(before: readonly string[], after: readonly string[]): string[] {
	// A key is added once it was looked for, so that a line counts once.
	const seen = new Set(["", ...after.map(condense)]);
	return before.filter((line) => {
		const key = condense(line);
		const isMissing = !seen.has(key);
		seen.add(key);
		return isMissing;
	});
}

function condense(line: string): string {
	return line
		.split(/\s+/)
		.filter((word) => word !== "")
		.map((word) => (/\d/.test(word) ? "#" : word))
		.join(" ");
}

/** The number of lines of a container's log that are read and compared. */
export const MAX_LINES = 10_000;

/** The last lines of a log, one more than are compared if it has more. */
export function readLog(stdout: string, stderr: string): Output {
	const output = { stdout: splitLines(stdout), stderr: splitLines(stderr) };
	const count = (text: string): number => text.split("\n").length - 1;
	return count(stdout) + count(stderr) > MAX_LINES ? { ...output, isCut: true } : output;
}

/** The lines of a text; a carriage return at the end of one is a terminal's. */
function splitLines(text: string): string[] {
	return text.split(/\r?\n/).filter((line) => line !== "");
}
