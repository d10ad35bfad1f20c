import { resolvePath } from "../command/posix-path.ts";
import { readArgumentForm } from "../dockerfile/exec-form.ts";
import { flagValue, type Instruction } from "../dockerfile/instruction.ts";
import type { Dockerfile } from "../dockerfile/parse.ts";
import { listWords } from "../dockerfile/validate.ts";
import { flatMap } from "../flat-map.ts";
import { isCopiedBinary } from "./copied-binaries.ts";

/** Variables, globs, URLs and heredocs name no single file that can be looked for. */
const OPEN = /[$*?[\]\\"']|:\/\/|^<<|^git@/;

/**
 * The files and folders that COPY and ADD take from the build context and whose names are spelled out, without inits.
 * Paths are relative to the context.
 */
export function listContextFiles({ stages }: Dockerfile): readonly string[] {
	const paths = flatMap(stages, ({ instructions }) => flatMap(instructions, sourcesIn)).map((source) =>
		// `..` never leads out of the build context.
		resolvePath("/", source).slice(1),
	);
	return [...new Set(paths)].filter((path) => path !== "" && !isCopiedBinary(path));
}

function sourcesIn(instruction: Instruction): readonly string[] {
	const { keyword, argument } = instruction;
	if ((keyword !== "COPY" && keyword !== "ADD") || flagValue(instruction, "from") !== undefined) return [];
	const form = readArgumentForm(argument.text);
	const words = typeof form === "object" ? form.argv : listWords(argument.text);
	return words.slice(0, -1).filter((source) => !OPEN.test(source));
}
