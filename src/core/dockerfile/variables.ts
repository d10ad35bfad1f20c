import { splitPlatform } from "../platform.ts";
import type { Instruction } from "./instruction.ts";
import type { LexOptions, Lookup } from "./lex-options.ts";
import { expandWord } from "./shell-lex.ts";
import { splitAssignment, splitWords } from "./words.ts";

/** The names and values of variables at one point of a build. */
export type Variables = Pick<ReadonlyMap<string, string>, "get" | "has">;

export interface Assignment {
	readonly name: string;
	/** With quotes and variables still in it; absent for an ARG without default. */
	readonly value?: string;
}

/** A variable that an ENV, ARG or LABEL sets, as it is written. */
export function readAssignments(instruction: Pick<Instruction, "keyword" | "argument">, escape: string): Assignment[] {
	const { text } = instruction.argument;
	const words = splitWords(text, escape);
	if (instruction.keyword !== "ARG" && words[0]?.includes("=") === false) {
		const blank = /[\t\v\f\r ]+/.exec(text);
		return blank ? [{ name: text.slice(0, blank.index), value: text.slice(blank.index + blank[0].length) }] : [];
	}
	return words.map(splitAssignment);
}

/** The sources of values outside of the instruction. */
export interface AssignmentContext extends Pick<LexOptions, "escape" | "budget" | "mayBeSet"> {
	/** The values of `--build-arg`. */
	readonly buildArgs: Lookup;
	/** The value for an ARG without a default. */
	readonly globals: Lookup;
}

/**
 * Applies an ENV or ARG. A build argument takes precedence over an ARG's default. Throws ShellLexError.
 * @returns the names of ARGs that have no value
 */
export function applyAssignments(
	instruction: Pick<Instruction, "keyword" | "argument">,
	variables: { readonly get: Lookup; readonly set: (name: string, value: string) => unknown },
	context: AssignmentContext,
): readonly string[] {
	const { escape, buildArgs, globals } = context;
	const expand = (text: string): string => expandWord(text, (key) => variables.get(key), context);
	const isArg = instruction.keyword === "ARG";
	const results: [name: string, value: string][] = [];
	const open: string[] = [];
	for (const { name, value } of readAssignments(instruction, escape)) {
		const given = isArg ? buildArgs(name) : undefined;
		const result = given ?? (value === undefined ? globals(name) : expand(value));
		// In ENV a=1 b=$a, $a is the value before the instruction; in ARG a=1 b=$a, it is 1.
		if (result === undefined) open.push(name);
		else if (isArg) variables.set(name, result);
		else results.push([expand(name), result]);
	}
	for (const [name, value] of results) variables.set(name, value);
	return open;
}

/**
 * BuildKit's predefined arguments, which FROM sees without ARG (frontend/dockerfile/dockerfile2llb/platform.go).
 * @param platforms the target platform, and the builder's own
 * @param stage the target stage: the requested name, or the last stage's own
 */
export function predefinedVariables(
	platforms: Readonly<Record<"target" | "build", string>>,
	stage: string | undefined,
	buildArgs: Lookup,
): ReadonlyMap<string, string> {
	const variables = new Map([["TARGETSTAGE", buildArgs("TARGETSTAGE") ?? (stage || "default")]]);
	for (const [prefix, platform] of [["BUILD", platforms.build] as const, ["TARGET", platforms.target] as const]) {
		const { os, architecture, variant } = splitPlatform(platform);
		const add = (name: string, value: string): unknown =>
			variables.set(prefix + name, buildArgs(prefix + name) ?? value);
		add("PLATFORM", platform);
		add("OS", os);
		add("OSVERSION", "");
		add("ARCH", architecture);
		add("VARIANT", variant);
	}
	return variables;
}
