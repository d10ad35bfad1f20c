import { shellTextOf } from "../../command/run-text.ts";
import { readShell } from "../../command/shell-words.ts";
import { readArgumentForm } from "../../dockerfile/exec-form.ts";
import type { Instruction } from "../../dockerfile/instruction.ts";
import type { Lookup } from "../../dockerfile/lex-options.ts";
import { flatMap } from "../../flat-map.ts";
import { baseName } from "../../inits/invocation.ts";
import { expandShellWord, expandToText } from "../../shell/expand.ts";
import { ShellSyntaxError } from "../../shell/lexer.ts";
import { parseShellScript } from "../../shell/parse.ts";
import { childNodes, type ShellAssignment, type ShellNode, type SimpleCommand } from "../../shell/syntax.ts";
import { known, type ShellScope, type ShellValue } from "../../shell/value.ts";

/** A program that a RUN calls. */
export interface RunCommand {
	/** Unknown variables are kept as they are written. */
	readonly words: readonly string[];
	/** The file that its output is redirected to. */
	readonly output?: string;
}

/** What a RUN depends on. */
export interface RunContext {
	/** The Dockerfile's text, for heredocs. */
	readonly source: string;
	/** The environment and the build arguments in force. */
	readonly lookup: Lookup;
}

/** The commands of a RUN in their order, whether they run or not; undefined if it cannot be read. */
export function readRunCommands(run: Instruction, { source, lookup }: RunContext): readonly RunCommand[] | undefined {
	const reader = new CommandReader(lookup);
	const form = readArgumentForm(run.argument.text);
	try {
		if (typeof form === "object") reader.readArgv(form.argv);
		else reader.readScript(shellTextOf(run, source));
	} catch (error) {
		if (error instanceof ShellSyntaxError) return undefined;
		throw error;
	}
	return reader.commands;
}

/** Longer words are neither paths nor options. */
const MAX_WORD = 4096;
/** The longer a word is, the longer its expansion takes. */
const MAX_RAW = 16_384;
/** Nobody nests more scripts than these by hand. */
const MAX_DEPTH = 8;

class CommandReader {
	readonly commands: RunCommand[] = [];
	readonly #variables = new Map<string, readonly ShellValue[] | undefined>();
	readonly #scope: ShellScope;
	#depth = 0;

	constructor(lookup: Lookup) {
		this.#scope = {
			script: "sh",
			args: [],
			isOpen: true,
			lookup: (name) => {
				if (this.#variables.has(name)) return this.#variables.get(name);
				const value = lookup(name);
				return value === undefined ? undefined : [known(value)];
			},
		};
	}

	readScript(text: string): void {
		if (++this.#depth <= MAX_DEPTH) for (const node of parseShellScript(text)) this.#visit(node);
		this.#depth--;
	}

	/** A command with known words. One that starts other commands is replaced by these. */
	readArgv(argv: readonly string[], output?: string): void {
		const words = withoutWrappers(argv);
		const operand = readShell(words);
		if (operand?.kind === "text") this.readScript(words[operand.at] ?? "");
		else if (words.length > 0)
			this.commands.push({
				words: words.map((word) => (word.length > MAX_WORD ? "" : word)),
				...(output === undefined ? {} : { output }),
			});
	}

	#visit(node: ShellNode): void {
		if (node.kind === "simple") this.#simple(node);
		else for (const child of childNodes(node)) this.#visit(child);
	}

	#simple({ assignments, words, redirects, declared = [] }: SimpleCommand): void {
		for (const assignment of words.length === 0 ? assignments : declared) this.#assign(assignment);
		const body = redirects.find((redirect) => redirect.body !== undefined)?.body;
		const target = redirects.findLast(({ operator }) => /^&?>>?$|^>\|$/.test(operator))?.target;
		const argv = flatMap(words, ({ raw }) =>
			raw.length > MAX_RAW && !raw.startsWith("'") ? [] : expandShellWord(raw, this.#scope),
		).map(({ text }) => text);
		this.readArgv(argv, target && expandToText(target.raw, this.#scope).text);
		const isShell =
			argv.length === 0 || (readShell(argv) === undefined && readShell([...argv, "script"])?.kind === "script");
		if (body !== undefined && isShell) this.readScript(body);
	}

	#assign({ name, value, elements }: ShellAssignment): void {
		this.#set(name, elements === undefined ? [expandToText(value.raw, this.#scope)] : undefined);
	}

	/** A variable with several values, as in the arms of a `case`, is unknown. */
	#set(name: string, values: readonly ShellValue[] | undefined): void {
		const isSame = !this.#variables.has(name) || JSON.stringify(this.#variables.get(name)) === JSON.stringify(values);
		this.#variables.set(name, isSame && values?.every(({ isKnown }) => isKnown) ? values : undefined);
	}
}

const WRAPPERS = new Set(["sudo", "env", "exec", "command", "nice", "eatmydata", "time", "busybox"]);

/** The words after `sudo`, `env A=b` and the like. */
function withoutWrappers(argv: readonly string[]): readonly string[] {
	let at = 0;
	while (WRAPPERS.has(baseName(argv[at] ?? ""))) {
		at++;
		while (/^-|^\w+=/.test(argv[at] ?? "")) at++;
	}
	return argv.slice(at);
}
