import { readDirectives } from "./directives.ts";

/** Docker's frontends and pidone's, from whichever registry or mirror. */
const KNOWN = /(?:^|\/)(?:docker\/dockerfile(?:-upstream)?|pidone\/dockerfile)$/;

/**
 * The frontend that a file names by `# syntax=`, when it is one that may read other instructions than Docker's;
 * undefined when it names none of these.
 */
export function foreignFrontend(source: string): string | undefined {
	const syntax = syntaxOf(source);
	const [image = ""] = syntax.split(/\s/);
	const name = image.replace(/@.*$/, "").replace(/:[^:/]*$/, "");
	return image === "" || KNOWN.test(name) ? undefined : image;
}

function syntaxOf(source: string): string {
	try {
		return readDirectives(source).syntax ?? "";
	} catch {
		return "";
	}
}
