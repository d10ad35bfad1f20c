import { kindOfName } from "../files/dockerfile-names.ts";
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

const NAMED = /(?:docker[_-]?file|"?file"?|--file|-f)["']?[ \t]*[:= \t][ \t]*["']?([^\s"',#;)]{1,300})/gi;

/**
 * Whether a text names a Dockerfile that nobody would know by its name. It is a guess, which keeps most files from
 * being read: that takes longer than the search.
 */
export function hasUnusualName(text: string): boolean {
	if (!/docker/i.test(text)) return false;
	for (const [, path = ""] of text.matchAll(NAMED))
		if (path.includes("$") || kindOfName(path.slice(path.lastIndexOf("/") + 1)) !== "dockerfile") return true;
	return false;
}
