/**
 * Whether a glob matches a whole text: `*` for any characters, `?` for one, `[…]` for one of some; only `/` matches
 * `/`. Walks through the text instead of compiling an expression: a run tries hundreds of globs, most of them once.
 */
export function matchesGlob(glob: string, text: string): boolean {
	let at = 0;
	let from = 0;
	let star = -1;
	let starEnd = 0;
	while (from < text.length) {
		const width = glob.charAt(at) === "*" ? 0 : matchOne(glob, at, text.charAt(from));
		if (width > 0) {
			at += width;
			from++;
		} else if (glob.charAt(at) === "*") {
			star = at++;
			starEnd = from;
		} else {
			// Whatever an earlier star could match in addition, the last one can match as well.
			if (star === -1 || text.charAt(starEnd) === "/") return false;
			from = ++starEnd;
			at = star + 1;
		}
	}
	while (glob.charAt(at) === "*") at++;
	return at === glob.length;
}

/** How many characters of the glob match a character of the text; 0: none. */
function matchOne(glob: string, at: number, character: string): number {
	const wanted = glob.charAt(at);
	if (character === "/") return wanted === character ? 1 : 0;
	if (wanted === "?") return 1;
	const close = wanted === "[" ? glob.indexOf("]", at + 1) : -1;
	if (close === -1) return wanted === character ? 1 : 0;
	return isInClass(glob.slice(at + 1, close), character) ? close + 1 - at : 0;
}

/** Whether a class such as `a-z_`, or `!a-z_` for all others, contains a character. */
function isInClass(text: string, character: string): boolean {
	const isNegated = text.startsWith("!");
	for (let at = isNegated ? 1 : 0; at < text.length; at++) {
		const isRange = text.charAt(at + 1) === "-" && at + 2 < text.length;
		const last = isRange ? text.charAt(at + 2) : text.charAt(at);
		if (text.charAt(at) <= character && character <= last) return !isNegated;
		if (isRange) at += 2;
	}
	return isNegated;
}
