import { parseDockerfile } from "../../core/dockerfile/parse.ts";
import { applyEdits } from "../../core/edit/edit.ts";
import { revert } from "../../core/rewrite/revert.ts";

/**
 * Removes the init from a Dockerfile: what rewrites have added, and `--init` flags, which builders reject. An init that
 * the author has added stays. Throws DockerfileSyntaxError.
 */
export function withoutInit(source: string): string {
	const { text } = revert(source);
	const { stages } = parseDockerfile(text);
	const edits = stages.flatMap(({ initFlags }) =>
		initFlags.map(({ instruction, start, end, blanks, isBare }) =>
			isBare
				? { start: instruction.lineStart, end: instruction.lineEnd, text: "" }
				: { start, end: end + blanks.length, text: "" },
		),
	);
	return applyEdits(text, edits);
}
