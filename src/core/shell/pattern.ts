// Patterns of the shell (POSIX.1-2024, 2.14 Pattern Matching Notation). All possible matches are followed at the same
// time, because a regular expression with several `*` would backtrack.

/** Longer texts and patterns are not compared. */
const MAX_TEXT = 1000;
const MAX_PATTERN = 200;

/**
 * Whether a pattern matches a whole text; undefined for a pattern that only some shells understand, or that is too
 * long.
 */
export function matchesPattern(pattern: string, text: string): boolean | undefined {
	if (!/[*?[\\]/.test(pattern)) return EXTENDED.test(pattern) ? undefined : pattern === text;
	const heads = headLengths(pattern, text);
	return heads && heads.at(-1) === text.length;
}

/** Characters, sets of them and their repetitions: such an expression hardly backtracks if few of them repeat. */
const PLAIN_EXPRESSION = /^\^?(?:(?:[\w\s/:=@%,-]|\\?\.|\[\^?[\w/.:=@%-]+\])[*+?]?)*\$?$/;
const MAX_REPETITIONS = 2;

/** The result of `[[ text =~ expression ]]`; undefined for an expression that is more than a simple one. */
export function matchesRegularExpression(expression: string, text: string): boolean | undefined {
	const isSimple =
		expression.length <= MAX_PATTERN &&
		text.length <= MAX_TEXT &&
		PLAIN_EXPRESSION.test(expression) &&
		(expression.match(/[*+?]/g) ?? []).length <= MAX_REPETITIONS;
	return isSimple ? new RegExp(expression).test(text) : undefined;
}

/**
 * Removes the shortest (`#`, `%`) or longest (`##`, `%%`) prefix or suffix that a pattern matches; undefined if that is
 * unknown.
 */
export function withoutPattern(text: string, operator: string, pattern: string): string | undefined {
	const isHead = operator.startsWith("#");
	const lengths = isHead ? headLengths(pattern, text) : headLengths(pattern, text, true);
	const length = operator.length > 1 ? lengths?.at(-1) : lengths?.[0];
	if (lengths === undefined) return undefined;
	if (length === undefined) return text;
	return isHead ? text.slice(length) : text.slice(0, text.length - length);
}

/** `@(a|b)` and the like (bash: extglob). */
const EXTENDED = /[@!+*?]\(/;

type Part = "*" | ((character: string) => boolean);

/** The lengths of the prefixes or suffixes of a text that a pattern matches, in ascending order. */
function headLengths(pattern: string, text: string, isTail = false): number[] | undefined {
	if (text.length > MAX_TEXT || pattern.length > MAX_PATTERN || EXTENDED.test(pattern)) return undefined;
	const parts = isTail ? readParts(pattern).reverse() : readParts(pattern);
	let active = closure(new Set([0]), parts);
	const lengths = active.has(parts.length) ? [0] : [];
	for (let length = 1; length <= text.length && active.size > 0; length++) {
		active = advance(active, parts, text.charAt(isTail ? text.length - length : length - 1));
		if (active.has(parts.length)) lengths.push(length);
	}
	return lengths;
}

function readParts(pattern: string): Part[] {
	const parts: Part[] = [];
	for (const part of pattern.match(/\*+|\?|\[[!^]?\]?[^\]]*\]|\\.|./gs) ?? []) {
		if (part.startsWith("*")) parts.push("*");
		else if (part === "?") parts.push(() => true);
		else if (part.startsWith("[") && part.length > 1) parts.push(readBracket(part));
		else {
			const literal = part.length > 1 ? part.slice(1) : part;
			parts.push((character) => character === literal);
		}
	}
	return parts;
}

/** `[a-z]` or `[!0-9]`. Classes such as `[[:digit:]]` are not supported: no program's name needs them. */
function readBracket(part: string): (character: string) => boolean {
	const isNegated = /^\[[!^]/.test(part);
	const inner = part.slice(isNegated ? 2 : 1, -1);
	const ranges = (inner.match(/.-.|./gs) ?? []).map(
		(range) => [range.charAt(0), range.charAt(range.length - 1)] as const,
	);
	return (character) => ranges.some(([from, to]) => character >= from && character <= to) !== isNegated;
}

/** The places in a pattern after one more character. */
function advance(active: ReadonlySet<number>, parts: readonly Part[], character: string): Set<number> {
	const next = new Set<number>();
	for (const at of active) {
		const part = parts[at];
		if (part === "*") next.add(at);
		else if (part?.(character)) next.add(at + 1);
	}
	return closure(next, parts);
}

/** A `*` may match nothing. */
function closure(active: Set<number>, parts: readonly Part[]): Set<number> {
	for (const at of active) if (parts[at] === "*") active.add(at + 1);
	return active;
}
