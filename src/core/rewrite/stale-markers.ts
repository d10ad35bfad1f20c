import type { Dockerfile } from "../dockerfile/parse.ts";
import { positionAt } from "../dockerfile/position.ts";
import { readMarkedBlocks } from "./marked-block.ts";
import { PREFIX } from "./marker.ts";
import type { RewriteOptions } from "./options.ts";
import { undoChanges } from "./revert.ts";

/**
 * Why a stage cannot be rewritten, by its index: it has a marker of an earlier rewrite of which only a part is left.
 * Nothing could take out both. Texts for builders get no markers.
 */
export function findStaleMarkers(
	dockerfile: Dockerfile,
	{ keepLines = false, keepRewritten = false }: RewriteOptions,
): ReadonlyMap<number, string> {
	const stale = new Map<number, string>();
	const { source } = dockerfile;
	if (keepLines || keepRewritten || !source.includes(PREFIX)) return stale;
	for (const block of readMarkedBlocks(dockerfile)) {
		if (stale.has(block.stage) || undoChanges(block, dockerfile) !== undefined) continue;
		const { line } = positionAt(source, block.start);
		stale.set(
			block.stage,
			`the comment "# pidone: …" in line ${line} does not match what is here now: remove it, and what is left of that rewrite, by hand`,
		);
	}
	return stale;
}
