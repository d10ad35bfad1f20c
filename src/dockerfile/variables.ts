import { splitPlatform } from "../platform.ts";
import type { Instruction } from "./instruction.ts";
import { expandWord, type Lookup } from "./shell-lex.ts";
import { splitAssignment, splitWords } from "./words.ts";

/** Names and values in force at some place of a build. */
export type Variables = Pick<ReadonlyMap<string, string>, "get" | "has">;

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
	variables: { readonly get: Lookup; readonly set: (name: string, value: string) => unknown },
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

/** What decides the variables of FROM. */
export interface GlobalContext extends Omit<AssignmentContext, "globals"> {
	/** The platform that the builder runs on; the one that is built for unless given. */
	readonly buildPlatform?: string | undefined;
}

/** The variables that FROM sees: the platform's and those of the ARGs in front of the first FROM. Throws ShellLexError. */
export function globalVariables(args: readonly Instruction[], platform: string, context: GlobalContext): ReadonlyMap<string, string> {
	const predefined = platformVariables(platform, context.buildPlatform ?? platform);
	const variables = new Map(predefined);
	for (const arg of args) applyAssignments(arg, variables, { ...context, globals: (name) => predefined.get(name) });
	return variables;
}

/** BuildKit's predefined platform arguments, which FROM sees without ARG. */
function platformVariables(target: string, build: string): ReadonlyMap<string, string> {
	return new Map([...variablesOf("TARGET", target), ...variablesOf("BUILD", build)]);
}

function variablesOf(prefix: string, platform: string): [name: string, value: string][] {
	const { os, architecture, variant } = splitPlatform(platform);
	return [
		[`${prefix}PLATFORM`, platform],
		[`${prefix}OS`, os],
		[`${prefix}ARCH`, architecture],
		[`${prefix}VARIANT`, variant],
	];
}
