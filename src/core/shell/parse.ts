import { ShellSyntaxError } from "./lexer.ts";
import { isAssignment, readAssignment } from "./read-assignment.ts";
import { readRedirectTarget } from "./read-redirect-target.ts";
import { readDoubleBracket, readForWords } from "./read-words.ts";
import type { ShellArm, ShellAssignment, ShellBranch, ShellNode, ShellRedirect, ShellWord } from "./syntax.ts";
import { TokenReader } from "./token-reader.ts";

/** Parses a shell script. Throws ShellSyntaxError if the text is not valid, or is nested too deeply. */
export function parseShellScript(text: string): ShellNode[] {
	return new ShellParser(text).parse();
}

/** Parses a shell script; undefined if the text is not valid. */
export function tryParseShellScript(text: string): ShellNode[] | undefined {
	try {
		return parseShellScript(text);
	} catch (error) {
		if (error instanceof ShellSyntaxError) return undefined;
		throw error;
	}
}

/** Builtins whose arguments are assignments, including arrays. */
const DECLARATIONS = new Set(["declare", "export", "local", "readonly", "typeset"]);
/** Words that end a list of commands if they come first in a command. */
const LIST_ENDS = new Set(["then", "elif", "else", "fi", "do", "done", "esac", "}"]);
const MAX_DEPTH = 200;

/** A simple command that is being read. */
interface SimpleParts {
	readonly assignments: ShellAssignment[];
	readonly words: ShellWord[];
	readonly redirects: ShellRedirect[];
	readonly declared: ShellAssignment[];
}

class ShellParser {
	readonly #tokens: TokenReader;
	#depth = 0;

	constructor(text: string) {
		this.#tokens = new TokenReader(text);
	}

