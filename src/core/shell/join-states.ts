import {
	hasSameVariables,
	isSameArguments,
	isSameScene,
	isSameValue,
	isSameVariable,
	isSameWaiting,
} from "./same-state.ts";
import { type ScriptWay, type ShellState, withNames } from "./state.ts";
import { type ShellValue, unknownVariable } from "./value.ts";

const MAX_STATES = 12;
/** The most programs that a script may be waiting for at one place. */
const MAX_PROGRAMS = 30;

/** How long it takes to compare states, in units of work. */
export function sizeOf(states: readonly ShellState[]): number {
	return states.reduce(
		(size, { variables, args, last, background }) =>
			size + 3 * (variables.size + args.length + sizeOfWays(last) + sizeOfWays(background)) + 10,
		0,
	);
}

function sizeOfWays(ways: readonly ScriptWay[]): number {
	return ways.reduce((size, { environment }) => size + environment.length, 0);
}

/**
 * Merges states that differ only in variables that are not relevant, whose values then become unknown. If too many are
 * left, also merges those that differ in any variables, then in the arguments after the first, then in the programs
 * that they wait for.
 * @returns undefined if there are still too many
 */
export function joinStates(states: readonly ShellState[], relevant: ReadonlySet<string>): ShellState[] | undefined {
	if (states.length < 2) return [...states];
	const isSame: Comparison = (left, right) =>
		left.status === right.status &&
		isSameArguments(left, right) &&
		isSameWaiting(left, right) &&
		hasSameVariables(left, right, (name) => relevant.has(name));
	for (const each of [isSame, ...COARSER]) {
		const groups = groupBy(states, each);
		if (groups !== undefined) return groups.map(mergeStates);
	}
	return undefined;
}

type Comparison = (left: ShellState, right: ShellState) => boolean;

const COARSER: readonly Comparison[] = [
	(left, right) => isSameArguments(left, right) && isSameWaiting(left, right),
	(left, right) => isSameValue(left.args[0], right.args[0]) && isSameWaiting(left, right),
	() => true,
];

type Group = [first: ShellState, ...others: ShellState[]];

/** Groups states that are the same by a comparison; undefined for too many groups. */
function groupBy(states: readonly ShellState[], isSame: Comparison): Group[] | undefined {
	const groups: Group[] = [];
	for (const state of states) {
		const group = groups.find(([first]) => isSameScene(first, state) && isSame(first, state));
		if (group !== undefined) group.push(state);
		else if (groups.push([state]) > MAX_STATES) return undefined;
	}
	return groups;
}

function mergeStates([first, ...others]: Group): ShellState {
	if (others.length === 0) return first;
	const isAgreed = others.every(({ status }) => status === first.status);
	const args = others.reduce((shared, state) => sharedHead(shared, state.args), first.args);
	const states = [first, ...others];
	const isOpen = states.some((state) => state.isOpen || state.args.length > args.length);
	const last = allPrograms(states.map((state) => state.last));
	const background = allPrograms(states.map((state) => state.background));
	const shared = {
		args,
		isOpen,
		last,
		background,
		variables: commonVariables(first, others),
		exported: others.reduce((names, { exported }) => withNames(names, exported), first.exported),
		locals: commonLocals(first, others),
	};
	return { ...first, ...shared, status: isAgreed ? first.status : undefined };
}

function allPrograms(lists: readonly (readonly ScriptWay[])[]): readonly ScriptWay[] {
	const [first = []] = lists;
	if (lists.every((list) => list === first)) return first;
	return [...new Map(lists.flat().map((way) => [JSON.stringify(way), way])).values()].slice(-MAX_PROGRAMS);
}

function sharedHead(left: readonly ShellValue[], right: readonly ShellValue[]): readonly ShellValue[] {
	if (left === right) return left;
	const end = left.findIndex(
		(value, index) => value.text !== right[index]?.text || value.isKnown !== right[index]?.isKnown,
	);
	return end === -1 ? left : left.slice(0, end);
}

/** The variables of merged states. A variable is unknown if the states differ, or if one of them has not set it. */
function commonVariables(first: ShellState, others: readonly ShellState[]): ReadonlyMap<string, readonly ShellValue[]> {
	const distinct = new Set(others.map(({ variables }) => variables));
	distinct.delete(first.variables);
	if (distinct.size === 0) return first.variables;
	const common = new Map(first.variables);
	for (const variables of distinct) {
		for (const name of common.keys()) if (!variables.has(name)) common.set(name, unknownVariable(name));
		for (const [name, value] of variables)
			if (!isSameVariable(common.get(name), value)) common.set(name, unknownVariable(name));
	}
	return common;
}

/** What a function's local variables held before, where the states agree. They always agree on the names. */
function commonLocals({ locals }: ShellState, others: readonly ShellState[]): ShellState["locals"] {
	return (
		locals &&
		new Map(
			[...locals.keys()].map((name) => [
				name,
				commonValue([locals.get(name), ...others.map((state) => state.locals?.get(name))], name),
			]),
		)
	);
}

function commonValue(
	[first, ...others]: readonly (readonly ShellValue[] | undefined)[],
	name: string,
): readonly ShellValue[] | undefined {
	return others.every((value) => isSameVariable(value, first)) ? first : unknownVariable(name);
}
