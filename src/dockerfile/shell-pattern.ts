/**
 * A shell pattern (`*` and `?`, no brackets) as the source of a regular expression.
 * @param greedy whether `*` takes as much as it can
 * @returns undefined for an escape that means nothing in a pattern
 */
export function patternSource(pattern: string, greedy: boolean): string | undefined {
	let source = "";
	for (let at = 0; at < pattern.length; at++) {
		const character = pattern.charAt(at);
		if (character === "*") source += greedy ? ".*" : ".*?";
		else if (character === "?") source += ".";
		else if (character !== "\\") source += quoteForRegExp(character);
		else {
			const escaped = pattern.charAt(at + 1);
			if (escaped === "}" || escaped === "/") continue;
			if (escaped === "" || !"*?\\".includes(escaped)) return undefined;
			source += `\\${escaped}`;
			at++;
		}
	}
	return source;
}

/** Text with everything escaped that has a meaning in a regular expression. */
export function quoteForRegExp(text: string): string {
	return text.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
}
