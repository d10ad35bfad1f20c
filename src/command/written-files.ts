// Files that a RUN writes: by redirections of echo, printf and cat, by cp, mv, ln and install, by downloads.
import type { Instruction } from "../dockerfile/instruction.ts";
import { baseName } from "../inits/invocation.ts";
import { expandShellWord, expandToText } from "../shell/expand.ts";
import { ShellSyntaxError } from "../shell/lexer.ts";
import { parseShellScript } from "../shell/parse.ts";
import { childrenOf, type ShellNode, type ShellRedirect, type SimpleCommand } from "../shell/syntax.ts";
import type { ShellScope } from "../shell/value.ts";
import { isExecutableMode } from "./copied-files.ts";
import { joinPath, resolvePath } from "./posix-path.ts";

/** How a RUN makes a file. */
export type WrittenFile =
	| { readonly kind: "text"; readonly text: string | undefined; readonly isAppended: boolean; readonly isExecutable: boolean }
	/** From another path of the image. */
	| { readonly kind: "moved"; readonly from: string; readonly isExecutable: boolean }
	| { readonly kind: "downloaded"; readonly isExecutable: boolean };

/** What to look for in a RUN. */
export interface WrittenQuery {
	/** The Dockerfile's text. */
	readonly source: string;
	readonly workdir: string;
	/** Absolute path in the image. */
	readonly path: string;
}

/** What a RUN does with a file: writes it, only makes it executable, or nothing. */
export function findWritten(run: Instruction, query: WrittenQuery): WrittenFile | "executable" | undefined {
	const text = shellTextOf(run, query.source);
	// Most RUNs do not name the file: reading them as scripts would take long.
	if (!text.includes(baseName(query.path)) && !/\bchmod\b.*\*/.test(text)) return undefined;
	return new Search(query).run(parseOrNothing(text));
}

/** The script of a RUN, heredocs included. */
export function shellTextOf({ argument, hasHeredoc, lineEnd }: Instruction, source: string): string {
	if (!hasHeredoc) return argument.text;
	const lineFeed = source.indexOf("\n", argument.offsetAt(argument.text.length));
	const bodies = lineFeed === -1 ? "" : source.slice(lineFeed + 1, lineEnd);
	// `RUN <<EOF` runs the lines themselves.
	return /^<<-?\s*\S+\s*$/.test(argument.text) ? bodies : `${argument.text}\n${bodies}`;
}

function parseOrNothing(text: string): readonly ShellNode[] {
	try {
		return parseShellScript(text);
	} catch (error) {
		if (error instanceof ShellSyntaxError) return [];
		throw error;
	}
}

const NO_SCOPE: ShellScope = { script: "sh", args: [], isOpen: false, lookup: () => undefined };

/** Goes through the commands of a RUN in their order. */
class Search {
	readonly #query: WrittenQuery;
	#found: WrittenFile | undefined;
	#isExecutable = false;
	#folder: string;

	constructor(query: WrittenQuery) {
		this.#query = query;
		this.#folder = query.workdir;
	}

