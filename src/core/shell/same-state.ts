import type { ScriptWay, ShellState } from "./state.ts";
import type { ShellValue } from "./value.ts";

/**
 * Whether two states are equal. The states at one place of a script share most of their parts, so that comparing them
 * is much faster than writing them out.
 */
export function isSameState(left: ShellState, right: ShellState): boolean {
	return (
		left.status === right.status &&
		isSameScene(left, right) &&
		isSameArguments(left, right) &&
		isSameWaiting(left, right) &&
		hasSameVariables(left, right)
	);
}

/**
 * Whether two states have the same variables.
 * @param counts whether a variable is compared; a script may name many more than it sets
 */
export function hasSameVariables(
	{ variables: left }: ShellState,
	{ variables: right }: ShellState,
	counts: (name: string) => boolean = () => true,
): boolean {
	if (left === right) return true;
	for (const [name, values] of left) if (!isSameVariable(values, right.get(name)) && counts(name)) return false;
	for (const name of right.keys()) if (!left.has(name) && counts(name)) return false;
	return true;
}

/** Whether two states are equal apart from their variables, arguments, status and programs. */
export function isSameScene(left: ShellState, right: ShellState): boolean {
	return (
		left.leaving === right.leaving &&
		left.folder === right.folder &&
		left.exportsAll === right.exportsAll &&
		left.controlsJobs === right.controlsJobs &&
		isSameNames(left.locals, right.locals)
	);
}

/** Whether two states have the same arguments. */
export function isSameArguments(left: ShellState, right: ShellState): boolean {
	return left.isOpen === right.isOpen && isSameList(left.args, right.args);
}

/** Whether two states wait for the same programs. */
export function isSameWaiting(left: ShellState, right: ShellState): boolean {
	return isSameWays(left.last, right.last) && isSameWays(left.background, right.background);
}

/** Whether a variable has the same values, or is not set, in two states. */
export function isSameVariable(left: Values | undefined, right: Values | undefined): boolean {
	return left === right || (left !== undefined && right !== undefined && isSameList(left, right));
}

/** Whether two fields are equal. */
export function isSameValue(left: ShellValue | undefined, right: ShellValue | undefined): boolean {
	return (
		left === right ||
		(left?.text === right?.text &&
			left?.isKnown === right?.isKnown &&
			left?.tag === right?.tag &&
			left?.job === right?.job)
	);
}

type Values = readonly ShellValue[];

function isSameList(left: Values, right: Values): boolean {
	return (
		left === right || (left.length === right.length && left.every((value, index) => isSameValue(value, right[index])))
	);
}

function isSameNames(left: ShellState["locals"], right: ShellState["locals"]): boolean {
	if (left === right) return true;
	return left?.size === right?.size && [...(left?.keys() ?? [])].every((name) => right?.has(name));
}

function isSameWays(left: readonly ScriptWay[], right: readonly ScriptWay[]): boolean {
	return left === right || (left.length === right.length && left.every((way, index) => isSameWay(way, right[index])));
}

function isSameWay(left: ScriptWay, right: ScriptWay | undefined): boolean {
	return (
		left === right ||
		(left.line === right?.line &&
			left.how === right.how &&
			left.isForeground === right.isForeground &&
			left.isJob === right.isJob &&
			left.file === right.file &&
			left.folder === right.folder &&
			left.job === right.job &&
			isSameList(left.argv, right.argv) &&
			isSameEnvironment(left, right))
	);
}

function isSameEnvironment({ environment: left }: ScriptWay, { environment: right }: ScriptWay): boolean {
	if (left === right) return true;
	return (
		left.length === right.length &&
		left.every(([name, value], index) => name === right[index]?.[0] && isSameValue(value, right[index][1]))
	);
}
