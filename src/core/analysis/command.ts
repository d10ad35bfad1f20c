import { type ExecForm, readArgumentForm } from "../dockerfile/exec-form.ts";
import type { Instruction } from "../dockerfile/instruction.ts";

/** How a CMD or ENTRYPOINT is written. A bare one is the shell form of the empty string. */
export type CommandForm = ExecForm | "shell";

/** The form of a CMD, ENTRYPOINT or SHELL instruction. */
export function commandForm(instruction: Instruction): CommandForm {
	const form = readArgumentForm(instruction.argument.text);
	return form === "not-all-strings" ? "shell" : form;
}

/**
 * The argument vector that a CMD or ENTRYPOINT sets in the config; undefined if it needs a SHELL that is not known.
 */
export function commandArgv(
	instruction: Instruction,
	shell: readonly string[] | undefined,
): readonly string[] | undefined {
	const form = commandForm(instruction);
	if (form === "shell") return shell && [...shell, instruction.argument.text];
	// A new array each time: by its identity, stages that inherit the command differ from those that repeat it.
	return [...(instruction.keyword === "ENTRYPOINT" ? entrypointWords(form.argv) : form.argv)];
}

/**
 * The words of an ENTRYPOINT that start something. For engines, one whose only word is empty is empty (moby:
 * daemon/create.go, containerd: cri/opts/spec_opts.go, podman: specgen), and some images are written like that.
 */
export function entrypointWords(argv: readonly string[]): readonly string[] {
	return argv.length === 1 && argv[0] === "" ? [] : argv;
}
