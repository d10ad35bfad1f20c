// What the commands of a RUN do with files: redirections of echo, printf and cat, cp, mv, ln and install, rm, chmod,
// downloads.

import { readArgumentForm } from "../dockerfile/exec-form.ts";
import type { Instruction } from "../dockerfile/instruction.ts";
import { flatMap } from "../flat-map.ts";
import { baseName } from "../inits/invocation.ts";
import { expandShellWord, expandToText } from "../shell/expand.ts";
import { tryParseShellScript } from "../shell/parse.ts";
import { childNodes, type ShellNode, type ShellRedirect, type SimpleCommand } from "../shell/syntax.ts";
import type { ShellScope, ShellValue } from "../shell/value.ts";
import { type FileChange, readChange } from "./file-change.ts";
import { resolvePath } from "./posix-path.ts";
import { outputOf } from "./printed-text.ts";
import { shellTextOf } from "./run-text.ts";
import { isShell, readShell } from "./shell-words.ts";
import { readKnownWrapping } from "./wrappers.ts";

/** The context of a RUN. */
export interface RunPlace {
	/** The Dockerfile's text. */
	readonly source: string;
	readonly workdir: string;
	/** ENV and ARG. */
	readonly lookup: (name: string) => string | undefined;
}

/** What a RUN does with files, in order, regardless of its conditions. */
export function readRunFiles(run: Instruction, { source, workdir, lookup }: RunPlace): readonly FileChange[] {
	const scope: ShellScope = {
		script: "sh",
		args: [],
		isOpen: false,
		lookup: (name) => {
			const value = lookup(name);
			return value === undefined ? undefined : [{ text: value, isKnown: true }];
		},
	};
	const reader = new Reader(scope, workdir);
	const form = readArgumentForm(run.argument.text);
	if (typeof form === "object") reader.readWords(form.argv);
	else for (const node of tryParseShellScript(shellTextOf(run, source)) ?? []) reader.visit(node);
	return reader.changes;
}

/** Walks through the commands of a RUN in order. */
class Reader {
	readonly changes: FileChange[] = [];
	readonly #scope: ShellScope;
	/** Those that the RUN sets itself. */
	readonly #variables = new Map<string, ShellValue>();
	#folder: string;
	#depth = 0;

	constructor(scope: ShellScope, folder: string) {
		const lookup = (name: string): readonly ShellValue[] | undefined => {
			const own = this.#variables.get(name);
			return own === undefined ? scope.lookup(name) : [own];
		};
		this.#scope = { ...scope, lookup };
		this.#folder = folder;
	}

	visit(node: ShellNode): void {
		if (node.kind === "simple") this.#simple(node, undefined);
		else if (node.kind === "pipeline") this.#pipeline(node.commands);
		else this.#compound(node);
	}

	#compound(node: Exclude<ShellNode, SimpleCommand>): void {
		const before = this.#folder;
		for (const child of childNodes(node)) this.visit(child);
		if (node.kind === "subshell") this.#folder = before;
		if (node.kind === "group" || node.kind === "subshell")
			this.#redirects(node.redirects ?? [], () => outputOf(node.body, this.#scope));
	}

	/** The words of a program, expanded. */
	readWords(written: readonly string[], input?: string): void {
		const argv = unwrap(written);
		const [program = "", ...words] = argv;
		const text = textOfShell(argv, input);
		if (text !== undefined) this.#readText(text);
		else if (baseName(program) === "cd")
			this.#folder = resolvePath(this.#folder, words.find((word) => !word.startsWith("-")) ?? "/");
		else this.changes.push(...readChange(baseName(program), words, { folder: this.#folder, input }));
	}

	/** What another shell runs, which keeps its folder to itself. */
	#readText(text: string): void {
		if (this.#depth >= MAX_DEPTH) return;
		const before = this.#folder;
		this.#depth++;
		for (const node of tryParseShellScript(text) ?? []) this.visit(node);
		this.#depth--;
		this.#folder = before;
	}

	/** `echo text | tee file`: what the commands print goes to the next. */
	#pipeline(commands: readonly ShellNode[]): void {
		for (const [index, command] of commands.entries()) {
			if (command.kind === "simple")
				this.#simple(command, index === 0 ? undefined : outputOf(commands.slice(index - 1, index), this.#scope));
			else this.visit(command);
		}
	}

	#simple(command: SimpleCommand, piped: string | undefined): void {
		this.#redirects(command.redirects, () => outputOf([command], this.#scope, piped));
		if (command.words.length === 0)
			for (const { name, value } of command.assignments)
				this.#variables.set(name, expandToText(value.raw, this.#scope));
		const argv = flatMap(command.words, ({ raw }) => expandShellWord(raw, this.#scope)).map(({ text }) => text);
		this.readWords(argv, piped ?? outputOf([{ ...command, words: [{ raw: "cat", line: command.line }] }], this.#scope));
	}

	#redirects(redirects: readonly ShellRedirect[], output: () => string | undefined): void {
		for (const { operator, target } of redirects) {
			if (!/^&?>>?$|^>\|$/.test(operator)) continue;
			const path = resolvePath(this.#folder, expandToText(target.raw, this.#scope).text);
			this.changes.push({ kind: "write", path, text: output(), isAppended: operator.endsWith(">>") });
		}
	}
}

/** Texts within texts within texts, and sudo after sudo, are not written by people. */
const MAX_DEPTH = 10;

/** The words that sudo, env and their kind run. */
function unwrap(argv: readonly string[]): readonly string[] {
	let inner = argv;
	for (let depth = 0; depth < MAX_DEPTH; depth++) {
		const wrapping = readKnownWrapping(inner);
		if (wrapping === undefined || wrapping.textFrom !== undefined || wrapping.isScript) break;
		inner = inner.slice(wrapping.length);
	}
	return inner;
}

/** The text that a shell gets by `-c`, or else as its input. */
function textOfShell(argv: readonly string[], input: string | undefined): string | undefined {
	const operand = readShell(argv);
	if (operand !== undefined) return operand.kind === "text" ? argv[operand.at] : undefined;
	return isShell(argv[0] ?? "") ? input : undefined;
}
