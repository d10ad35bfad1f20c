import { flatMap } from "../flat-map.ts";
import type { LexOptions } from "./lex-options.ts";
import { expandWords } from "./shell-lex.ts";
import { ShellLexError } from "./shell-lex-error.ts";

/** A heredoc that an instruction announces: `<<NAME`, `<<-NAME`, `3<<"NAME"`. */
export interface HeredocMarker {
	readonly name: string;
	/** `<<-`: leading tabs are removed from every line. */
	readonly chomp: boolean;
	/** `<<"NAME"`: nothing in the lines is expanded. */
	readonly isQuoted: boolean;
}

const MARKER = /^\d*<<(-?)[\t\n\f\r ]*([^<]*)$/;
const RAW: LexOptions = { escape: "\\", raw: true, keepUnset: true };
const COOKED: LexOptions = { escape: "\\", keepUnset: true };

/** The heredocs that an instruction's text announces, in order; none if its quotes are not balanced. */
export function findHeredocs(text: string): HeredocMarker[] {
	if (!text.includes("<<")) return [];
	return flatMap(words(text, RAW), (word) => readMarker(word) ?? []);
}

/** Whether a line, with or without its line end, ends a heredoc (BuildKit's parser.go: trimNewline). */
export function endsHeredoc(line: string, { name, chomp }: HeredocMarker): boolean {
	const text = line.replace(/[\r\n]+$/, "");
	return (chomp ? text.replace(/^\t+/, "") : text) === name;
}

function readMarker(word: string): HeredocMarker | undefined {
	const match = MARKER.exec(word);
	if (!match?.[2]) return undefined;
	const names = words(match[2], COOKED);
	const [name] = names;
	return names.length === 1 && name !== undefined
		? { name, chomp: match[1] === "-", isQuoted: match[2] !== name }
		: undefined;
}

function words(text: string, options: LexOptions): string[] {
	try {
		return expandWords(text, () => undefined, options);
	} catch (error) {
		if (error instanceof ShellLexError) return [];
		throw error;
	}
}
