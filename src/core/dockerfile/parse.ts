import { flatMap } from "../flat-map.ts";
import type { Directives } from "./directives.ts";
import { findInitFlag, type InitFlag, mayHaveInitFlag } from "./init-flag.ts";
import { flagValue, type Instruction } from "./instruction.ts";
import { nameInvisible, showInvisible } from "./invisible.ts";
import { scanDockerfile } from "./scan.ts";
import { DockerfileSyntaxError } from "./syntax-error.ts";
import { findMistake, listWords } from "./validate.ts";

/** FROM and the instructions after it, up to the next FROM. */
export interface Stage {
	/** Zero-based, as `COPY --from=0` counts. */
	readonly index: number;
	/** In lower case; undefined if FROM has no AS. */
	readonly name: string | undefined;
	/** The name after FROM, as it is written. */
	readonly base: string;
	/** The value of `--platform`, as it is written. */
	readonly platform: string | undefined;
	readonly from: Instruction;
	/** The instructions after FROM. */
	readonly instructions: readonly Instruction[];
	/** The `--init` flags of its commands. */
	readonly initFlags: readonly InitFlag[];
}

/** A Dockerfile as BuildKit reads it. */
export interface Dockerfile {
	readonly source: string;
	readonly directives: Directives;
	/** The ARG instructions before the first FROM. */
	readonly globalArgs: readonly Instruction[];
	readonly stages: readonly Stage[];
}

/**
 * Parses a Dockerfile. Throws DockerfileSyntaxError for a text that BuildKit would reject; accepts `--init` after
 * ENTRYPOINT and CMD.
 */
export function parseDockerfile(source: string): Dockerfile {
	const { directives, instructions } = scanDockerfile(source);
	for (const instruction of instructions) {
		const mistake = findMistake(instruction, directives.escape);
		if (mistake !== undefined)
			throw new DockerfileSyntaxError(
				withHidden(mistake, instruction) + whyNotContinued(source, instruction.lineStart, directives.escape),
				source,
				instruction.start,
			);
	}
	const froms: number[] = [];
	for (const [index, { keyword }] of instructions.entries()) if (keyword === "FROM") froms.push(index);
	const [firstFrom = instructions.length] = froms;
	const globalArgs = instructions.slice(0, firstFrom);
	const stray = globalArgs.find((instruction) => instruction.keyword !== "ARG");
	if (stray !== undefined) {
		throw new DockerfileSyntaxError(
			`no build stage in current context: only ARG may come before the first FROM, not ${stray.keyword}`,
			source,
			stray.start,
		);
	}
	if (froms.length === 0)
		throw new DockerfileSyntaxError("the file contains no stages to build: add FROM", source, source.length);
	const findFlags = (instruction: Instruction) => findInitFlag(instruction, source, directives.escape) ?? [];
	const stages: Stage[] = [];
	for (const [index, at] of froms.entries()) {
		const from = instructions[at];
		const own = instructions.slice(at + 1, froms[index + 1]);
		if (from !== undefined) stages.push(makeStage(index, from, own, flatMap(own.filter(mayHaveInitFlag), findFlags)));
	}
	return { source, directives, globalArgs, stages };
}

/** Names invisible characters of the instruction, even if the message does not quote them. */
function withHidden(mistake: string, { written, flags, argument }: Instruction): string {
	const names = nameInvisible([written, ...flags, argument.text].join(" "));
	return names === undefined || nameInvisible(mistake) !== undefined
		? mistake
		: `${mistake} (the line contains ${names})`;
}

/** The escape character continues a line only if nothing but white space follows it. */
function whyNotContinued(source: string, lineStart: number, escape: string): string {
	const above = source.slice(source.lastIndexOf("\n", lineStart - 2) + 1, Math.max(0, lineStart - 1));
	const tail = above.slice(above.lastIndexOf(escape) + 1);
	const names = nameInvisible(tail);
	if (names === undefined || !above.includes(escape) || !BLANK.test(showInvisible(tail))) return "";
	return ` (the line above has ${names} after its ${escape}, so it ends there)`;
}

/** White space, and characters as showInvisible writes them. */
const BLANK = /^(?:[ \t\r]|<U\+[0-9A-F]{4}>)*$/;

function makeStage(
	index: number,
	from: Instruction,
	instructions: readonly Instruction[],
	initFlags: readonly InitFlag[],
): Stage {
	const [base = "", , name] = listWords(from.argument.text);
	return {
		index,
		name: name?.toLowerCase(),
		base,
		platform: flagValue(from, "platform"),
		from,
		instructions,
		initFlags,
	};
}
