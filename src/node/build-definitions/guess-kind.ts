import type { DefinitionKind } from "../files/definition-names.ts";
import { BUILDER } from "./shell-builds.ts";

/** Texts that occur in only one of the languages. */
const MARKS: readonly (readonly [DefinitionKind, RegExp, RegExp])[] = [
	["skaffold", /\.ya?ml$/, /^apiVersion:[ ]*["']?skaffold\//m],
	["cloudbuild", /\.ya?ml$/, /^[\t -]*name:[ ]*["']?(?:[\w.-]*gcr\.io\/)?cloud-builders\//m],
	["compose", /\.ya?ml$/, /^["']?services["']?:/m],
	["workflow", /\.ya?ml$/, /^jobs:/m],
	["bake", /\.hcl$/, /^[ \t]*(?:target|group)[ \t]+"/m],
	["shell", /\.(?:sh|bash)$/, BUILDER],
	["bake", /\.json$/, /"target"[ \t]*:/],
];

/** Guesses the language of a build definition from its ending and its text; undefined for other files. */
export function guessKind(path: string, text: string): DefinitionKind | undefined {
	return MARKS.find(([, ending, mark]) => ending.test(path) && mark.test(text))?.[0];
}
