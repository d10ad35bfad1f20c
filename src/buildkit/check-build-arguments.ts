import { parseDockerfile } from "../core/dockerfile/parse.ts";
import { DockerfileSyntaxError } from "../core/dockerfile/syntax-error.ts";
import { triggerOf } from "../core/dockerfile/trigger.ts";
import { readAssignments } from "../core/dockerfile/variables.ts";
import { UserError } from "../core/user-error.ts";
import { nearestName } from "./nearest.ts";
import type { Request } from "./request.ts";
import { SETTINGS } from "./settings.ts";
import type { Warning } from "./warn.ts";

/**
 * Finds build arguments that seem to be meant for us, but are unknown to us and to the Dockerfile. Throws UserError for
 * a likely misspelling of a setting: the build would not be what the user wants.
 */
export function checkBuildArguments(buildArgs: Request["buildArgs"], readSource: () => string): Warning[] {
	const others = Object.keys(buildArgs).filter((name) => !SETTINGS.some((each) => each === name));
	const suspects = others.flatMap((name) => {
		const meant = SETTINGS.find((each) => each === name.toUpperCase()) ?? nearestName(name.toUpperCase(), SETTINGS);
		return meant !== undefined || /^pidone_/i.test(name) ? [{ name, meant }] : [];
	});
	if (suspects.length === 0) return [];
	const declared = declaredIn(readSource());
	const unknown = declared === undefined ? [] : suspects.filter(({ name }) => !declared.has(name));
	const mistaken = unknown.find(({ meant }) => meant !== undefined);
	if (mistaken !== undefined)
		throw new UserError(`build argument ${mistaken.name}: unknown setting; did you mean ${mistaken.meant}?`);
	return unknown.map(({ name }) => ({
		code: "build-argument",
		message: `build argument ${name}: unknown setting, and the Dockerfile has no ARG with that name; the settings are ${SETTINGS.join(", ")}`,
	}));
}

/**
 * The names that the ARGs of a Dockerfile declare, including those in ONBUILD; undefined if it does not parse, which
 * the builder reports.
 */
function declaredIn(source: string): ReadonlySet<string> | undefined {
	try {
		const { globalArgs, stages, directives } = parseDockerfile(source);
		const { escape } = directives;
		const written = [...globalArgs, ...stages.flatMap(({ instructions }) => instructions)];
		const all = written.map((instruction) =>
			instruction.keyword === "ONBUILD" ? triggerOf(instruction, escape) : instruction,
		);
		const args = all.filter(({ keyword }) => keyword === "ARG");
		return new Set(args.flatMap((arg) => readAssignments(arg, escape).map(({ name }) => name)));
	} catch (error) {
		if (error instanceof DockerfileSyntaxError) return undefined;
		throw error;
	}
}
