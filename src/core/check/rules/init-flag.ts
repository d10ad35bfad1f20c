import { flatMap } from "../../flat-map.ts";
import { isOwnFrontend } from "../../rewrite/own-frontend.ts";
import type { Rule } from "./rule.ts";

export const initFlag: Rule = {
	code: "init-flag",
	level: "note",
	title: "The flag --init after ENTRYPOINT or CMD, which builders reject",
	// pidone's own frontend supports it.
	check: ({ dockerfile }) =>
		flatMap(isOwnFrontend(dockerfile.directives.syntax) ? [] : dockerfile.stages, ({ index, initFlags }) =>
			initFlags.map(({ text, start, end }) => ({ message: describe(text), start, end, stage: index })),
		),
};

function describe(flag: string): string {
	return `builders reject ${flag}: build with pidone's frontend or pidone build, or run pidone rewrite to replace it by an init`;
}
