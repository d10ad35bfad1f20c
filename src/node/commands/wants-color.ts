/**
 * Whether to print colors: an option decides, else the environment, else whether the output is a terminal.
 * @param env NO_COLOR, FORCE_COLOR and TERM
 */
export function wantsColor(
	words: readonly string[],
	{ NO_COLOR, FORCE_COLOR, TERM }: Readonly<Record<string, string | undefined>>,
	isTerminal: boolean,
): boolean {
	const end = words.indexOf("--");
	const argv = end === -1 ? words : words.slice(0, end);
	if (argv.includes("--no-color")) return false;
	if (argv.includes("--color")) return true;
	if (NO_COLOR) return false;
	return FORCE_COLOR ? FORCE_COLOR !== "0" : isTerminal && TERM !== "dumb";
}
