// The state of a shell at one place of a script, and what a script may run there.
import { flatMap } from "../flat-map.ts";
import { expandShellWord, expandToText } from "./expand.ts";
import type { ShellAssignment, ShellNode } from "./syntax.ts";
import type { Trap } from "./traps.ts";
import {
	type EnvironmentChange,
	joinValues,
	limitValues,
	type ShellScope,
	type ShellValue,
	unknownVariable,
} from "./value.ts";

/** One program that a script may end in. */
export interface ScriptWay {
	readonly argv: readonly ShellValue[];
	/** `exec`: the program replaces the shell; `child`: the shell waits for it. */
	readonly how: "exec" | "child";
	/** Whether the shell can do nothing until it ends, not even run a trap: nothing is in the background. */
	readonly isForeground: boolean;
	/** Whether the shell's job control (`set -m`) puts it into a process group of its own. */
	readonly isJob: boolean;
	/** Where it is in the script. */
	readonly file: string;
	readonly line: number;
	/** The working directory, relative to the one in which the script starts; undefined if it is unknown. */
	readonly folder: string | undefined;
	/** How its environment differs from the script's. */
	readonly environment: readonly EnvironmentChange[];
	/** The number of its job, in the background. */
	readonly job?: number;
}

/** What a script has set so far, and which child it waits for. */
export interface ShellState {
	readonly variables: ReadonlyMap<string, readonly ShellValue[]>;
	readonly args: readonly ShellValue[];
	readonly isOpen: boolean;
	/** Whether the last command succeeded; undefined if that is unknown. */
	readonly status: boolean | undefined;
	/** The programs that were started last, of which one is being waited for. */
	readonly last: readonly ScriptWay[];
	readonly background: readonly ScriptWay[];
	/** How many commands were started in the background, short ones as well. */
	readonly jobs: number;
	readonly folder: string | undefined;
	/** The variables that the script has exported itself. */
	readonly exported: ReadonlySet<string>;
	/** Whether assignments also export (`set -a`). */
	readonly exportsAll: boolean;
	/** Whether job control is on (`set -m`). */
	readonly controlsJobs: boolean;
	/** The former values of the function's local variables; undefined outside of functions. */
	readonly locals?: ReadonlyMap<string, readonly ShellValue[] | undefined> | undefined;
	/** What is being left: the function, the loop, or this round of the loop. */
	readonly leaving?: "function" | "loop" | "round";
}

/** The state in which a script starts. */
export function startWith(args: readonly ShellValue[], isOpen: boolean): ShellState {
	return {
		variables: new Map(),
		args,
		isOpen,
		status: true,
		last: [],
		background: [],
		jobs: 0,
		folder: ".",
		exported: new Set(),
		exportsAll: false,
		controlsJobs: false,
	};
}

/** The state once the loop or function has been left. */
export function arrived({ leaving: _, ...state }: ShellState): ShellState {
	return state;
}

/** The state after a function, with the former values of its local variables. */
export function afterFunction(after: ShellState, before: ShellState): ShellState {
	const variables = new Map(after.variables);
	for (const [name, value] of after.locals ?? []) {
		if (value === undefined) variables.delete(name);
		else variables.set(name, value);
	}
	return { ...arrived(after), variables, args: before.args, isOpen: before.isOpen, locals: before.locals };
}

