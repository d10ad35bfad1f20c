import { ancestryOf } from "../../analysis/lineage.ts";
import type { CommandStep } from "../../command/command-chain.ts";
import type { FollowedFile } from "../../command/follow-source.ts";
import { whyMustBePid1 } from "../../command/must-be-pid1.ts";
import { findReceivers } from "../../command/reception.ts";
import {
	findStopFacts,
	isUnexpected,
	type StopFacts,
	signalName,
	signalNumber,
	whyUnfit,
} from "../../command/stop-signals.ts";
import { flatMap } from "../../flat-map.ts";
import { baseName, type InitInvocation } from "../../inits/invocation.ts";
import type { EffectiveCommand } from "./effective-command.ts";
import { findingAt, type Rule, type RuleFinding } from "./rule.ts";

export const stopSignal: Rule = {
	code: "stop-signal",
	level: "warning",
	title: "A program that does not stop gracefully on its stop signal",
	check: (file, context) => flatMap(context.commands, (command) => checkCommand(command, file)),
};

/** Options with which these programs only print something and exit. */
const ENDS_AT_ONCE = new Set(["-t", "-T", "-v", "--version", "--help"]);

function checkCommand(command: EffectiveCommand, file: FollowedFile): RuleFinding[] {
	const { analysed, chains, steps, main, instructionAt } = command;
	const [program = "", ...words] = main.argv;
	const instruction = instructionAt(main.index);
	const { stopSignal: stated } = analysed.end;
	if (stated === undefined || instruction === undefined || words.some((word) => ENDS_AT_ONCE.has(word))) return [];
	const signal = signalName(stated);
	if (program === "" || chains[0]?.unknown !== undefined || !mayGet(signal, steps)) return [];
	// systemd, or what may start it, gets the signal that its image declares.
	if (signal === "SIGRTMIN+3" && (whyMustBePid1(main.argv) ?? file.commands.of(analysed).systemPossible) !== undefined)
		return [];
	const init = steps.find(({ invocation }) => invocation !== undefined)?.invocation;
	if (init !== undefined && rewritesSignal(init, signal)) return [];
	const facts = findStopFacts(program, words, () => readSettings(command, file));
	if (signal === "SIGTERM" && facts === undefined) return [];
	// A STOPSIGNAL in this stage, or in one that it is built on, is a decision.
	const isDecided = ancestryOf(file.stages, analysed).some(({ stage }) =>
		stage.instructions.some(({ keyword }) => keyword === "STOPSIGNAL"),
	);
	const message =
		signal === "SIGTERM"
			? describeTerm(program, facts, init, isDecided)
			: describeOther(signal, command, facts, isDecided);
	return message === undefined ? [] : [findingAt(instruction, analysed, message)];
}

/** Whether the init passes on another signal instead, as with `--rewrite 15:3`: a decision. */
function rewritesSignal({ options }: InitInvocation, signal: string): boolean {
	const pairs = flatMap(options, ({ name, value }) => (name === "-r" ? (value?.split(",") ?? []) : []));
	return pairs.some((pair) => signalName(pair.split(":")[0] ?? "") === signal);
}

/** Variables that name a configuration file of uWSGI, the only program whose settings matter. */
const SETTINGS = ["UWSGI_INI", "UWSGI_YAML", "UWSGI_JSON", "UWSGI_XML"];

/**
 * The names of the program's variables, and the lines of the files that its words and variables name, without comments
 * and disabled settings; undefined if one of the files cannot be read.
 */
function readSettings({ analysed, main }: EffectiveCommand, { commands }: FollowedFile): string[] | undefined {
	const files = commands.filesOf(analysed);
	const words = main.argv.slice(1).map((word) => word.replace(/^--?[\w-]+=/, ""));
	const names = [...words, ...SETTINGS.map((name) => analysed.environment.get(name) ?? "")];
	const texts = names
		.filter((name) => /\.(?:ini|ya?ml|json|xml)$/.test(name))
		.map((name) => files.findScript(name, ".")?.text);
	if (texts.includes(undefined)) return undefined;
	const lines = texts.join("\n").split("\n");
	return [...analysed.environment.keys(), ...lines.filter((line) => !/^\s*[;#]|[=:]\s*["']?(?:false|0)\b/.test(line))];
}

/**
 * Whether the signal reaches the program, or would if the shell that waits for it did not stand in between. Other rules
 * cover SIGTERM.
 */
function mayGet(signal: string, steps: readonly CommandStep[]): boolean {
	const reception = findReceivers(steps).at(-1)?.reception;
	return reception !== "trap" && (reception !== "none" || signal !== "SIGTERM");
}

function describeTerm(
	program: string,
	facts: StopFacts | undefined,
	init: InitInvocation | undefined,
	isDecided: boolean,
): string | undefined {
	if (facts === undefined || isDecided) return undefined;
	const { graceful, sigterm, alternative } = facts;
	const others = alternative === undefined ? rewriteOption(init, graceful) : `, or ${alternative}`;
	return `SIGTERM ${sigterm}: ${baseName(program)} stops gracefully on ${graceful}; add STOPSIGNAL ${graceful}${others}`;
}

/** The option of the init with the same effect. */
function rewriteOption(init: InitInvocation | undefined, signal: string): string {
	const number = signalNumber(signal);
	if (init?.program === "dumb-init" && number !== undefined) return `, or give dumb-init --rewrite 15:${number}`;
	return init?.program === "pidone" ? `, or give pidone --rewrite TERM:${signal.slice(3)}` : "";
}

/** A signal other than SIGTERM that suits the program of the base image, and perhaps not this one. */
function describeOther(
	signal: string,
	{ analysed, main }: EffectiveCommand,
	facts: StopFacts | undefined,
	isDecided: boolean,
): string | undefined {
	const [program = "", ...words] = main.argv;
	if (facts?.graceful === signal) return undefined;
	const unfit = whyUnfit(signal, program, words);
	const isOdd = !isDecided && (facts !== undefined || isUnexpected(signal, program));
	if (unfit === undefined && !isOdd) return undefined;
	const [base] = analysed.bases;
	const origin =
		isDecided || base?.kind !== "image" ? "the STOPSIGNAL in force" : `which ${base.text} sets as STOPSIGNAL`;
	const why = unfit ?? `${baseName(program)} does not expect it`;
	return `${signal}, ${origin}, does not stop ${baseName(program)} gracefully: ${why}; add STOPSIGNAL ${facts?.graceful ?? "SIGTERM"}`;
}
