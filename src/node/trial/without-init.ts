import { parseDockerfile } from "../../core/dockerfile/parse.ts";
import { applyEdits } from "../../core/edit/edit.ts";
import { revert } from "../../core/rewrite/revert.ts";

/**
 * A Dockerfile as it would be without an init: what rewrites have added is taken out, and so are flags `--init`, which
 * builders reject. An init that the author has put in stays. Throws DockerfileSyntaxError.
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
