import { readDirectives } from "./directives.ts";

/** Docker's frontends and pidone's, from whichever registry or mirror. */
const KNOWN = /(?:^|\/)(?:docker\/dockerfile(?:-upstream)?|pidone\/dockerfile)$/;

/**
 * The frontend that a file names by `# syntax=`, or as files in other languages do (`// syntax=`, a JSON object), if it
 * may read other instructions than Docker's; undefined if the file names no such frontend.
 */
export function foreignFrontend(source: string): string | undefined {
	const syntax = syntaxOf(source);
	const [image = ""] = syntax.split(/\s/);
	const name = image.replace(/@.*$/, "").replace(/:[^:/]*$/, "");
	return image === "" || KNOWN.test(name) ? undefined : image;
}

function syntaxOf(source: string): string {
	try {
		return readDirectives(source).syntax ?? otherSyntaxOf(source) ?? "";
	} catch {
		return "";
	}
}

/** BuildKit looks for the directive below a `#!` line, after `//`, and in a JSON object, too. */
function otherSyntaxOf(source: string): string | undefined {
	const text = source.replace(/^\uFEFF/, "").replace(/^#!.*\n/, "");
	if (text.startsWith("{")) {
		const { syntax } = JSON.parse(text);
		return typeof syntax === "string" ? syntax : undefined;
	}
	return readDirectives(text.replace(/^(?:[\t ]*\/\/.*\n?)+/, (lines) => lines.replace(/\/\//g, "#"))).syntax;
}
