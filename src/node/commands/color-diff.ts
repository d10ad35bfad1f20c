const RESET = "\u001b[0m";

/** A unified diff with git's colors. */
export function colorDiff(diff: string): string {
	return diff.replace(/^.*$/gm, (line) => {
		if (line.startsWith("+++") || line.startsWith("---")) return `\u001b[1m${line}${RESET}`;
		if (line.startsWith("@@")) return `\u001b[36m${line}${RESET}`;
		if (line.startsWith("+")) return `\u001b[32m${line}${RESET}`;
		return line.startsWith("-") ? `\u001b[31m${line}${RESET}` : line;
	});
}
