import type { Stage } from "../core/dockerfile/parse.ts";
import { UserError } from "../core/user-error.ts";
import { nearestName } from "./nearest.ts";
import type { Warning } from "./warn.ts";

/** Whether PIDONE_TARGETS names a stage. */
export function isTargeted({ name }: Stage, targets: readonly string[]): boolean {
	return name !== undefined && targets.includes(name);
}

/**
 * Warnings about PIDONE_TARGETS: names that no stage has, and a target that is not among them. Throws UserError for a
 * likely misspelling of a stage's name.
 */
export function checkTargets(targets: readonly string[], stages: readonly Stage[], built: Stage): Warning[] {
	const names = [...new Set(stages.flatMap(({ name }) => name ?? []))];
	const missing = targets.filter((name) => !names.includes(name));
	for (const name of missing) {
		const meant = nearestName(name, names);
		if (meant !== undefined)
			throw new UserError(`build argument PIDONE_TARGETS: no stage is called ${name}; did you mean ${meant}?`);
	}
	const messages = missing.map(
		(name) =>
			`no stage is called ${name}; ${names.length > 0 ? `the stages are ${names.join(", ")}` : "no stage has a name"}`,
	);
	if (built.name === undefined)
		messages.push("the stage that is built has no name, so it gets no init: name it with AS");
	else if (!isTargeted(built, targets))
		messages.push(`the stage that is built, ${built.name}, is not one of them, so it gets no init`);
	return messages.map((message) => ({ code: "build-argument", message: `build argument PIDONE_TARGETS: ${message}` }));
}
