import type { CommandChain } from "../../command/command-chain.ts";
import { isOrdinaryProgram } from "../../command/ordinary-programs.ts";
import { isShell } from "../../command/shell-words.ts";
import { readKnownWrapping } from "../../command/wrappers.ts";
import { flatMap } from "../../flat-map.ts";
import { baseName } from "../../inits/invocation.ts";
import {
	chainsWith,
	type ExecWord,
	findExecWords,
	findingAtWord,
	readsShellText,
	readsText,
} from "./exec-form-words.ts";
import type { Rule, RuleFinding } from "./rule.ts";

export const execFormShell: Rule = {
	code: "exec-form-shell",
	level: "warning",
	title: "Syntax of the shell in exec form, which starts no shell",
	check: ({ commands }, context) =>
		flatMap(findExecWords(context, takesSyntax), (word): RuleFinding[] => {
			const mistake = findMistake(word);
			if (mistake === undefined) return [];
			const chains = chainsWith(word, commands);
			const isSure = mistake.isProgram ? chains.some((chain) => startsProgram(word, chain)) : chains.length > 0;
			return isSure ? [findingAtWord(word, mistake.message)] : [];
		}),
};

/** What a word shows of a shell's syntax. */
interface Mistake {
	readonly message: string;
	/** Whether it is one only if the word is the program. */
	readonly isProgram: boolean;
}

/** Programs that put their words together to a text, or for which these characters are an operator or an end. */
const OTHERS = new Set("expr test [ [[ find fd xargs ssh watch parallel entr watchexec nix-shell".split(" "));

function takesSyntax(word: string): boolean {
	return readsShellText(word) || OTHERS.has(baseName(word));
}

const OPERATOR = /^(?:&&|\|\|?|;|&|\d?>&\d|(?:\d|&)?>>?\s*(?:\/[\w./-]+)?|<)$/;

/** Builtins, and words of the language, that are no programs. */
const BUILTINS = new Set(
	". alias cd eval exec export for if set shift source trap ulimit umask unset until while".split(" "),
);

const ASSIGNMENT = /^[A-Za-z_]\w*=/;

/** A word in quotes, alone or as the value of an option. */
const QUOTED = /^(?:--?[\w-]+=)?'[^']*'$/;

function findMistake({ text, index, argv }: ExecWord): Mistake | undefined {
	const advice = 'let a shell run it, as in ["sh", "-c", "exec …"]';
	if (BUILTINS.has(text) || ASSIGNMENT.test(text))
		return {
			message: `${text} is a word of the shell, not a program, and exec form starts no shell: ${advice}`,
			isProgram: true,
		};
	if (index > 0 && OPERATOR.test(text))
		return { message: `in exec form, ${text} is an argument, not an operator: ${advice}`, isProgram: false };
	if (isCommandLine(text))
		return {
			message: `exec form looks for a program that is called "${text}": write each word in quotes of its own`,
			isProgram: true,
		};
	if (QUOTED.test(text) && !argv.slice(0, index).some(readsText))
		return { message: `nothing removes the inner quotes of ${text} in exec form: omit them`, isProgram: false };
	return undefined;
}

/** Whether a word is a program with its arguments, and not just a name with blanks in it. */
function isCommandLine(text: string): boolean {
	const [program = "", ...words] = text.trim().split(/\s+/);
	if (words.length === 0 || program.startsWith("-")) return false;
	if (isOrdinaryProgram(program) || isShell(program) || words.some((word) => /^--?\w/.test(word))) return true;
	return readKnownWrapping([program, ...words]) !== undefined;
}

/** Whether the command itself starts a word: an unknown ENTRYPOINT may take it for something else. */
function startsProgram({ text, instruction, analysed }: ExecWord, { steps }: CommandChain): boolean {
	if (instruction.keyword === "CMD" && (analysed.end.entrypoint ?? analysed.entrypoint) === undefined) return false;
	return steps.some(({ argv, place, file }) => argv[0] === text && place === undefined && file === undefined);
}
