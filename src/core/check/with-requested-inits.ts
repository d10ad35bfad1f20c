import { type FollowedFile, followFile } from "../command/follow-source.ts";
import type { RewriteOptions } from "../rewrite/options.ts";
import { isOwnFrontend } from "../rewrite/own-frontend.ts";
import { rewriteFile } from "../rewrite/rewrite.ts";

/**
 * A file whose stages have the commands that they have once it is built: after an init if `--init` requests one, or if
 * pidone's frontend builds the file.
 */
export function withRequestedInits(file: FollowedFile, options: RewriteOptions): FollowedFile {
	const { dockerfile, stages } = file;
	if (stages.every(({ stage }) => stage.initFlags.length === 0) && !isOwnFrontend(dockerfile.directives.syntax))
		return file;
	const { after } = rewriteFile(file, { ...options, evenWithFrontend: true });
	const built = stages.map((analysed, index) => ({ ...analysed, end: after[index]?.end ?? analysed.end }));
	return followFile({ dockerfile, stages: built }, options);
}
