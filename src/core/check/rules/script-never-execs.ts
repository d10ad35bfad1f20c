import type { CommandChain, CommandStep } from "../../command/command-chain.ts";
import { usesExec } from "../../command/exec-use.ts";
import type { ImageFile } from "../../command/image-file.ts";
import { canTrap, reachesAll } from "../../command/reception.ts";
import { flatMap } from "../../flat-map.ts";
import { adviseExec } from "./describe-shell-form.ts";
import type { EffectiveCommand } from "./effective-command.ts";
import { findingAt, type Rule, type RuleFinding } from "./rule.ts";

export const scriptNeverExecs: Rule = {
	code: "script-never-execs",
	level: "warning",
	title: "An entrypoint script that keeps running as the parent of the program",
	check: (_, { commands }) => flatMap(commands, checkCommand),
};

function checkCommand({ analysed, chains, steps, instructionAt }: EffectiveCommand): RuleFinding[] {
	// If the whole process group gets the signal, so does the program.
	if (reachesAll(steps)) return [];
	const position = steps.findIndex(({ kind }) => kind === "script");
	const script = steps[position];
	const instruction = script && instructionAt(script.index);
	const child = steps[position + 1];
	if (script?.file === undefined || canTrap(script, child) || instruction === undefined) return [];
	const { name } = script.file;
	if (!chains.every((chain) => keepsChild(chain, name))) return [];
	const message = script.hasTrap ? describeTrap(name, child) : describe(script.file, child);
	return [findingAt(instruction, analysed, message)];
}

/** Whether a script, in this way, starts a program and waits for it. */
function keepsChild({ steps }: CommandChain, name: string): boolean {
	const position = steps.findIndex(({ file }) => file?.name === name);
	const [script, child] = steps.slice(Math.max(position, 0));
	return position === -1 || (child?.how === "child" && script !== undefined && !canTrap(script, child));
}

function describeTrap(name: string, child: CommandStep | undefined): string {
	const program = child?.argv[0] ?? "the program";
	return `${name} waits for ${program} in the foreground, and its trap cannot run before ${program} ends; start ${program} with & and wait for it with wait`;
}

function describe({ name, text = "" }: ImageFile, child: CommandStep | undefined): string {
	// In another way, the script may use it.
	const why =
		child !== undefined && usesExec(text)
			? `${name} starts ${child.argv[0]} as a child here, so its shell gets SIGTERM and ${child.argv[0]} does not`
			: `${name} never uses exec, so its shell gets SIGTERM and the program does not`;
	return `${why}; ${adviseExec(text, child)}`;
}
