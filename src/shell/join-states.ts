import type { ShellState } from "./state.ts";
import { type ShellValue, unknownVariable } from "./value.ts";

const MAX_STATES = 24;

/** How long it takes to compare states, in units of work. */
export function sizeOf(states: readonly ShellState[]): number {
	return states.reduce((size, { variables, args }) => size + 3 * (variables.size + args.length) + 10, 0);
}

/**
 * Equal states as one. Of too many, those that differ in variables alone become one, in which these are not known.
 * @returns undefined when there are still too many
 */
export function joinStates(states: readonly ShellState[]): ShellState[] | undefined {
	if (states.length < 2) return [...states];
	const joined = [...new Map(states.map((state) => [keyOf(state), state])).values()];
	if (joined.length <= MAX_STATES) return joined;
	const groups = new Map<string, ShellState[]>();
	for (const state of joined) {
		const key = keyOf({ ...state, variables: new Map(), status: undefined });
		const group = groups.get(key);
		if (group === undefined) groups.set(key, [state]);
		else group.push(state);
	}
	const merged = [...groups.values()].flatMap(mergeStates);
	return merged.length > MAX_STATES ? undefined : merged;
}

/** What tells states apart. */
export function keyOf({ variables, args, isOpen, status, last, background, folder, locals, leaving }: ShellState): string {
	return JSON.stringify([[...variables], args, isOpen, status ?? null, last, background, folder ?? null, locals && [...locals], leaving ?? null]);
}

function mergeStates(states: readonly ShellState[]): ShellState[] {
	const [first, ...others] = states;
	if (first === undefined) return [];
	const names = new Set(states.flatMap(({ variables }) => [...variables.keys()]));
	const variables = new Map([...names].map((name) => [name, commonValue(states, name)]));
	const isAgreed = others.every(({ status }) => status === first.status);
	return [{ ...first, variables, status: isAgreed ? first.status : undefined }];
}

/** What a variable holds in all states; it is not known where they differ, or where one leaves it to the environment. */
function commonValue(states: readonly ShellState[], name: string): readonly ShellValue[] {
	const values = states.map(({ variables }) => variables.get(name));
	const texts = new Set(values.map((value) => JSON.stringify(value ?? null)));
	return (texts.size === 1 ? values[0] : undefined) ?? unknownVariable(name);
}
