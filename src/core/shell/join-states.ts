import { flatMap } from "../flat-map.ts";
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
	let joined = mergeBy(states, (state) =>
		keyOf({ ...state, variables: new Map([...state.variables].filter(([name]) => relevant.has(name))) }),
	);
	for (const blur of BLURS) {
		if (joined.length <= MAX_STATES) return joined;
		joined = mergeBy(joined, (state) => keyOf(blur({ ...state, variables: new Map(), status: undefined })));
	}
	return joined.length > MAX_STATES ? undefined : joined;
}

/** Ever coarser views of a state: states with the same view are merged. */
const BLURS: readonly ((state: ShellState) => ShellState)[] = [
	(state) => state,
	(state) => ({ ...state, args: state.args.slice(0, 1), isOpen: false }),
	(state) => ({ ...state, args: [], isOpen: false, last: [], background: [] }),
];

/** States with the same key are equal. */
export function keyOf({
	variables,
	args,
	isOpen,
	status,
	last,
	background,
	folder,
	exportsAll,
	controlsJobs,
	locals,
	leaving,
}: ShellState): string {
	return JSON.stringify([
		[...variables],
		args,
		isOpen,
		status ?? null,
		last,
		background,
		folder ?? null,
		exportsAll,
		controlsJobs,
		locals && [...locals.keys()],
		leaving ?? null,
	]);
}

function mergeBy(states: readonly ShellState[], keyFor: (state: ShellState) => string): ShellState[] {
	const groups = new Map<string, ShellState[]>();
	for (const state of states) {
		const key = keyFor(state);
		const group = groups.get(key);
		if (group === undefined) groups.set(key, [state]);
		else group.push(state);
	}
	return flatMap([...groups.values()], mergeStates);
}

function mergeStates(states: readonly ShellState[]): ShellState[] {
	const [first, ...others] = states;
	if (first === undefined) return [];
	if (others.length === 0) return [first];
	const isAgreed = others.every(({ status }) => status === first.status);
	const args = others.reduce((shared, state) => sharedHead(shared, state.args), first.args);
	const isOpen = states.some((state) => state.isOpen || state.args.length > args.length);
	const last = allPrograms(states.map((state) => state.last));
	const background = allPrograms(states.map((state) => state.background));
	const shared = {
		args,
		isOpen,
		last,
		background,
		variables: commonVariables(first, others),
		exported: states.reduce((names, state) => withNames(names, [...state.exported]), first.exported),
		locals: commonLocals(first, others),
	};
	return [{ ...first, ...shared, status: isAgreed ? first.status : undefined }];
}

function allPrograms(lists: readonly (readonly ScriptWay[])[]): readonly ScriptWay[] {
	const [first = []] = lists;
	if (lists.every((list) => list === first)) return first;
	return [...new Map(lists.flat().map((way) => [JSON.stringify(way), way])).values()].slice(-MAX_PROGRAMS);
}

function sharedHead(left: readonly ShellValue[], right: readonly ShellValue[]): readonly ShellValue[] {
	const end = left.findIndex(
		(value, index) => value.text !== right[index]?.text || value.isKnown !== right[index]?.isKnown,
	);
	return end === -1 ? left : left.slice(0, end);
}

/** The variables of merged states. A variable is unknown if the states differ, or if one of them has not set it. */
function commonVariables(first: ShellState, others: readonly ShellState[]): ReadonlyMap<string, readonly ShellValue[]> {
	const names = new Set(flatMap([first, ...others], ({ variables }) => [...variables.keys()]));
	return new Map(
		[...names].map((name) => [
			name,
			commonValue(
				[first, ...others].map(({ variables }) => variables.get(name)),
				name,
			) ?? unknownVariable(name),
		]),
	);
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
	values: readonly (readonly ShellValue[] | undefined)[],
	name: string,
): readonly ShellValue[] | undefined {
	const [first] = values;
	const isSame = values.every((value) => value === first || JSON.stringify(value) === JSON.stringify(first));
	return isSame ? first : unknownVariable(name);
}
