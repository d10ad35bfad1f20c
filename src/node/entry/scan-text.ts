import type { EntryKind } from "../files/entry-names.ts";

/** What only one of the languages has. */
const MARKS: readonly (readonly [EntryKind, RegExp, RegExp])[] = [
	["skaffold", /\.ya?ml$/, /^apiVersion:[ ]*["']?skaffold\//m],
	["compose", /\.ya?ml$/, /^["']?services["']?:/m],
	["workflow", /\.ya?ml$/, /^jobs:/m],
	["bake", /\.hcl$/, /^[ \t]*(?:target|group)[ \t]+"/m],
	["bake", /\.json$/, /"target"[ \t]*:/],
];

/** In which language a file of any name says what is built, by its ending and its text; undefined for other files. */
export function guessKind(path: string, text: string): EntryKind | undefined {
	return MARKS.find(([, ending, mark]) => ending.test(path) && mark.test(text))?.[0];
}
