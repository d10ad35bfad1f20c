import type { CommandStep } from "../../command/command-chain.ts";
import { leavesBehind } from "../../command/launchers.ts";
import { reachesAll } from "../../command/reception.ts";
import { flatMap } from "../../flat-map.ts";
import { baseName } from "../../inits/invocation.ts";
import { findingAt, type Rule } from "./rule.ts";

export const packageManagerPid1: Rule = {
	code: "package-manager-pid1",
	level: "warning",
	title: "npm, yarn, pnpm, composer or another such launcher as the main process",
	check: (_, context) =>
		flatMap(context.commands, ({ analysed, steps, main, instructionAt }) => {
			const instruction = instructionAt(main.index);
			if (instruction === undefined || !startsService(main.argv)) return [];
			return [findingAt(instruction, analysed, describe(steps, main))];
		}),
};

const MANAGERS = new Set(["npm", "npx", "pnpm", "yarn", "yarnpkg"]);

/** Subcommands that start what follows them: a script, or a program of a package. */
const STARTERS = /^(?:run|run-script|exec|x|dlx)$/;

/** Subcommands and scripts that exit by themselves, so that stopping them gracefully does not matter. */
const SHORT =
	/^(?:add|audit|ava|build|check|ci|config|coverage|create|cypress|e2e|eslint|format|help|i|init|install|jest|lint|migrate|mocha|pack|prisma|publish|t|test|tsc|typecheck|version|vitest)(?:$|[:@-])/;

/** Subcommands of a package's program with which it exits by itself, and which hardly name a folder to serve. */
const SHORT_SUBCOMMAND = /^(?:e2e|install|lint|migrate|test)(?:$|[:-])/;

/** Whether the words start a script or a program that may run for long. */
function startsService(argv: readonly string[]): boolean {
	const [program = "", ...words] = argv;
	if (words.some((word) => /^(?:-v|-h|--version|--help)$/.test(word))) return false;
	const plain = words.filter((word) => !word.startsWith("-"));
	return MANAGERS.has(baseName(program)) ? startsScript(program, plain) : leavesBehind(argv) && mayRunLong(plain);
}

/** Whether a launcher of another kind starts something else than a tool that exits. */
function mayRunLong(plain: readonly string[]): boolean {
	const started = STARTERS.test(plain[0] ?? "") ? plain.slice(1, 2) : plain;
	return started.length === 0 || started.some((word) => !SHORT.test(baseName(word)));
}

function startsScript(program: string, plain: readonly string[]): boolean {
	const isStarter = STARTERS.test(plain[0] ?? "");
	const [script, subcommand = ""] = isStarter ? plain.slice(1) : plain;
	const isPackage = baseName(program) === "npx" || /^(?:exec|x|dlx)$/.test(plain[0] ?? "");
	if (isPackage && SHORT_SUBCOMMAND.test(subcommand)) return false;
	return script !== undefined && script !== "" && !SHORT.test(script);
}

/** For launchers that start no script of a package of npm. */
const ADVICE: Readonly<Record<string, string>> = {
	composer: "run the script's command instead, such as php server.php",
	go: "compile with go build in the Dockerfile, and run the result",
	gradle: "build the jar in the Dockerfile, and run it with java -jar",
	gradlew: "build the jar in the Dockerfile, and run it with java -jar",
	lein: "run the program's jar instead, as in java -jar app.jar",
};

function describe(steps: readonly CommandStep[], { argv }: CommandStep): string {
	const manager = baseName(argv[0] ?? "");
	const advice = ADVICE[manager] ?? "run the script's command instead, such as node server.js";
	if (reachesAll(steps)) {
		return `${manager} stays in memory, gets every signal as well and may exit before the program; ${advice}`;
	}
	return `${manager} keeps running as the parent of the program and does not reliably forward SIGTERM to it; ${advice}`;
}
