import { readDirectives } from "./directives.ts";

/** Docker's frontends and pidone's, from whichever registry or mirror. */
const KNOWN = /(?:^|\/)(?:docker\/dockerfile(?:-upstream)?|pidone\/dockerfile)$/;

/**
 * The frontend that a file names by `# syntax=` (or `// syntax=`, or in a JSON object, as files in other languages do),
 * if it may read instructions that Docker's frontend does not; otherwise undefined.
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

/** BuildKit also looks for the directive below a `#!` line, after `//`, and in a JSON object. */
function otherSyntaxOf(source: string): string | undefined {
	const text = source.replace(/^\uFEFF/, "").replace(/^#!.*\n/, "");
	if (text.startsWith("{")) {
		const { syntax } = JSON.parse(text);
		return typeof syntax === "string" ? syntax : undefined;
	}
	return readDirectives(text.replace(/^(?:[\t ]*\/\/.*\n?)+/, (lines) => lines.replace(/\/\//g, "#"))).syntax;
}