	run(nodes: readonly ShellNode[]): WrittenFile | "executable" | undefined {
		for (const node of nodes) this.#visit(node);
		if (this.#found === undefined) return this.#isExecutable ? "executable" : undefined;
		return { ...this.#found, isExecutable: this.#found.isExecutable || this.#isExecutable };
	}

	#visit(node: ShellNode): void {
		if (node.kind === "simple") this.#simple(node);
		else {
			if (node.kind === "group" || node.kind === "subshell") this.#redirects(node.redirects ?? [], () => outputOf(node.body));
			for (const child of childrenOf(node)) this.#visit(child);
		}
	}

	#simple(command: SimpleCommand): void {
		this.#redirects(command.redirects, () => outputOf([command]));
		const [program = "", ...words] = command.words.flatMap(({ raw }) => expandShellWord(raw, NO_SCOPE)).map(({ text }) => text);
		const operands = words.filter((word) => !word.startsWith("-"));
		switch (baseName(program)) {
			case "cd":
				this.#folder = resolvePath(this.#folder, operands[0] ?? "/");
				return;
			case "chmod":
				if (isExecutableMode(operands[0] ?? "") && operands.slice(1).some((operand) => this.#matches(operand))) this.#isExecutable = true;
				return;
			case "cp":
			case "mv":
			case "ln":
			case "install":
				this.#moved(operands, baseName(program) === "install");
				return;
			case "tee":
				if (operands.some((operand) => this.#is(operand))) this.#write(outputOf([command]), words.includes("-a"));
				return;
			case "curl":
			case "wget":
				this.#downloaded(words);
				return;
			default:
		}
	}

	#redirects(redirects: readonly ShellRedirect[], output: () => string | undefined): void {
		for (const { operator, target } of redirects) {
			if (/^&?>>?$|^>\|$/.test(operator) && this.#is(expandToText(target.raw, NO_SCOPE).text)) this.#write(output(), operator.endsWith(">>"));
		}
	}

	#write(text: string | undefined, isAppended: boolean): void {
		const before = this.#found?.kind === "text" && isAppended ? this.#found : undefined;
		const whole = before === undefined ? text : before.text === undefined || text === undefined ? undefined : before.text + text;
		this.#found = { kind: "text", text: whole, isAppended: before?.isAppended ?? isAppended, isExecutable: before?.isExecutable ?? false };
	}

	/** The last operand is the new path, or the folder of the new one. */
	#moved(operands: readonly string[], isExecutable: boolean): void {
		const target = operands.at(-1) ?? "";
		for (const from of operands.slice(0, -1)) {
			if (!this.#is(target) && !this.#is(`${target}/${baseName(from)}`)) continue;
			const path = resolvePath(this.#folder, from);
			// What this RUN has made itself keeps its text under the new name.
			this.#found = path === this.#query.path ? this.#found : { kind: "moved", from: path, isExecutable };
		}
	}

	#downloaded(words: readonly string[]): void {
		const target = words.findIndex((word) => /^-[a-zA-Z]*[oO]$|^--output(?:-document)?$/.test(word));
		const joined = words.map((word) => /^(?:-[oO]|--output(?:-document)?=)(\/.*)$/.exec(word)?.[1]).find((path) => path !== undefined);
		const path = joined ?? (target === -1 ? undefined : words[target + 1]);
		const named = words.findLast((word) => /^https?:/.test(word));
		if (this.#is(path ?? baseName(named ?? ""))) this.#found = { kind: "downloaded", isExecutable: false };
	}

	#is(path: string): boolean {
		return path !== "" && resolvePath(this.#folder, path) === this.#query.path;
	}

	/** Whether a path with wildcards means the file. */
	#matches(path: string): boolean {
		if (!/[*?]/.test(path)) return this.#is(path) || this.#query.path.startsWith(joinPath(resolvePath(this.#folder, path), "/"));
		const pattern = resolvePath(this.#folder, path)
			.replace(/[.+^${}()|\\[\]]/g, "\\$&")
			.replace(/\*+/g, "[^/]*")
			.replace(/\?/g, "[^/]");
		return new RegExp(`^${pattern}$`).test(this.#query.path);
	}
}

/** What commands print, as far as it is known. */
function outputOf(nodes: readonly ShellNode[]): string | undefined {
	let output = "";
	for (const node of nodes) {
		const text = node.kind === "simple" ? printedBy(node) : undefined;
		if (text === undefined) return undefined;
		output += text;
	}
	return output;
}

function printedBy({ words, redirects }: SimpleCommand): string | undefined {
	const values = words.flatMap(({ raw }) => expandShellWord(raw, NO_SCOPE));
	const [program = "", ...args] = values.map(({ text }) => text);
	const body = redirects.find((redirect) => redirect.body !== undefined)?.body;
	if (program === "cat" || program === "tee") return body?.replaceAll("\\$", "$");
	if (program === "echo") {
		const from = args.findIndex((word) => !/^-[neE]+$/.test(word));
		return `${unescape(args.slice(from === -1 ? args.length : from).join(" "))}\n`;
	}
	if (program !== "printf") return undefined;
	const [format = "", ...rest] = args[0] === "--" ? args.slice(1) : args;
	return /^(?:%s|%b)\\n$/.test(format) ? rest.map((line) => `${unescape(line)}\n`).join("") : unescape(format.replace(/%[sb]/g, () => rest.shift() ?? ""));
}

function unescape(text: string): string {
	return text.replace(/\\([nt\\])/g, (_, character: string) => (character === "n" ? "\n" : character === "t" ? "\t" : "\\"));
}
