import { baseName } from "../inits/invocation.ts";
import { effectiveCommands } from "./effective-command.ts";
import { findingAt, type Rule } from "./rule.ts";

export const initNested: Rule = {
	code: "init-nested",
	level: "warning",
	title: "an init that starts another init",
	check: (file, context) =>
		effectiveCommands(file, context).flatMap(({ analysed, layers, instructionAt }) => {
			const inits = layers.flatMap(({ invocation, index }) => (invocation === undefined ? [] : [{ name: baseName(invocation.path), index }]));
			const [outer, inner] = inits;
			if (outer === undefined || inner === undefined) return [];
			// Where the inner one is inherited, the outer one can be the stage's own.
			const instruction = instructionAt(inner.index) ?? instructionAt(outer.index);
			if (instruction === undefined) return [];
			const chain = inits.map(({ name }) => name).join(" → ");
			return [findingAt(instruction, analysed, `${chain}: ${inner.name} is not PID 1 here and only adds a process; keep one init`)];
		}),
};
