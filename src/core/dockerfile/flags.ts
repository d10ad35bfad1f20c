/** The flags of an instruction, quotes and escapes removed, and the index where its arguments begin. */
export interface SplitFlags {
	readonly flags: readonly string[];
	readonly rest: number;
}

/** BuildKit reads flags byte by byte, so that only ASCII white space counts. */
function isBlank(code: number): boolean {
	return code === 0x20 || (code >= 0x09 && code <= 0x0d);
}

/** Removes the leading words that start with `--` from an instruction's text; a bare `--` ends them. */
export function splitFlags(text: string, escape: string): SplitFlags {
	const flags: string[] = [];
	let at = 0;
	while (true) {
		while (at < text.length && isBlank(text.charCodeAt(at))) at++;
		if (!text.startsWith("--", at)) return { flags, rest: at };
		const { word, end } = readFlag(text, at, escape);
		at = end;
		if (word === "--") return { flags, rest: at };
		flags.push(word);
	}
}

function readFlag(text: string, start: number, escape: string): { word: string; end: number } {
	let word = "";
	let quote = "";
	let at = start;
	for (; at < text.length; at++) {
		const character = text.charAt(at);
		if (quote === "" && isBlank(text.charCodeAt(at))) break;
		if (quote === "" && (character === "'" || character === '"')) quote = character;
		else if (character === quote) quote = "";
		else if (character !== escape) word += character;
		else if (++at < text.length) word += text.charAt(at);
	}
	return { word, end: Math.min(at, text.length) };
}
