import { foreignFrontend } from "../core/dockerfile/foreign-frontend.ts";
import { DockerfileSyntaxError } from "../core/dockerfile/syntax-error.ts";
import { TemplateError } from "../core/install/render.ts";
import type { FileError } from "../core/report/report.ts";
import { UserError } from "../core/user-error.ts";

/**
 * Describes, for a report, why a Dockerfile could not be processed; `source` is its text, if it was read.
 */
export function describeError(error: unknown, source = ""): FileError {
	if (error instanceof DockerfileSyntaxError) {
		const { line, column, isParsed } = error;
		return {
			kind: "syntax",
			message: error.message + hintFor(source),
			line,
			column,
			...(isParsed ? { isParsed } : {}),
		};
	}
	if (error instanceof UserError) return { kind: "io", message: error.message, ...error.position };
	if (error instanceof TypeError || error instanceof TemplateError) return { kind: "io", message: error.message };
	return { kind: "internal", message: error instanceof Error ? error.message : String(error) };
}

/** Why a Dockerfile may be written for another frontend than BuildKit's own. */
function hintFor(source: string): string {
	if (source.startsWith("version https://git-lfs."))
		return " (the file is a pointer of Git LFS: fetch what it stands for with git lfs pull)";
	const frontend = foreignFrontend(source);
	if (frontend !== undefined)
		return ` (its syntax directive names another frontend, ${frontend}; pidone supports what docker/dockerfile does)`;
	return /\{\{|\{%|<%|\$\{templateOption:/.test(source)
		? " (the file looks like a template: pass its rendered output to pidone)"
		: "";
}
