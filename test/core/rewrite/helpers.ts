import { analyse } from "../../../src/core/analysis/analyse.ts";
import { type FollowedFile, followFile } from "../../../src/core/command/follow-source.ts";
import type { Instruction } from "../../../src/core/dockerfile/instruction.ts";
import { parseDockerfile } from "../../../src/core/dockerfile/parse.ts";
import type { RewriteOptions } from "../../../src/core/rewrite/options.ts";

/** A file that was read. */
export function read(source: string, options: RewriteOptions = {}): FollowedFile {
	const dockerfile = parseDockerfile(source);
	return followFile({ dockerfile, stages: analyse(dockerfile, options) }, options);
}

/** The last stage of a file that was read. */
export function lastStage({ stages }: FollowedFile): FollowedFile["stages"][number] {
	const stage = stages.at(-1);
	if (stage === undefined) throw new Error("no stage");
	return stage;
}

/** The last instruction of a text. */
export function lastInstruction(source: string): Instruction {
	const instruction = lastStage(read(source)).stage.instructions.at(-1);
	if (instruction === undefined) throw new Error("no instruction");
	return instruction;
}

/** What a function throws. */
export function thrownBy(action: () => unknown): unknown {
	try {
		action();
	} catch (error) {
		return error;
	}
	throw new Error("nothing was thrown");
}
