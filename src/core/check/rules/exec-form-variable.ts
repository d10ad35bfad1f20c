import type { CommandChain } from "../../command/command-chain.ts";
import { flatMap } from "../../flat-map.ts";
import { baseName } from "../../inits/invocation.ts";
import { chainsWith, type ExecWord, findExecWords, findingAtWord, readsText } from "./exec-form-words.ts";
import type { Rule, RuleFinding } from "./rule.ts";

export const execFormVariable: Rule = {
	code: "exec-form-variable",
	level: "warning",
	title: "A variable in exec form, which nothing expands",
	check: ({ commands }, context) =>
		flatMap(findExecWords(context, expandsItself), (word): RuleFinding[] => {
			const variable = findVariable(word);
			if (variable === undefined || chainsWith(word, commands).every((chain) => isReplaced(variable, chain))) return [];
			const message = `nothing expands ${variable} in exec form, so the program gets the text itself: write the value, or let a shell expand it, as in ["sh", "-c", "exec …"]`;
			return [findingAtWord(word, message)];
		}),
};

/** Whether a script mentions a variable's name as a text, to put the value in its place. */
function isReplaced(variable: string, { steps }: CommandChain): boolean {
	const name = /[A-Za-z_]\w*/.exec(variable)?.[0] ?? "";
	const asText = new RegExp(String.raw`(?:\\|'[^'\n]*)\$\{?${name}\b`);
	return steps.some(({ file }) => file?.text !== undefined && asText.test(file.text));
}

/** Tools besides shells and languages that interpret a dollar sign in a word. */
const EXPANDING = new Set("envsubst grep egrep find xargs make gmake nginx haproxy".split(" "));

function expandsItself(word: string): boolean {
	return readsText(word) || EXPANDING.has(baseName(word));
}

/** Programs that expand `${NAME}` in the value of an option, as in `--server.port=${PORT}`. */
const READS_SETTINGS = new Set("java auditbeat filebeat heartbeat logstash metricbeat packetbeat".split(" "));

const WHOLE = /^\$(?:[A-Za-z_]\w*|\{[A-Za-z_]\w*(?:[:?+#%/-][^{}]*)?\})$/;
const WITHIN = /\$(?:([A-Za-z_]\w*)|\{([A-Za-z_]\w*)(?:[:?+#%/-][^{}]*)?\})/g;

/** A word that is a variable, or a variable in it that the file sets or that is named like an environment variable. */
function findVariable({ text, index, argv, analysed }: ExecWord): string | undefined {
	if (!text.includes("$")) return undefined;
	if (WHOLE.test(text)) return text;
	if (argv.slice(0, index).some((each) => READS_SETTINGS.has(baseName(each)))) return undefined;
	for (const [variable, bare, braced] of text.matchAll(WITHIN)) {
		const name = bare ?? braced ?? "";
		if (analysed.variables.has(name) || /^[A-Z][A-Z0-9_]+$/.test(name)) return variable;
	}
	return undefined;
}
