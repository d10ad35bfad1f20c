/**
 * Whether a glob stands for a whole text: `*` for any characters, `?` for one, `[…]` for one of some; `/` stands only
 * for itself. Walks through the text instead of compiling an expression: a run asks hundreds of globs, and most of them
 * once.
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
			// What an earlier star could take in addition, the last one can take as well.
			if (star === -1 || text.charAt(starEnd) === "/") return false;
			from = ++starEnd;
			at = star + 1;
		}
	}
	while (glob.charAt(at) === "*") at++;
	return at === glob.length;
}

/** How many characters of the glob stand for a character of the text; 0: they do not. */
function matchOne(glob: string, at: number, character: string): number {
	const wanted = glob.charAt(at);
	if (character === "/") return wanted === character ? 1 : 0;
	if (wanted === "?") return 1;
	const close = wanted === "[" ? glob.indexOf("]", at + 1) : -1;
	if (close === -1) return wanted === character ? 1 : 0;
	return isInClass(glob.slice(at + 1, close), character) ? close + 1 - at : 0;
}

/** Whether a character is among `a-z_`, or, with `!` in front, is not. */
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
