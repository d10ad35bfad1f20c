import { shellTextOf } from "../command/run-text.ts";
import type { Instruction } from "../dockerfile/instruction.ts";
import { flatMap } from "../flat-map.ts";
import { readRunCommands } from "./by-hand/run-commands.ts";

/** Programs that print their words, and run none of them. */
const PRINTERS = new Set(["echo", "printf"]);

/**
 * What a RUN calls, in exec form, shell form or heredocs, as one line: the words of each command, and a semicolon
 * between commands. If the RUN cannot be read as a script, its whole text.
 */
export function commandsTextOf(run: Instruction, source: string): string {
	const commands = readRunCommands(run, { source, lookup: () => undefined });
	if (commands === undefined) return shellTextOf(run, source);
	return flatMap(commands, ({ words }) => (PRINTERS.has(words[0] ?? "") ? [] : words.join(" "))).join(" ; ");
}
