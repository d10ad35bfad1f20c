import type { AnalysedFile } from "../rewrite/rewrite.ts";
import { type Layer, signalsGroup } from "./command-layers.ts";
import { findContextScript } from "./context-script.ts";
import { type EffectiveCommand, effectiveCommands } from "./effective-command.ts";
import { findingAt, type Rule, type RuleContext, type RuleFinding } from "./rule.ts";
import { usesExec } from "./shell-text.ts";

export const scriptNeverExecs: Rule = {
	code: "script-never-execs",
	level: "warning",
	title: "an entrypoint script that keeps running as the parent of the program",
	check: (file, context) => effectiveCommands(file, context).flatMap((command) => checkCommand(command, file, context)),
};

function checkCommand({ analysed, layers, instructionAt }: EffectiveCommand, file: AnalysedFile, context: RuleContext): RuleFinding[] {
	// Where the whole process group gets the signal, the program gets it too.
	if (layers.some(({ invocation }) => invocation !== undefined && signalsGroup(invocation))) return [];
	for (const [position, { kind, index, argv }] of layers.entries()) {
		const instruction = kind === "init" || kind === "shell" ? undefined : instructionAt(index);
		const script = instruction && findContextScript(file, analysed, argv[0] ?? "", context);
		if (instruction === undefined || script?.text === undefined) continue;
		if (!isShellScript(script.text, layers[position - 1]) || !keepsChild(script.text)) return [];
		return [findingAt(instruction, analysed, describe(script.path))];
	}
	return [];
}

function describe(path: string): string {
	return `${path} never uses exec, so its shell gets SIGTERM and the program that it starts does not; write exec in front of the last command`;
}

/** Whether a file is a shell's script, by its first line or because a shell is told to run it. */
function isShellScript(text: string, outer: Layer | undefined): boolean {
	return SHEBANG.test(text) || (outer?.kind === "shell" && !text.startsWith("#!"));
}

const SHEBANG = /^#!\s*(?:\/\S*\/)?(?:env\s+(?:-S\s+)?)?(?:\/\S*\/)?(?:busybox\s+)?(?:ba|a|da)?sh(?:\s|$)/;

/** Whether a script starts programs and neither replaces itself by one nor handles signals itself. */
function keepsChild(script: string): boolean {
	const lines = script.split(/\r?\n/).filter((line) => /^\s*[^\s#]/.test(line));
	const code = lines.join("\n");
	if (usesExec(code) || /(?:^|[\s;&|({])trap\s/m.test(code)) return false;
	const last = lines.at(-1) ?? "";
	// What another script does, which runs in the same shell, is not known.
	return lines.some((line) => !TRIVIAL.test(line)) && !/^\s*(?:\.|source)\s/.test(last);
}

/** Lines that start nothing that could run for long. */
const TRIVIAL =
	/^\s*(?:set|export|echo|printf|cd|umask|ulimit|exit|return|true|mkdir|chmod|chown|cp|mv|rm|ln|touch|cat|sleep)\b|^\s*\w+=\S*$|^\s*(?:fi|done|esac|else|then|do|\}|\{)$/;
