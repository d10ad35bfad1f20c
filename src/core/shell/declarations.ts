// The builtins that set variables: `export`, `readonly`, `declare`, `local`.
import { flatMap } from "../flat-map.ts";
import type { ExpandedCommand } from "./expanded-command.ts";
import { assign, type ShellMachine, type ShellState, withNames } from "./state.ts";
import { known } from "./value.ts";

/** `export NAME=value` and the like. */
export function declare(_: ShellMachine, expanded: ExpandedCommand): ShellState[] {
	const { argv, command, state, scope } = expanded;
	const done = assign({ ...state, status: true }, command.declared ?? [], scope);
	const [program, ...words] = argv.map(({ text }) => text);
	const names = declaredNames(expanded);
	if (program === "export" && words[0] === "-n")
		return [{ ...done, exported: new Set([...done.exported].filter((name) => !names.includes(name))) }];
	const isExported = program === "export" || words.some((word) => /^-[a-zA-Z]*x/.test(word));
	return [isExported ? { ...done, exported: withNames(done.exported, names) } : done];
}

/** `local NAME=value`: when the function returns, the variable has its former value again. */
export function declareLocal(machine: ShellMachine, expanded: ExpandedCommand): ShellState[] {
	const { state } = expanded;
	if (state.locals === undefined) return declare(machine, expanded);
	const locals = new Map(state.locals);
	const variables = new Map(state.variables);
	for (const name of declaredNames(expanded)) {
		if (!locals.has(name)) locals.set(name, state.variables.get(name));
		variables.set(name, [known("")]);
	}
	return declare(machine, { ...expanded, state: { ...state, variables, locals } });
}

function declaredNames({ argv, command }: ExpandedCommand): string[] {
	const bare = flatMap(argv.slice(1), ({ text }) => (/^[A-Za-z_]\w*$/.test(text) ? [text] : []));
	return [...bare, ...(command.declared ?? []).map(({ name }) => name)];
}
