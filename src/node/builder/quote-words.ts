import { replaceControls } from "../../core/report/printable.ts";

/**
 * Words as a line that a shell reads back as these words. Where there are control characters, that takes bash, zsh or
 * busybox.
 */
export function quoteWords(words: readonly string[]): string {
	return words.map(quote).join(" ");
}

/** Paths as a line that a shell reads back as these paths, none of which looks like an option; `-` is stdin. */
export function quotePaths(paths: readonly string[]): string {
	return quoteWords(paths.map(operandOf));
}

/** A path as a word that does not look like an option. */
export function operandOf(path: string): string {
	return /^-./.test(path) ? `./${path}` : path;
}

function quote(word: string): string {
	if (/^[\w@%+=:,./-]+$/.test(word)) return word;
	const escaped = replaceControls(word, escape);
	return escaped === word
		? `'${word.replaceAll("'", "'\\''")}'`
		: `$'${replaceControls(word.replace(/['\\]/g, "\\$&"), escape)}'`;
}

/** Its bytes, as `$'…'` takes them. */
function escape(character: string): string {
	return [...new TextEncoder().encode(character)].map((byte) => `\\x${byte.toString(16).padStart(2, "0")}`).join("");
}
