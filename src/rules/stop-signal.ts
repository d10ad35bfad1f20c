import { baseName, type InitInvocation } from "../inits/invocation.ts";
import type { EffectiveCommand } from "./effective-command.ts";
import { effectiveCommands } from "./effective-command.ts";
import { findingAt, type Rule, type RuleFinding } from "./rule.ts";

export const stopSignal: Rule = {
	code: "stop-signal",
	level: "warning",
	title: "a program that stops gracefully only on another signal than SIGTERM",
	check: (file, context) => {
		// A STOPSIGNAL that the file itself sets is a decision.
		const isDecided = file.stages.some(({ stage }) => stage.instructions.some(({ keyword }) => keyword === "STOPSIGNAL"));
		return isDecided ? [] : effectiveCommands(file, context).flatMap(checkCommand);
	},
};

interface Need {
	readonly program: RegExp;
	readonly signal: string;
	/** What SIGTERM does instead. */
	readonly sigterm: string;
}

/** Sources: the programs' manuals, and STOPSIGNAL of their official images. */
const NEEDS: readonly Need[] = [
	{ program: /^nginx$/, signal: "SIGQUIT", sigterm: "cuts open requests off" },
	{ program: /^(?:httpd|apache2|httpd-foreground|apache2-foreground)$/, signal: "SIGWINCH", sigterm: "cuts open requests off" },
	{ program: /^php-fpm[\d.]*$/, signal: "SIGQUIT", sigterm: "cuts running requests off" },
	{ program: /^postgres$/, signal: "SIGINT", sigterm: "waits until every client has gone" },
	{ program: /^haproxy$/, signal: "SIGUSR1", sigterm: "cuts open connections off" },
];

/** Options with which these programs only say something and end. */
const ENDS_AT_ONCE = new Set(["-t", "-T", "-v", "--version", "--help"]);

function checkCommand({ analysed, steps, main, instructionAt }: EffectiveCommand): RuleFinding[] {
	if (!/^(?:SIG)?TERM$|^15$/i.test(analysed.end.stopSignal ?? "") || steps.some(({ kind }) => kind === "shell")) return [];
	const [program = "", ...words] = main.argv;
	const need = NEEDS.find((each) => each.program.test(baseName(program)));
	const instruction = instructionAt(main.index);
	if (need === undefined || instruction === undefined || words.some((word) => ENDS_AT_ONCE.has(word))) return [];
	const init = steps.find(({ invocation }) => invocation !== undefined)?.invocation;
	if (init?.options.some(({ name }) => name === "-r")) return [];
	const { signal, sigterm } = need;
	const message = `SIGTERM ${sigterm}: ${baseName(program)} stops gracefully on ${signal}; add STOPSIGNAL ${signal}${alternative(init, signal)}`;
	return [findingAt(instruction, analysed, message)];
}

const NUMBERS: Readonly<Record<string, number>> = { SIGINT: 2, SIGQUIT: 3, SIGUSR1: 10, SIGWINCH: 28 };

/** The option of the init in front with the same effect. */
function alternative(init: InitInvocation | undefined, signal: string): string {
	if (init?.program === "dumb-init") return `, or give dumb-init --rewrite 15:${NUMBERS[signal]}`;
	return init?.program === "pidone" ? `, or give pidone --rewrite TERM:${signal.slice(3)}` : "";
}
