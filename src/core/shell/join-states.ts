import { flatMap } from "../flat-map.ts";
import { type ScriptWay, type ShellState, withNames } from "./state.ts";
import { type ShellValue, unknownVariable } from "./value.ts";

const MAX_STATES = 12;
/** What a script may be waiting for at one place. */
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
 * States that need not be told apart as one: those that differ in variables that are not relevant, which are not known
 * then. Of too many, those that differ in any variables, then in the arguments after the first one, then in what they
 * wait for.
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

/** What is left of a state when it distinguishes fewer and fewer things. */
const BLURS: readonly ((state: ShellState) => ShellState)[] = [
	(state) => state,
	(state) => ({ ...state, args: state.args.slice(0, 1), isOpen: false }),
	(state) => ({ ...state, args: [], isOpen: false, last: [], background: [] }),
];

/** What tells states apart. */
export function keyOf({
	variables,
	args,
	isOpen,
	status,
	last,
	background,
	folder,
	exportsAll,
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

/**
 * What variables hold in all states; they are not known where the states differ, or where one leaves them to the
 * environment.
 */
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

/** What a function's variables held before, where that is the same; the names are. */
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
