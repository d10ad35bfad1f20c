import { baseName, type InitInvocation, readInitInvocation } from "../inits/invocation.ts";
import { readMainCommand } from "./shell-text.ts";

/** One program of a command that starts another one, or the last that does the work. */
export interface Layer {
	/** `wrapper`: a script that is known to end in `exec "$@"`, or a program such as gosu; `shell`: a shell and the text or script that it runs. */
	readonly kind: "init" | "wrapper" | "shell" | "program";
	/** Index of its first word in the command; what a shell's text starts has the index of the text. */
	readonly index: number;
	/** The layer and what it runs. */
	readonly argv: readonly string[];
	readonly invocation?: InitInvocation;
}

/** Takes a command apart: inits, scripts that pass on their arguments, shells, and last the program that does the work. */
export function readLayers(argv: readonly string[]): Layer[] {
	const layers: Layer[] = [];
	let rest: Rest | undefined = { argv, index: 0, isText: false };
	while (rest !== undefined && rest.argv.length > 0) {
		const layer: Layer = readLayer(rest);
		layers.push(layer);
		rest = insideOf(layer, rest);
	}
	return layers;
}

interface Rest {
	readonly argv: readonly string[];
	readonly index: number;
	/** Whether the words were read from a shell's text, where they have no index of their own. */
	readonly isText: boolean;
}

function readLayer({ argv, index }: Rest): Layer {
	const invocation = readInitInvocation(argv);
	if (invocation !== undefined) return { kind: "init", index, argv, invocation };
	if (shellOperand(argv) !== undefined) return { kind: "shell", index, argv };
	return { kind: wrapperLength(argv) < argv.length ? "wrapper" : "program", index, argv };
}

function insideOf({ kind, argv, invocation }: Layer, { index, isText }: Rest): Rest | undefined {
	const skip = (count: number): Rest => ({ argv: argv.slice(count), index: isText ? index : index + count, isText });
	if (invocation !== undefined) return skip(invocation.length);
	if (kind === "wrapper") return skip(wrapperLength(argv));
	const operand = kind === "shell" ? shellOperand(argv) : undefined;
	if (operand === undefined) return undefined;
	if (!operand.isText) return skip(operand.index);
	const inner = readMainCommand(argv[operand.index] ?? "");
	return inner && { argv: inner, index: isText ? index : index + operand.index, isText: true };
}

const SHELLS = new Set(["sh", "bash", "ash", "dash", "ksh", "mksh", "zsh"]);

/** Where the text behind a shell's `-c`, or the script that it runs, stands among its words. */
function shellOperand(argv: readonly string[]): { readonly index: number; readonly isText: boolean } | undefined {
	if (!SHELLS.has(baseName(argv[0] ?? ""))) return undefined;
	let isText = false;
	let index = 1;
	for (; /^[-+]/.test(argv[index] ?? ""); index++) {
		const word = argv[index] ?? "";
		if (/^-[a-z]*c[a-z]*$/.test(word)) isText = true;
		if (/^[-+][a-z]*o$/.test(word)) index++;
	}
	return index < argv.length ? { index, isText } : undefined;
}

/** How many words a program that replaces itself by the rest of its words takes for itself; all of them when it is none. */
function wrapperLength(argv: readonly string[]): number {
	const [program = ""] = argv;
	const name = baseName(program);
	if (/^docker-(?:php-)?entrypoint(?:\.sh)?$/.test(name)) return 1;
	if (name === "gosu" || name === "su-exec") return Math.min(2, argv.length);
	if (name !== "env") return argv.length;
	const command = argv.findIndex((word, index) => index > 0 && !word.includes("="));
	return command === -1 || argv[command]?.startsWith("-") ? argv.length : command;
}

/** Whether an init sends signals to the whole process group of its child. */
export function signalsGroup({ program, options }: InitInvocation): boolean {
	const has = (name: string): boolean => options.some((option) => option.name === name);
	if (program === "dumb-init") return !has("-c");
	return program !== "pid1" && (has("-g") || (program === "pidone" && has("-a")));
}
