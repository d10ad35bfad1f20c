// Patterns in `${name#pattern}` and its kind: `*` and `?`, no brackets (moby/buildkit:
// frontend/dockerfile/shell/lex.go). JavaScript's regular expressions backtrack for minutes if a `*` can match in many
// ways; here each part of a pattern is searched once.

/** The part between two `*`: texts, and ANY for a `?`. */
type Part = readonly string[];

/** Matches one character that is not a line feed. */
const ANY = "";

/** Which end of a value `${name#…}` and `${name%…}` remove, and how much. */
export interface Cut {
	readonly end: "head" | "tail";
	readonly longest: boolean;
}

/** Removes the match of a pattern at one end of a value; undefined for a pattern that BuildKit rejects. */
export function cutPattern(value: string, pattern: string, { end, longest }: Cut): string | undefined {
	const parts = readPattern(pattern);
	if (parts === undefined) return undefined;
	if (end === "head") return value.slice(Math.max(0, matchAt(parts, value, 0, longest)));
	const mirrored = mirror(value);
	return mirror(mirrored.slice(Math.max(0, matchAt(mirrorParts(parts), mirrored, 0, longest))));
}

/** Replaces the first, or every, longest match of a pattern; undefined for a pattern that BuildKit rejects. */
export function replacePattern(value: string, pattern: string, replacement: string, all: boolean): string | undefined {
	const parts = readPattern(pattern);
	if (parts === undefined) return undefined;
	let result = "";
	let done = 0;
	let from = 0;
	for (let match = findMatch(parts, value, 0); match !== undefined; match = findMatch(parts, value, from)) {
		result += value.slice(done, match.start);
		// As in Go, an empty match directly after another match does not count.
		if (match.end > done || match.start === 0) result += replacement;
		done = match.end;
		if (!all) break;
		from = Math.max(match.end, from + 1);
	}
	return result + value.slice(done);
}

/** The parts of a pattern, split at its `*`; undefined for an invalid escape. */
function readPattern(pattern: string): readonly Part[] | undefined {
	const parts: string[][] = [[]];
	let isValid = true;
	for (const [token, escaped] of pattern.matchAll(/\\(.?)|./gsu)) {
		const part = parts.at(-1) ?? [];
		if (token === "*") parts.push([]);
		else if (token === "?") part.push(ANY);
		else {
			isValid &&= escaped === undefined || /^[}/*?\\]$/.test(escaped);
			const character = escaped ?? token;
			const last = part.at(-1);
			if (last) part[part.length - 1] = last + character;
			else part.push(character);
		}
	}
	return isValid ? parts : undefined;
}

interface Match {
	readonly start: number;
	readonly end: number;
}

function findMatch(parts: readonly Part[], text: string, from: number): Match | undefined {
	const [first = []] = parts;
	for (let at = from; at <= text.length; ) {
		const start = findPart(first, text, at, text.length)?.start;
		if (start === undefined) return undefined;
		const end = matchAt(parts, text, start, true);
		if (end !== -1) return { start, end };
		// The later parts do not occur in the rest of this line.
		at = lineEnd(text, start) + 1;
	}
	return undefined;
}

/** The end of the shortest or the longest match that begins at an index, or -1. */
function matchAt(parts: readonly Part[], text: string, at: number, longest: boolean): number {
	const [first = [], ...rest] = parts;
	let end = matchPart(first, text, at);
	for (const [index, part] of rest.entries()) {
		if (end === -1) return -1;
		const stop = lineEnd(text, end);
		const find = longest && index === rest.length - 1 ? findLastPart : findPart;
		end = find(part, text, end, stop)?.end ?? -1;
	}
	return end;
}

/** The first place of a part that begins between two indices. */
function findPart(part: Part, text: string, from: number, to: number): Match | undefined {
	const [head = ANY] = part;
	for (let start = from; start <= to; start++) {
		if (head !== ANY) start = text.indexOf(head, start);
		if (start === -1 || start > to) return undefined;
		const end = matchPart(part, text, start);
		if (end !== -1) return { start, end };
	}
	return undefined;
}

/** The last place of a part that begins between two indices. */
function findLastPart(part: Part, text: string, from: number, to: number): Match | undefined {
	for (let start = to; start >= from; start--) {
		const end = matchPart(part, text, start);
		if (end !== -1) return { start, end };
	}
	return undefined;
}

/** The index after a part that matches at an index, or -1. */
function matchPart(part: Part, text: string, at: number): number {
	let end = at;
	for (const piece of part) {
		if (piece === ANY ? end >= text.length || text.charAt(end) === "\n" : !text.startsWith(piece, end)) return -1;
		end += piece === ANY ? characterLength(text, end) : piece.length;
	}
	return end;
}

function characterLength(text: string, at: number): number {
	return (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
}

function lineEnd(text: string, from: number): number {
	const lineFeed = text.indexOf("\n", from);
	return lineFeed === -1 ? text.length : lineFeed;
}

function mirror(text: string): string {
	return [...text].reverse().join("");
}

function mirrorParts(parts: readonly Part[]): readonly Part[] {
	return parts.map((part) => part.map(mirror).reverse()).reverse();
}
