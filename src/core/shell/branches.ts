import { flatMap } from "../flat-map.ts";
import { expandToText } from "./expand.ts";
import { matchesPattern } from "./pattern.ts";
import type { ShellMachine, ShellState } from "./state.ts";
import type { ShellNode } from "./syntax.ts";
import type { ShellValue } from "./value.ts";

type AndOr = Extract<ShellNode, { kind: "and-or" }>;
type If = Extract<ShellNode, { kind: "if" }>;
type Case = Extract<ShellNode, { kind: "case" }>;

/** Runs a list of commands joined by `&&` and `||`, from left to right. */
export function runAndOr(machine: ShellMachine, { first, rest }: AndOr, state: ShellState): ShellState[] {
	let current = machine.runAll([first], [state]);
	for (const { operator, node } of rest)
		current = machine.join(flatMap(current, (left) => runRight(machine, { operator, node }, left, state)));
	return current;
}

/**
 * Runs the right side of `&&` or `||` if the status of the left side requires it. A program that fails to the left of
 * `&&` is not what the script runs.
 */
function runRight(
	machine: ShellMachine,
	{ operator, node }: AndOr["rest"][number],
	left: ShellState,
	before: ShellState,
): ShellState[] {
	const wanted = operator === "&&";
	if (left.leaving !== undefined || left.status === !wanted) return [left];
	const taken = machine.runAll([node], [{ ...left, status: wanted }]);
	return left.status === wanted
		? taken
		: [{ ...left, status: !wanted, last: wanted ? before.last : left.last }, ...taken];
}

/** Runs every branch whose condition may hold. */
export function runIf(machine: ShellMachine, { branches, otherwise }: If, states: readonly ShellState[]): ShellState[] {
	const done: ShellState[] = [];
	let open: readonly ShellState[] = states;
	for (const { condition, body } of branches) {
		if (open.length === 0) break;
		// The programs of a condition have ended.
		const tested = flatMap(open, (state) =>
			machine.runAll(condition, [state]).map((after) => ({ ...after, last: state.last })),
		);
		const staying = tested.filter(({ leaving }) => leaving === undefined);
		done.push(...tested.filter(({ leaving }) => leaving !== undefined));
		const entering = staying.filter(({ status }) => status !== false);
		done.push(...machine.runAll(body, entering));
		open = machine.join(staying.filter(({ status }) => status !== true));
	}
	// If no branch is taken, the status of `if` is 0.
	return machine.join([
		...done,
		...(otherwise.length === 0 ? open.map((state) => ({ ...state, status: true })) : machine.runAll(otherwise, open)),
	]);
}

/** Runs every arm that may match. */
export function runCase(machine: ShellMachine, { word, arms }: Case, state: ShellState): ShellState[] {
	const scope = machine.scopeOf(state);
	const value = expandToText(word.raw, scope);
	const done: ShellState[] = [];
	let testing: readonly ShellState[] = [{ ...state, status: true }];
	let falling: readonly ShellState[] = [];
	for (const { patterns, body, end } of arms) {
		machine.spend(patterns.length * 10);
		const match = matchArm(
			patterns.map(({ raw }) => expandToText(raw, scope)),
			value,
		);
		const after = machine.runAll(body, [...falling, ...(match === false ? [] : testing)]);
		if (match === true) testing = [];
		falling = end === ";&" ? after : [];
		if (end === ";;&") testing = machine.join([...testing, ...after]);
		if (end === ";;") done.push(...after);
		if (testing.length === 0 && falling.length === 0) break;
	}
	return [...done, ...falling, ...testing];
}

/** Whether one of an arm's patterns matches: true, false, or undefined if that depends on the container. */
function matchArm(patterns: readonly ShellValue[], value: ShellValue): boolean | undefined {
	if (patterns.some(({ text }) => text === "*")) return true;
	if (!value.isKnown) return undefined;
	const matches = patterns.map(({ text, isKnown }) => (isKnown ? matchesPattern(text, value.text) : undefined));
	return matches.includes(true) ? true : matches.includes(undefined) ? undefined : false;
}
