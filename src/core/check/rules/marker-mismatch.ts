import type { Dockerfile } from "../../dockerfile/parse.ts";
import { positionAt } from "../../dockerfile/position.ts";
import { DockerfileSyntaxError } from "../../dockerfile/syntax-error.ts";
import { flatMap } from "../../flat-map.ts";
import { readMarkedBlocks } from "../../rewrite/marked-block.ts";
import { PREFIX } from "../../rewrite/marker.ts";
import { revert } from "../../rewrite/revert.ts";
import { type Rule, type RuleFinding, rangeOf } from "./rule.ts";

export const markerMismatch: Rule = {
	code: "marker-mismatch",
	level: "note",
	title: "A rewrite that was edited since, so that it cannot be reverted or updated",
	check: ({ dockerfile }) => {
		const offset = dockerfile.source.includes(PREFIX) ? findRefusal(dockerfile) : undefined;
		return offset === undefined ? [] : describeAt(offset, dockerfile);
	},
};

/** Where a revert finds that the text is not what a rewrite has left; undefined if it finds that nowhere. */
function findRefusal({ source }: Dockerfile): number | undefined {
	try {
		revert(source);
		return undefined;
	} catch (error) {
		if (error instanceof DockerfileSyntaxError) return error.offset;
		throw error;
	}
}

/** A finding belongs to an instruction, so that a comment can silence it: the one at the offset, or the next one. */
function describeAt(offset: number, dockerfile: Dockerfile): RuleFinding[] {
	const blocks = readMarkedBlocks(dockerfile);
	const marker =
		blocks.findLast(({ start, added }) => Math.min(start, added[0]?.start ?? start) <= offset) ?? blocks[0];
	if (marker === undefined) return [];
	const instructions = flatMap(dockerfile.stages, ({ from, instructions: own }) => [from, ...own]);
	const instruction = instructions.find(({ lineEnd }) => lineEnd > offset) ?? instructions.at(-1);
	const { line } = positionAt(dockerfile.source, marker.start);
	const message = `the comment "# pidone: …" in line ${line} does not match what is here now, so pidone revert and an update with other options refuse: undo the edit, or delete the comment to keep the init as it is`;
	return instruction === undefined ? [] : [{ message, ...rangeOf(instruction), stage: Math.max(0, marker.stage) }];
}
