import type { AnalysedStage } from "../../analysis/analyse.ts";
import { commandForm } from "../../analysis/command.ts";
import type { CommandChain } from "../../command/command-chain.ts";
import type { StageCommands } from "../../command/stage-commands.ts";
import type { Instruction } from "../../dockerfile/instruction.ts";
import { flatMap } from "../../flat-map.ts";
import { baseName } from "../../inits/invocation.ts";
import { ignoresCmd } from "./effective-command.ts";
import type { Rule, RuleFinding } from "./rule.ts";

export const execFormVariable: Rule = {
	code: "exec-form-variable",
	level: "warning",
	title: "A variable in exec form, which nothing expands",
	check: ({ commands }, context) =>
		flatMap(context.runnable, (analysed) => {
			const { entrypoint, cmd, end } = analysed;
			const head = end.entrypoint ?? [];
			const isLeftToProgram = head.some(expandsItself) || ignoresCmd(head);
			return [
				...(entrypoint === undefined ? [] : checkInstruction(entrypoint, analysed, commands)),
				...(cmd === undefined || isLeftToProgram ? [] : checkInstruction(cmd, analysed, commands)),
			];
		}),
};

function checkInstruction(instruction: Instruction, analysed: AnalysedStage, commands: StageCommands): RuleFinding[] {
	const form = commandForm(instruction);
	if (form === "shell") return [];
	// The words after such a program are its script, or arguments to it.
	const end = form.argv.findIndex(expandsItself);
	const settings = form.argv.findIndex((word) => READS_SETTINGS.has(baseName(word)));
	return flatMap(form.argv.slice(0, end === -1 ? undefined : end), (word, index): RuleFinding[] => {
		const variable = findVariable(word, analysed, settings !== -1 && index > settings);
		const literal = form.literals[index];
		if (variable === undefined || literal === undefined) return [];
		const { chains } = commands.of(analysed);
		if (!chains.some((chain) => arrives(word, chain) && !isReplaced(variable, chain))) return [];
		const message = `nothing expands ${variable} in exec form, so the program gets the text itself: write the value, or let a shell expand it, as in ["sh", "-c", "exec …"]`;
		const { argument } = instruction;
		return [
			{
				message,
				start: argument.offsetAt(literal.start),
				end: argument.offsetAt(literal.end - 1) + 1,
				stage: analysed.stage.index,
			},
		];
	});
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

/** Whether a script mentions a variable's name as a text, to put the value in its place. */
function isReplaced(variable: string, { steps }: CommandChain): boolean {
	const name = /[A-Za-z_]\w*/.exec(variable)?.[0] ?? "";
	const asText = new RegExp(String.raw`(?:\\|'[^'\n]*)\$\{?${name}\b`);
	return steps.some(({ file }) => file?.text !== undefined && asText.test(file.text));
}

/** Shells, languages and tools that interpret a dollar sign in a word. */
const EXPANDING = new Set(
	`sh bash ash dash ksh mksh zsh fish csh tcsh pwsh powershell cmd su runuser eval envsubst expect tclsh xonsh
	awk gawk mawk nawk sed grep egrep find xargs jq yq make gmake perl php ruby lua node deno bun nginx haproxy`.split(
		/\s+/,
	),
);

/** Programs that expand `${NAME}` in the value of an option, as in `--server.port=${PORT}`. */
const READS_SETTINGS = new Set("java auditbeat filebeat heartbeat logstash metricbeat packetbeat".split(" "));

function expandsItself(word: string): boolean {
	const name = baseName(word)
		.toLowerCase()
		.replace(/\.exe$/, "");
	return EXPANDING.has(name) || /^(?:python|pypy)[\d.]*$/.test(name);
}

const WHOLE = /^\$(?:[A-Za-z_]\w*|\{[A-Za-z_]\w*(?:[:?+#%/-][^{}]*)?\})$/;
const WITHIN = /\$(?:([A-Za-z_]\w*)|\{([A-Za-z_]\w*)(?:[:?+#%/-][^{}]*)?\})/g;

/** A word that is a variable, or a variable in it that the file sets or that is named like an environment variable. */
function findVariable(word: string, { variables }: AnalysedStage, isSetting: boolean): string | undefined {
	if (!word.includes("$")) return undefined;
	if (WHOLE.test(word)) return word;
	if (isSetting) return undefined;
	for (const [variable, bare, braced] of word.matchAll(WITHIN)) {
		const name = bare ?? braced ?? "";
		if (variables.has(name) || /^[A-Z][A-Z0-9_]+$/.test(name)) return variable;
	}
	return undefined;
}
