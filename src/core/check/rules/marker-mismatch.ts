import type { Dockerfile } from "../../dockerfile/parse.ts";
import { positionAt } from "../../dockerfile/position.ts";
import { DockerfileSyntaxError } from "../../dockerfile/syntax-error.ts";
import { flatMap } from "../../flat-map.ts";
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

/** The marker at which a revert refuses; undefined if it does not. */
function findRefusal({ source }: Dockerfile): number | undefined {
	try {
		revert(source);
		return undefined;
	} catch (error) {
		if (error instanceof DockerfileSyntaxError) return error.offset;
		throw error;
	}
}

/** A finding belongs to an instruction, so that a comment can silence it: the one below the marker. */
function describeAt(offset: number, dockerfile: Dockerfile): RuleFinding[] {
	const instructions = flatMap(dockerfile.stages, ({ from, instructions: own }) => [from, ...own]);
	const instruction = instructions.find(({ start }) => start > offset) ?? instructions.at(-1);
	const stage = dockerfile.stages.findLast(({ from }) => from.start < offset)?.index ?? 0;
	const { line } = positionAt(dockerfile.source, offset);
	const message = `the comment "# pidone: …" in line ${line} does not match what is here now, so pidone revert and an update with other options refuse: undo the edit, or delete the comment to keep the init as it is`;
	return instruction === undefined ? [] : [{ message, ...rangeOf(instruction), stage }];
}
