import { flatMap } from "../flat-map.ts";
import { expandToText } from "./expand.ts";
import { endOfExpansion } from "./lexer.ts";
import type { ShellState } from "./state.ts";
import type { ShellWord } from "./syntax.ts";
import type { ShellScope } from "./value.ts";

/** The state after words are expanded: `${NAME:=word}`, usually after `:`, also sets the variable. */
export function assignDefaults(words: readonly ShellWord[], state: ShellState, scope: ShellScope): ShellState {
	const found = flatMap(words, ({ raw }) => (raw.includes("=") && !raw.startsWith("'") ? defaultsIn(raw) : []));
	if (found.length === 0) return state;
	const variables = new Map(state.variables);
	for (const { name, text } of found) variables.set(name, [expandToText(text, scope)]);
	return { ...state, variables };
}

const DEFAULT = /\$\{([A-Za-z_]\w*):?=/g;

function defaultsIn(raw: string): { readonly name: string; readonly text: string }[] {
	return [...raw.matchAll(DEFAULT)].map(({ 1: name = "", index }) => ({
		name,
		text: raw.slice(index, endOfExpansion(raw, index + 1, false)),
	}));
}
