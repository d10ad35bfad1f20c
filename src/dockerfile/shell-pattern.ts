/**
 * A shell pattern (`*` and `?`, no brackets) as the source of a regular expression.
 * @param greedy whether `*` takes as much as it can
 * @returns undefined for an escape that means nothing in a pattern
 */
export function patternSource(pattern: string, greedy: boolean): string | undefined {
	let isValid = true;
	const source = pattern.replace(/\\(.?)|[\s\S]/g, (token, escaped?: string) => {
		if (token === "*") return greedy ? ".*" : ".*?";
		if (token === "?") return ".";
		if (escaped === undefined) return quoteForRegExp(token);
		if (escaped === "}" || escaped === "/") return quoteForRegExp(escaped);
		isValid &&= escaped === "*" || escaped === "?" || escaped === "\\";
		return `\\${escaped}`;
	});
	return isValid ? source : undefined;
}

/** Text with everything escaped that has a meaning in a regular expression. */
export function quoteForRegExp(text: string): string {
	return text.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
}
