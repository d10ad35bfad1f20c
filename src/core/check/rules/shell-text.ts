import { splitWords } from "../../dockerfile/words.ts";

/** Characters and words that make a text more than a list of simple commands. */
const NOT_SIMPLE = /[|`(){}\n]|(?<![&>])&(?![&>\d])|<<|(?:^|;|&&)\s*(?:if|for|while|until|case|function|!)(?:\s|$)/;

/**
 * The words of the command that a shell's text starts last: `cd /app && exec node x` yields `node`, `x`. Quotes,
 * assignments and redirections are left out; undefined for a text that takes a real shell to read.
 */
export function readMainCommand(text: string): string[] | undefined {
	const masked = maskQuotes(text);
	if (masked === undefined || NOT_SIMPLE.test(masked.replace(/\$\{\w+\}/g, (match) => "_".repeat(match.length))))
		return undefined;
	const end = masked.replace(/(?<![\s;])[\s;]+$/, "").length;
	const separator = [...masked.slice(0, end).matchAll(/;|&&/g)].at(-1);
	const last = text.slice(separator === undefined ? 0 : separator.index + separator[0].length, end);
	const words = splitWords(last, "\\");
	const first = words.findIndex((word) => word !== "exec" && !/^[A-Za-z_]\w*=/.test(word));
	const redirection = words.findIndex((word) => /^\d*[<>]|^&>/.test(word));
	const command = first === -1 ? [] : words.slice(first, redirection === -1 ? undefined : redirection);
	return command.length === 0 ? undefined : command.map((word) => word.replace(/["']/g, ""));
}

/**
 * The text with everything between quotes, and every escaped character, replaced by underscores; undefined if a quote
 * is not closed.
 */
export function maskQuotes(text: string): string | undefined {
	const masked = text.replace(/\\.|'[^']*'|"(?:[^"\\]|\\.)*"/gs, (quoted) => "_".repeat(quoted.length));
	return /['"]/.test(masked) ? undefined : masked;
}
