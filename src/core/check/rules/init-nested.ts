import { findPid1Need } from "../../command/stage-command.ts";
import { flatMap } from "../../flat-map.ts";
import { baseName } from "../../inits/invocation.ts";
import type { EffectiveCommand } from "./effective-command.ts";
import { findingAt, type Rule, type RuleFinding } from "./rule.ts";

export const initNested: Rule = {
	code: "init-nested",
	level: "warning",
	title: "An init that starts another init",
	check: (_, context) => flatMap(context.commands, (command) => findBelow(command) ?? findNested(command) ?? []),
};

/** A program that must be PID 1 but is not: it refuses to start, or does not work. */
function findBelow({ analysed, chains, instructionAt }: EffectiveCommand): RuleFinding | undefined {
	const need = findPid1Need(chains);
	if (need?.below === undefined) return undefined;
	const instruction = instructionAt(need.below.index) ?? instructionAt(need.step.index);
	return instruction && { ...findingAt(instruction, analysed, need.message), level: "error" };
}

function findNested({ analysed, chains, instructionAt }: EffectiveCommand): RuleFinding | undefined {
	for (const { steps } of chains) {
		const inits = flatMap(steps, ({ invocation, index, place }) =>
			invocation === undefined ? [] : [{ name: baseName(invocation.path), index, place }],
		);
		const [outer, inner] = inits;
		if (outer === undefined || inner === undefined) continue;
		// If the inner one is inherited, the outer one may be the stage's own.
		const instruction = instructionAt(inner.index) ?? instructionAt(outer.index);
		const chain = inits.map(({ name, place }) => (place === undefined ? name : `${name} (${place})`)).join(" → ");
		return (
			instruction &&
			findingAt(
				instruction,
				analysed,
				`${chain}: ${inner.name} is not PID 1 here and only adds a process; keep one init`,
			)
		);
	}
	return undefined;
}
