import type { DefinitionKind } from "../files/definition-names.ts";

/** What only one of the languages has. */
const MARKS: readonly (readonly [DefinitionKind, RegExp, RegExp])[] = [
	["skaffold", /\.ya?ml$/, /^apiVersion:[ ]*["']?skaffold\//m],
	["compose", /\.ya?ml$/, /^["']?services["']?:/m],
	["workflow", /\.ya?ml$/, /^jobs:/m],
	["bake", /\.hcl$/, /^[ \t]*(?:target|group)[ \t]+"/m],
	["bake", /\.json$/, /"target"[ \t]*:/],
];

/** The language of a build definition with any name, by its ending and its text; undefined for other files. */
export function guessKind(path: string, text: string): DefinitionKind | undefined {
	return MARKS.find(([, ending, mark]) => ending.test(path) && mark.test(text))?.[0];
}
