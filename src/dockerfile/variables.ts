import type { Instruction } from "./instruction.ts";
import { expandWord, type Lookup } from "./shell-lex.ts";
import { splitAssignment, splitWords } from "./words.ts";

/** Names and values in force at some place of a build. */
export type Variables = ReadonlyMap<string, string>;

export interface Assignment {
	readonly name: string;
	/** With quotes and variables still in it; absent for an ARG without default. */
	readonly value?: string;
}

/** What an ENV or ARG instruction sets, as it is written. */
export function readAssignments(instruction: Pick<Instruction, "keyword" | "argument">, escape: string): Assignment[] {
	const { text } = instruction.argument;
	const words = splitWords(text, escape);
	if (instruction.keyword === "ENV" && words[0]?.includes("=") === false) {
		const blank = /[\t\v\f\r ]+/.exec(text);
		return blank ? [{ name: text.slice(0, blank.index), value: text.slice(blank.index + blank[0].length) }] : [];
	}
	return words.map(splitAssignment);
}

/** What values come from outside of the instruction. */
export interface AssignmentContext {
	readonly escape: string;
	/** What `--build-arg` gives. */
	readonly buildArgs: Lookup;
	/** What an ARG without default takes. */
	readonly globals: Lookup;
}

/** Sets what an ENV or ARG sets. A build argument wins over an ARG's default. Throws ShellLexError. */
export function applyAssignments(
	instruction: Pick<Instruction, "keyword" | "argument">,
	variables: Map<string, string>,
	{ escape, buildArgs, globals }: AssignmentContext,
): void {
	const isArg = instruction.keyword === "ARG";
	const results: [name: string, value: string][] = [];
	for (const { name, value } of readAssignments(instruction, escape)) {
		const given = isArg ? buildArgs(name) : undefined;
		const result = given ?? (value === undefined ? globals(name) : expandWord(value, (key) => variables.get(key), { escape }));
		if (result === undefined) continue;
		// ENV a=1 b=$a sees the environment in front of the instruction, ARG a=1 b=$a its own first half.
		if (isArg) variables.set(name, result);
		else results.push([name, result]);
	}
	for (const [name, value] of results) variables.set(name, value);
}

/** The variables that FROM sees: the platform's and those of the ARGs in front of the first FROM. Throws ShellLexError. */
export function globalVariables(args: readonly Instruction[], platform: string, context: Omit<AssignmentContext, "globals">): Variables {
	const predefined = platformVariables(platform);
	const variables = new Map(predefined);
	for (const arg of args) applyAssignments(arg, variables, { ...context, globals: (name) => predefined.get(name) });
	return variables;
}

/** BuildKit's predefined platform arguments, which FROM sees without ARG. */
function platformVariables(platform: string): Variables {
	const [os = "linux", arch = "", variant = ""] = platform.split("/");
	const parts = { PLATFORM: platform, OS: os, ARCH: arch, VARIANT: variant };
	return new Map(Object.entries(parts).flatMap(([name, value]) => [[`TARGET${name}`, value] as const, [`BUILD${name}`, value] as const]));
}
