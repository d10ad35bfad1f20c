import { ExpansionBudget } from "../dockerfile/expansion-budget.ts";
import type { Dockerfile } from "../dockerfile/parse.ts";
import { applyAssignments, predefinedVariables } from "../dockerfile/variables.ts";
import { hintInFrom } from "./missing-variable.ts";
import { expansionMistake, type Mistake } from "./mistake.ts";
import type { AnalysisOptions } from "./options.ts";

/** The variables that every FROM sees: the platform's, and those of the ARGs above the first FROM. */
export interface Globals {
	readonly variables: ReadonlyMap<string, string>;
	/** What BuildKit rejects in one of these ARGs. Later ones have set nothing. */
	readonly mistake: Mistake | undefined;
}

/** Finds the variables that FROM sees, by the target platform. */
export type GlobalsOf = (platform: string) => Globals;

/** Returns a function that finds the variables that FROM sees in this file. */
export function makeGlobals(dockerfile: Dockerfile, options: AnalysisOptions): GlobalsOf {
	const known = new Map<string, Globals>();
	return (platform) => {
		const globals = known.get(platform) ?? readGlobals(dockerfile, platform, options);
		known.set(platform, globals);
		return globals;
	};
}

function readGlobals(
	dockerfile: Dockerfile,
	platform: string,
	{ buildArgs, target, buildPlatform = platform }: AnalysisOptions,
): Globals {
	const { globalArgs, stages, directives } = dockerfile;
	const given = (name: string): string | undefined => buildArgs?.[name];
	const predefined = predefinedVariables(
		{ target: platform, build: buildPlatform },
		target ?? stages.at(-1)?.name,
		given,
	);
	const variables = new Map(predefined);
	const context = {
		escape: directives.escape,
		buildArgs: given,
		globals: (name: string) => predefined.get(name),
		budget: new ExpansionBudget(),
	};
	for (const arg of globalArgs) {
		try {
			applyAssignments(arg, variables, context);
		} catch (error) {
			return { variables, mistake: expansionMistake(error, arg, (name) => hintInFrom(name, dockerfile)) };
		}
	}
	return { variables, mistake: undefined };
}
