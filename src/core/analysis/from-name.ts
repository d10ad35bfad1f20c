import type { Dockerfile } from "../dockerfile/parse.ts";
import { expandWord } from "../dockerfile/shell-lex.ts";
import { ShellLexError } from "../dockerfile/shell-lex-error.ts";
import type { Globals } from "./globals.ts";
import { hintInFrom } from "./missing-variable.ts";
import { describeExpansion } from "./mistake.ts";

/** A name in FROM with its variables expanded. */
export interface FromName {
	readonly written: string;
	readonly text: string;
	/** The first of its variables that is not set, or empty. */
	readonly missing: string | undefined;
}

/** Expands the image or the platform of a FROM. A text says why BuildKit would reject it. */
export function expandFromName(written: string, globals: () => Globals, dockerfile: Dockerfile): FromName | string {
	let missing: string | undefined;
	const lookup = (name: string): string | undefined => {
		const value = globals().variables.get(name);
		if (!value) missing ??= name;
		return value;
	};
	try {
		return { written, text: expandWord(written, lookup, { escape: dockerfile.directives.escape }), missing };
	} catch (error) {
		if (!(error instanceof ShellLexError)) throw error;
		return describeExpansion(error, (name) => hintInFrom(name, dockerfile));
	}
}

const MEANINGS = { base: "an image name", platform: "a platform" } as const;

/** Describes a blank or invalid name; `mistake` follows the name in the sentence. */
export function describeFromName(
	{ written, text, missing }: FromName,
	kind: keyof typeof MEANINGS,
	mistake: string,
	dockerfile: Dockerfile,
): string {
	const shown = `the ${kind} ${text === written || text === "" ? written : `${written}, which is ${text},`}`;
	if (missing !== undefined)
		return `${shown} is not ${MEANINGS[kind]}: ${missing} has no value; ${hintInFrom(missing, dockerfile)}`;
	return text === "" ? `${shown} is not ${MEANINGS[kind]}: it is empty` : `${shown} ${mistake}`;
}
