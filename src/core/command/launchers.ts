import { baseName } from "../inits/invocation.ts";

/** The subcommands with which a launcher starts something; any, if there are none. */
const LAUNCHERS: ReadonlyMap<string, RegExp | undefined> = new Map([
	["composer", /^(?:run|run-script|exec)$/],
	["go", /^run$/],
	["lein", /^(?:repl|ring|run)$/],
	["npm", undefined],
	["npm-run-all", undefined],
	["npx", undefined],
	["run-p", undefined],
	["run-s", undefined],
	["yarn", undefined],
	["yarnpkg", undefined],
]);

/**
 * Whether a program starts another one that its words do not show, stays its parent, and ends on SIGTERM without having
 * sent it on. Measured with npm 10, yarn 1, npm-run-all and run-s of npm-run-all 4, Go 1.19, Composer 2.5 and lein
 * 2.10: npm and yarn signal only the shell that they start. npx and run-p were not measured: they are npm and
 * npm-run-all under other names. dotnet run, foreman, honcho, tsx and `node --watch` send it on, and cargo run and mix
 * become the program.
 */
export function leavesBehind([program = "", ...words]: readonly string[]): boolean {
	const name = baseName(program);
	if (!LAUNCHERS.has(name)) return false;
	const verb = LAUNCHERS.get(name);
	return verb === undefined || verb.test(words.find((word) => !word.startsWith("-")) ?? "");
}
