import { isOwnFrontend } from "../../rewrite/own-frontend.ts";
import type { Rule } from "./rule.ts";

export const initFlag: Rule = {
	code: "init-flag",
	level: "note",
	title: "--init behind ENTRYPOINT or CMD, which builders do not know",
	// pidone's own frontend knows it.
	check: ({ dockerfile }) =>
		(isOwnFrontend(dockerfile.directives.syntax) ? [] : dockerfile.stages).flatMap(({ index, initFlags }) =>
			initFlags.map(({ text, start, end }) => ({ message: describe(text), start, end, stage: index })),
		),
};

function describe(flag: string): string {
	return `other builders refuse ${flag}: build with pidone's frontend or pidone build, or let pidone rewrite turn it into a plain Dockerfile`;
}