/** What builtins can do to the script. */
export interface ShellMachine {
	/** The shell becomes a program. */
	readonly replaceBy: (argv: readonly ShellValue[], line: number, state: ShellState) => void;
	/** The shell starts a program and waits for it. */
	readonly startChild: (argv: readonly ShellValue[], line: number, state: ShellState) => ShellState;
	/** The shell exits: the program that it last waited for is what it runs. */
	readonly end: (state: ShellState) => void;
	/** The script handles signals itself. */
	readonly noteTrap: (trap: Trap) => void;
	/** Something unknown may change what runs. */
	readonly noteGap: (line: number, why: string) => void;
	/** Runs a text in the same shell; `line` is where the text is. */
	readonly runText: (text: string, state: ShellState, line: number) => ShellState[];
	/** Runs a file in the same shell, with its own arguments if there are any; undefined if its text is unknown. */
	readonly runSourced: (path: string, args: readonly ShellValue[], state: ShellState) => ShellState[] | undefined;
	/** Runs commands, one after the other. */
	readonly runAll: (nodes: readonly ShellNode[], states: readonly ShellState[]) => ShellState[];
	/** Counts work. Throws WorkLimitError if it is too much. */
	readonly spend: (work: number) => void;
	/** Merges equal states. */
	readonly join: (states: readonly ShellState[]) => ShellState[];
	/** The values of parameters in a state. */
	readonly scopeOf: (state: ShellState) => ShellScope;
	/** Defines what a word stands for where a command begins; `line` is where that is. */
	readonly defineAlias: (name: string, text: string, line: number) => void;
	/** Calls a function; undefined if none has this name. */
	readonly callFunction: (name: string, args: readonly ShellValue[], state: ShellState) => ShellState[] | undefined;
}

/** Sets variables. */
export function assign(state: ShellState, assignments: readonly ShellAssignment[], scope: ShellScope): ShellState {
	if (assignments.length === 0) return state;
	const variables = new Map(state.variables);
	for (const { name, value, isAppended, isElement, elements } of assignments) {
		if (isElement) {
			variables.set(name, unknownVariable(name));
			continue;
		}
		const own =
			elements === undefined
				? [expandToText(value.raw, scope)]
				: flatMap(elements, ({ raw }) => expandShellWord(raw, scope));
		const before = isAppended ? (variables.get(name) ?? scope.lookup(name) ?? unknownVariable(name)) : [];
		variables.set(
			name,
			limitValues(elements === undefined ? [joinValues([...before, ...own], "")] : [...before, ...own]),
		);
	}
	const names = state.exportsAll ? assignments.map(({ name }) => name) : [];
	return { ...state, variables, exported: withNames(state.exported, names) };
}

/** The state in which a command with assignments before it runs. */
export function assignFor(state: ShellState, assignments: readonly ShellAssignment[], scope: ShellScope): ShellState {
	if (assignments.length === 0) return state;
	const names = assignments.map(({ name }) => name);
	return { ...assign(state, assignments, scope), exported: withNames(state.exported, names) };
}

/** The state after a command with assignments before it: they applied to the command only. */
export function afterAssigned(
	after: ShellState,
	before: ShellState,
	assignments: readonly ShellAssignment[],
): ShellState {
	if (assignments.length === 0) return after;
	const variables = new Map(after.variables);
	for (const { name } of assignments) {
		const value = before.variables.get(name);
		if (value === undefined) variables.delete(name);
		else variables.set(name, value);
	}
	return { ...after, variables, exported: before.exported };
}

/** Adds names to a set. */
export function withNames(names: ReadonlySet<string>, more: Iterable<string>): ReadonlySet<string> {
	for (const name of more) if (!names.has(name)) return new Set([...names, ...more]);
	return names;
}

/**
 * How the environment of the programs that the shell starts differs from the script's own.
 * @param isInherited whether the script's own environment has a variable, which is then exported
 */
export function exportedBy(
	{ variables, exported }: ShellState,
	isInherited: (name: string) => boolean,
): readonly EnvironmentChange[] {
	const changes: EnvironmentChange[] = [];
	for (const [name, values] of variables)
		if (exported.has(name) || isInherited(name)) changes.push([name, joinValues(values, " ")]);
	return changes;
}

/** Whether a shell in this state can do nothing until a program that it starts ends. */
export function isInForeground(how: ScriptWay["how"], { background }: ShellState): boolean {
	return how === "child" && background.length === 0;
}

/** Ways without repetitions. */
export function distinctWays(ways: readonly ScriptWay[]): ScriptWay[] {
	return [...new Map(ways.map((way) => [JSON.stringify(way), way])).values()];
}
