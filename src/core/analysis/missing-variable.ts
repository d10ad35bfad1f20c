import type { Instruction } from "../dockerfile/instruction.ts";
import type { Dockerfile } from "../dockerfile/parse.ts";
import { readAssignments } from "../dockerfile/variables.ts";
import { flatMap } from "../flat-map.ts";

/** How a variable that FROM, or an ARG above the first FROM, uses can get a value. */
export function hintInFrom(name: string, { globalArgs, stages, directives }: Dockerfile): string {
	if (globalArgs.some((arg) => declares(arg, name, directives.escape))) return giveValue(name);
	const late = flatMap(stages, ({ instructions }) => instructions).find(
		(each) => each.keyword === "ARG" && declares(each, name, directives.escape),
	);
	if (late !== undefined) return `move ARG ${name} from line ${late.line} above the first FROM, since ${SEES}`;
	return `add ARG ${name} above the first FROM, with a default or with --build-arg ${name}=…, since ${SEES}`;
}

const SEES = "FROM does not see an ARG below the first FROM";

/** How a variable that a stage uses can get a value; `declared` are those that its ARGs name. */
export function hintInStage(
	name: string,
	declared: Pick<ReadonlySet<string>, "has">,
	{ globalArgs, directives }: Dockerfile,
): string {
	if (declared.has(name)) return giveValue(name);
	const isGlobal = globalArgs.some((arg) => declares(arg, name, directives.escape));
	return isGlobal
		? `add ARG ${name} to the stage; it does not see an ARG above the first FROM`
		: `add ARG ${name} above it, or ENV ${name}=…`;
}

function giveValue(name: string): string {
	return `pass --build-arg ${name}=…`;
}

function declares(arg: Instruction, name: string, escape: string): boolean {
	return readAssignments(arg, escape).some((assignment) => assignment.name === name);
}