	parse(): ShellNode[] {
		const nodes = this.#list();
		if (this.#tokens.current.kind !== "end") throw this.#tokens.unexpected();
		return nodes;
	}

	/** Commands up to a word or operator that cannot begin one. */
	#list(): ShellNode[] {
		const nodes: ShellNode[] = [];
		for (;;) {
			while (this.#tokens.current.kind === "newline" || this.#tokens.isOperator(";")) this.#tokens.next();
			if (this.#tokens.current.kind === "end" || this.#tokens.isOperator(")", ";;", ";&", ";;&")) break;
			if (this.#tokens.current.kind === "word" && LIST_ENDS.has(this.#tokens.current.raw)) break;
			const node = this.#andOr();
			if (this.#tokens.isOperator("&")) {
				this.#tokens.next();
				nodes.push({ kind: "background", body: node });
			} else nodes.push(node);
		}
		return nodes;
	}

	#andOr(): ShellNode {
		const first = this.#pipeline();
		const rest: { operator: "&&" | "||"; node: ShellNode }[] = [];
		while (this.#tokens.isOperator("&&", "||")) {
			const operator = this.#tokens.isOperator("&&") ? "&&" : "||";
			this.#tokens.next();
			this.#tokens.skipNewlines();
			rest.push({ operator, node: this.#pipeline() });
		}
		return rest.length === 0 ? first : { kind: "and-or", first, rest };
	}

	#pipeline(): ShellNode {
		if (this.#tokens.isWord("time")) this.#tokens.next();
		let isNegated = false;
		for (; this.#tokens.isWord("!"); this.#tokens.next()) isNegated = !isNegated;
		const body = this.#pipedCommands();
		return isNegated ? { kind: "not", body } : body;
	}

	#pipedCommands(): ShellNode {
		const first = this.#command();
		if (!this.#tokens.isOperator("|", "|&")) return first;
		const commands = [first];
		while (this.#tokens.isOperator("|", "|&")) {
			this.#tokens.next();
			this.#tokens.skipNewlines();
			commands.push(this.#command());
		}
		return { kind: "pipeline", commands };
	}

	#command(): ShellNode {
		if (++this.#depth > MAX_DEPTH)
			throw new ShellSyntaxError("commands are nested too deeply", this.#tokens.current.line);
		const node = this.#compound() ?? this.#simple();
		this.#depth--;
		if (node.kind === "simple") return node;
		const redirects: ShellRedirect[] = [];
		while (this.#tokens.isAtRedirect()) redirects.push(this.#redirect());
		return redirects.length > 0 && (node.kind === "group" || node.kind === "subshell") ? { ...node, redirects } : node;
	}

	/** A command that begins with a reserved word or a parenthesis; undefined for a simple command. */
	#compound(): ShellNode | undefined {
		if (this.#tokens.isOperator("(")) return this.#parenthesis();
		if (this.#tokens.current.kind !== "word") return undefined;
		switch (this.#tokens.current.raw) {
			case "if":
				return this.#if();
			case "case":
				return this.#case();
			case "while":
			case "until":
				return this.#while();
			case "for":
			case "select":
				return this.#for();
			case "{":
				return this.#group();
			case "function":
				return this.#function();
			case "coproc":
				// bash runs it in the background.
				this.#tokens.next();
				return { kind: "background", body: this.#command() };
			case "[[":
				return readDoubleBracket(this.#tokens);
			default:
				return undefined;
		}
	}

	#parenthesis(): ShellNode {
		if (this.#tokens.isAtParenthesis()) return this.#tokens.arithmetic();
		this.#tokens.next();
		const body = this.#list();
		if (!this.#tokens.isOperator(")")) throw this.#tokens.unexpected();
		this.#tokens.next();
		return { kind: "subshell", body };
	}

	#group(): ShellNode {
		this.#tokens.next();
		const body = this.#list();
		this.#tokens.expectWord("}");
		return { kind: "group", body };
	}

	#if(): ShellNode {
		const branches: ShellBranch[] = [];
		let otherwise: readonly ShellNode[] = [];
		while (this.#tokens.isWord("if") || this.#tokens.isWord("elif")) {
			if (branches.length > 0 && this.#tokens.isWord("if")) break;
			this.#tokens.next();
			const condition = this.#list();
			this.#tokens.expectWord("then");
			branches.push({ condition, body: this.#list() });
		}
		if (this.#tokens.isWord("else")) {
			this.#tokens.next();
			otherwise = this.#list();
		}
		this.#tokens.expectWord("fi");
		return { kind: "if", branches, otherwise };
	}

	#while(): ShellNode {
		const isUntil = this.#tokens.isWord("until");
		this.#tokens.next();
		const condition = this.#list();
		return { kind: "loop", condition, body: this.#loopBody(), ...(isUntil ? { isUntil } : {}) };
	}

	#for(): ShellNode {
		const isSelect = this.#tokens.isWord("select");
		this.#tokens.next();
		if (this.#tokens.isOperator("(") && this.#tokens.isAtParenthesis()) {
			const condition = [this.#tokens.arithmetic()];
			this.#skipSeparators();
			return { kind: "loop", condition, body: this.#loopBody() };
		}
		const { raw: variable } = this.#tokens.word();
		const words = readForWords(this.#tokens);
		this.#skipSeparators();
		return { kind: "loop", condition: [], body: this.#loopBody(), variable, ...(isSelect ? {} : { words }) };
	}

	#skipSeparators(): void {
		while (this.#tokens.isOperator(";") || this.#tokens.current.kind === "newline") this.#tokens.next();
	}

	#loopBody(): ShellNode[] {
		this.#tokens.expectWord("do");
		const body = this.#list();
		this.#tokens.expectWord("done");
		return body;
	}

	#case(): ShellNode {
		this.#tokens.next();
		const word = this.#tokens.word();
		this.#tokens.skipNewlines();
		this.#tokens.expectWord("in");
		const arms: ShellArm[] = [];
		for (this.#tokens.skipNewlines(); !this.#tokens.isWord("esac"); this.#tokens.skipNewlines()) arms.push(this.#arm());
		this.#tokens.next();
		return { kind: "case", word, arms };
	}

	#arm(): ShellArm {
		if (this.#tokens.isOperator("(")) this.#tokens.next();
		const patterns = [this.#tokens.word()];
		while (this.#tokens.isOperator("|")) {
			this.#tokens.next();
			patterns.push(this.#tokens.word());
		}
		if (!this.#tokens.isOperator(")")) throw this.#tokens.unexpected();
		this.#tokens.next();
		const body = this.#list();
		const end = this.#tokens.isOperator(";&") ? ";&" : this.#tokens.isOperator(";;&") ? ";;&" : ";;";
		if (this.#tokens.isOperator(";;", ";&", ";;&")) this.#tokens.next();
		else if (!this.#tokens.isWord("esac")) throw this.#tokens.unexpected();
		return { patterns, body, end };
	}

	#function(): ShellNode {
		this.#tokens.next();
		const { raw: name } = this.#tokens.word();
		return this.#functionBody(name);
	}

	/** Reads a function from its parentheses on. They are optional after `function`. */
	#functionBody(name: string): ShellNode {
		if (this.#tokens.isOperator("(")) {
			this.#tokens.next();
			if (!this.#tokens.isOperator(")")) throw this.#tokens.unexpected();
			this.#tokens.next();
		}
		this.#tokens.skipNewlines();
		this.#depth++;
		const body = this.#command();
		this.#depth--;
		return { kind: "function", name, body };
	}

	#simple(): ShellNode {
		const { line } = this.#tokens.current;
		const parts: SimpleParts = { assignments: [], words: [], redirects: [], declared: [] };
		while (this.#part(parts));
		const { assignments, words, redirects, declared } = parts;
		const [name] = words;
		if (words.length === 1 && name !== undefined && assignments.length === 0 && this.#tokens.isOperator("("))
			return this.#functionBody(name.raw);
		if (words.length === 0 && assignments.length === 0 && redirects.length === 0) throw this.#tokens.unexpected();
		return {
			kind: "simple",
			line,
			assignments,
			words,
			redirects,
			...(declared.length === 0 ? {} : { declared }),
		};
	}

	/** Adds the next word, assignment or redirection of a simple command, if there is one. */
	#part({ assignments, words, redirects, declared }: SimpleParts): boolean {
		const { current } = this.#tokens;
		if (this.#tokens.isAtRedirect()) redirects.push(this.#redirect());
		else if (current.kind !== "word") return false;
		else if (!isAssignment(current.raw)) words.push(this.#tokens.word());
		else if (words.length === 0) assignments.push(readAssignment(this.#tokens));
		else if (DECLARATIONS.has(words[0]?.raw ?? "")) declared.push(readAssignment(this.#tokens));
		else words.push(this.#tokens.word());
		return true;
	}

	#redirect(): ShellRedirect {
		const operator = this.#tokens.current.kind === "operator" ? this.#tokens.current.text : "";
		this.#tokens.next();
		if (this.#tokens.isOperator("<", ">") && this.#tokens.isAtParenthesis()) this.#tokens.next();
		if (this.#tokens.isOperator("(")) return this.#processSubstitution();
		return readRedirectTarget(this.#tokens, operator);
	}

	/** `>(…)` and `<(…)` run in the background. */
	#processSubstitution(): ShellRedirect {
		const { line } = this.#tokens.current;
		this.#parenthesis();
		return { operator: "process", target: { raw: "", line } };
	}
}
