// Characters that look like a blank, or like nothing, but are ordinary characters to BuildKit. They come from web pages
// and word processors.

const NAMES: ReadonlyMap<string, string> = new Map([
	["\u0085", "next line"],
	["\u00a0", "no-break space"],
	["\u00ad", "soft hyphen"],
	["\u061c", "Arabic letter mark"],
	["\u1680", "Ogham space mark"],
	["\u180e", "Mongolian vowel separator"],
	["\u2000", "en quad"],
	["\u2001", "em quad"],
	["\u2002", "en space"],
	["\u2003", "em space"],
	["\u2004", "three-per-em space"],
	["\u2005", "four-per-em space"],
	["\u2006", "six-per-em space"],
	["\u2007", "figure space"],
	["\u2008", "punctuation space"],
	["\u2009", "thin space"],
	["\u200a", "hair space"],
	["\u200b", "zero-width space"],
	["\u200c", "zero-width non-joiner"],
	["\u200d", "zero-width joiner"],
	["\u200e", "left-to-right mark"],
	["\u200f", "right-to-left mark"],
	["\u2028", "line separator"],
	["\u2029", "paragraph separator"],
	["\u202a", "left-to-right embedding"],
	["\u202b", "right-to-left embedding"],
	["\u202c", "pop directional formatting"],
	["\u202d", "left-to-right override"],
	["\u202e", "right-to-left override"],
	["\u202f", "narrow no-break space"],
	["\u205f", "medium mathematical space"],
	["\u2060", "word joiner"],
	["\u2066", "left-to-right isolate"],
	["\u2067", "right-to-left isolate"],
	["\u2068", "first strong isolate"],
	["\u2069", "pop directional isolate"],
	["\u3000", "ideographic space"],
	["\ufeff", "byte order mark"],
]);

const INVISIBLE = new RegExp(`[${[...NAMES.keys()].join("")}]`, "g");

/** Writes such characters as `<U+00A0>`. */
export function showInvisible(text: string): string {
	return text.replace(INVISIBLE, (character) => `<${codeOf(character)}>`);
}

/** Lists such characters in a text by their names, such as `U+00A0 (no-break space)`; undefined if there are none. */
export function nameInvisible(text: string): string | undefined {
	const found = new Set(text.match(INVISIBLE));
	return found.size === 0
		? undefined
		: [...found].map((character) => `${codeOf(character)} (${NAMES.get(character)})`).join(" and ");
}

function codeOf(character: string): string {
	return `U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}`;
}
