import { baseName } from "../inits/invocation.ts";
import type { ShellValue } from "../shell/value.ts";

/**
 * `env -S 'a b'` takes its text apart itself, with quotes and without a shell: the words that it goes on with. Other
 * words stay as they are.
 */
export function splitEnvText(words: readonly ShellValue[]): readonly ShellValue[] {
	if (baseName(words[0]?.text ?? "") !== "env") return words;
	for (let at = 1; words[at]?.text.startsWith("-"); at++) {
		const text = TEXT_OPTION.exec(words[at]?.text ?? "")?.[1];
		if (text === undefined) continue;
		const last = text === "" ? at + 1 : at;
		const whole = text === "" ? words[last]?.text : text;
		return [...words.slice(0, at), ...splitText(whole ?? "", words[last]?.tag), ...words.slice(last + 1)];
	}
	return words;
}

/** The text may stand in the next word. */
const TEXT_OPTION = /^(?:-[iv0]*S|--split-string(?:=|$))(.*)$/s;
/** Longer texts are not command lines that people write there. */
const MAX_LENGTH = 4000;
const WORD = /(?:[^\s'"\\]|\\.|'[^']*'|"(?:[^"\\]|\\.)*")+/gs;
const PIECE = /'([^']*)'|"((?:[^"\\]|\\.)*)"|\\(.)/gs;

function splitText(text: string, tag: number | undefined): ShellValue[] {
	const words = text.slice(0, MAX_LENGTH).match(WORD) ?? [];
	// `${NAME}` is the only expansion.
	return words.map((word) => ({
		text: unquote(word),
		isKnown: !/(?<!\\)\$\{/.test(word),
		...(tag === undefined ? {} : { tag }),
	}));
}

function unquote(word: string): string {
	return word.replace(
		PIECE,
		(_, single?: string, double?: string, escaped?: string) =>
			single ?? double?.replace(/\\(.)/gs, "$1") ?? escaped ?? "",
	);
}
