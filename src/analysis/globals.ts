import type { Dockerfile } from "../dockerfile/parse.ts";
import { globalVariables, type Variables } from "../dockerfile/variables.ts";
import type { AnalysisOptions } from "./options.ts";

/** Prepares the variables that every FROM of a file sees, by the platform that is built for. They throw ShellLexError. */
export function makeGlobals({ directives, globalArgs }: Dockerfile, { buildArgs, buildPlatform }: AnalysisOptions): (platform: string) => Variables {
	const context = { escape: directives.escape, buildArgs: (name: string) => buildArgs?.[name], buildPlatform };
	const known = new Map<string, Variables>();
	return (platform) => {
		const globals = known.get(platform) ?? globalVariables(globalArgs, platform, context);
		known.set(platform, globals);
		return globals;
	};
}
