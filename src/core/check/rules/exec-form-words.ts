// The words of ENTRYPOINT and CMD in exec form, as far as programs get them as they are written.
import type { AnalysedStage } from "../../analysis/analyse.ts";
import { commandForm } from "../../analysis/command.ts";
import type { CommandChain } from "../../command/command-chain.ts";
import type { StageCommands } from "../../command/stage-commands.ts";
import type { Instruction } from "../../dockerfile/instruction.ts";
import { flatMap } from "../../flat-map.ts";
import { baseName } from "../../inits/invocation.ts";
import { ignoresCmd } from "./effective-command.ts";
import type { RuleContext, RuleFinding } from "./rule.ts";

/** A word of an ENTRYPOINT or CMD in exec form. */
export interface ExecWord {
	readonly text: string;
	/** Its index among the words of the instruction. */
	readonly index: number;
	readonly argv: readonly string[];
	/** Its literal in the instruction's argument, quotes included. */
	readonly literal: { readonly start: number; readonly end: number };
	readonly instruction: Instruction;
	readonly analysed: AnalysedStage;
}

/**
 * The words in exec form of all stages that can be run.
 * @param interprets whether a program has its own use for the words after it, which are left out
 */
export function findExecWords(
	{ runnable }: RuleContext,
	interprets: (program: string) => boolean,
): readonly ExecWord[] {
	return flatMap(runnable, (analysed) => {
		const { entrypoint, cmd, end } = analysed;
		const head = end.entrypoint ?? [];
		const isLeftToProgram = head.some(interprets) || ignoresCmd(head);
		return flatMap([entrypoint, isLeftToProgram ? undefined : cmd], (instruction) =>
			instruction === undefined ? [] : wordsOf(instruction, analysed, interprets),
		);
	});
}

function wordsOf(
	instruction: Instruction,
	analysed: AnalysedStage,
	interprets: (program: string) => boolean,
): ExecWord[] {
	const form = commandForm(instruction);
	if (form === "shell") return [];
	const { argv, literals } = form;
	const end = argv.findIndex(interprets);
	return flatMap(argv.slice(0, end === -1 ? undefined : end + 1), (text, index): ExecWord[] => {
		const literal = literals[index];
		return literal === undefined ? [] : [{ text, index, argv, literal, instruction, analysed }];
	});
}

/** The ways of the command in which a program gets a word as it is: no script expands it or drops it. */
export function chainsWith({ text, analysed }: ExecWord, commands: StageCommands): readonly CommandChain[] {
	return commands.of(analysed).chains.filter((chain) => arrives(text, chain));
}

/** Whether a program gets a word as it is, and no script expands it by `eval "$@"` or `sh -c "$*"`, or drops it. */
function arrives(word: string, { steps }: CommandChain): boolean {
	const script = steps.findIndex(({ kind }) => kind === "script");
	const after = steps.slice(script + 1);
	return (
		script === -1 ||
		after.length === 0 ||
		after.some(
			({ kind, argv, unknownWords }) =>
				kind !== "shell" && argv.some((each, index) => each === word && !unknownWords.includes(index)),
		)
	);
}

/** A finding about a word. */
export function findingAtWord({ instruction, literal, analysed }: ExecWord, message: string): RuleFinding {
	const { argument } = instruction;
	return {
		message,
		start: argument.offsetAt(literal.start),
		end: argument.offsetAt(literal.end - 1) + 1,
		stage: analysed.stage.index,
	};
}

/** The name of a program, without its folder and the suffix that it has on Windows. */
function nameOf(word: string): string {
	return baseName(word)
		.toLowerCase()
		.replace(/\.exe$/, "");
}

/** Shells, and programs that give their words to one. */
const SHELLS = new Set(
	"sh bash ash dash ksh mksh zsh fish csh tcsh pwsh powershell cmd su runuser eval expect tclsh xonsh".split(" "),
);

const LANGUAGES = new Set("awk gawk mawk nawk sed jq yq perl php ruby lua node deno bun".split(" "));

/** Whether a program is a shell, or gives its words to one. */
export function readsShellText(word: string): boolean {
	return SHELLS.has(nameOf(word));
}

/** Whether the words after a program may be a text in the language of a shell or another one. */
export function readsText(word: string): boolean {
	const name = nameOf(word);
	return SHELLS.has(name) || LANGUAGES.has(name) || /^(?:python|pypy)[\d.]*$/.test(name);
}
