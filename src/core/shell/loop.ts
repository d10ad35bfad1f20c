import { flatMap } from "../flat-map.ts";
import { awaited } from "./awaited.ts";
import { expandShellWord } from "./expand.ts";
import { isSameState } from "./same-state.ts";
import { arrived, type ShellMachine, type ShellState } from "./state.ts";
import type { ShellLoop } from "./syntax.ts";
import type { ShellValue } from "./value.ts";

/** Loops with more rounds count as unknown. */
const MAX_ROUNDS = 40;

/** Runs a loop round by round while its conditions are known. If they are not, the loop may run once or not at all. */
export function runLoop(machine: ShellMachine, loop: ShellLoop, state: ShellState): ShellState[] {
	return loop.variable === undefined ? runWhile(machine, loop, state) : runFor(machine, loop, loop.variable, state);
}

function runFor(machine: ShellMachine, loop: ShellLoop, variable: string, state: ShellState): ShellState[] {
	const scope = machine.scopeOf(state);
	const values = loop.words?.flatMap(({ raw }) =>
		/^[^'"$]*[*?[{]/.test(raw) ? [UNKNOWN] : expandShellWord(raw, scope),
	) ?? [UNKNOWN];
	const isCertain = values.length <= MAX_ROUNDS && values.every(({ isKnown }) => isKnown);
	const done: ShellState[] = isCertain ? [] : [state];
	let current = [state];
	for (const value of isCertain ? values : [{ text: `$${variable}`, isKnown: false }]) {
		const after = flatMap(current, (each) =>
			enter(machine, loop, { ...each, variables: new Map(each.variables).set(variable, [value]) }),
		);
		done.push(...after.filter(hasLeft).map(leftLoop));
		current = machine.join(after.filter((each) => !hasLeft(each)).map(arrived));
	}
	return [...done, ...current];
}

/** Files that match a pattern, or a choice of the user. */
const UNKNOWN: ShellValue = { text: "*", isKnown: false };

function runWhile(machine: ShellMachine, loop: ShellLoop, state: ShellState): ShellState[] {
	const done: ShellState[] = [];
	const seen: ShellState[] = [];
	let current = [state];
	for (let round = 0; current.length > 0; round++) {
		// The programs of a condition have ended.
		const tested = flatMap(current, (each) =>
			machine.runAll(loop.condition, [each]).map((after) => ({ ...after, last: each.last })),
		);
		const isMet = ({ status }: ShellState): boolean | undefined =>
			status === undefined || !loop.isUntil ? status : !status;
		done.push(...tested.filter((each) => isMet(each) !== true).map((each) => ({ ...each, status: true })));
		const again: ShellState[] = [];
		for (const each of tested.filter((one) => isMet(one) !== false)) {
			const after = enter(machine, loop, each);
			done.push(...after.filter(hasLeft).map(leftLoop));
			const staying = after.filter((one) => !hasLeft(one)).map(arrived);
			// If it is unknown whether there is another round, one round is enough.
			if (isMet(each) === true && round < MAX_ROUNDS) again.push(...staying);
			else done.push(...staying);
		}
		const joined = machine.join(again);
		current = joined.filter((each) => !seen.some((before) => isSameState(before, each)));
		// If no round changes the state and nothing leaves the loop, it never ends.
		const ended = done.length > 0 ? [] : joined.filter((each) => !current.includes(each));
		for (const each of ended) endWaiting(machine, each);
		seen.push(...current);
	}
	return machine.join(done);
}

/** The script waits for what it has started, in the background if the loop itself starts nothing. */
function endWaiting(machine: ShellMachine, state: ShellState): void {
	machine.end(state.last.length > 0 ? state : { ...state, last: awaited(state) });
}

function enter(machine: ShellMachine, { body }: ShellLoop, state: ShellState): ShellState[] {
	return machine.runAll(body, [state]);
}

function hasLeft({ leaving }: ShellState): boolean {
	return leaving === "loop" || leaving === "function";
}

/** `return` in a loop also leaves the function. */
function leftLoop(state: ShellState): ShellState {
	return state.leaving === "loop" ? arrived(state) : state;
}
