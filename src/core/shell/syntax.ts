import { flatMap } from "../flat-map.ts";
// The syntax tree of a shell script, as far as it decides which programs the script starts (POSIX.1-2024, Shell Command
// Language; bash where scripts use it).

/** A word as it is written, including quotes and expansions. */
export interface ShellWord {
	readonly raw: string;
	/** One-based line of the script. */
	readonly line: number;
}

/** `NAME=value` before a command, or alone; `NAME+=value` appends; `NAME[1]=value` sets one element. */
export interface ShellAssignment {
	readonly name: string;
	readonly value: ShellWord;
	readonly isAppended: boolean;
	readonly isElement?: boolean;
	/** The elements of `NAME=(a b)`. */
	readonly elements?: readonly ShellWord[];
}

/** A redirection to or from a file, or a heredoc. */
export interface ShellRedirect {
	/** `>`, `>>`, `<`, `<<`, `&>`, `>|`, `<>`, `<<<`. */
	readonly operator: string;
	/** The file; the delimiter of a heredoc. */
	readonly target: ShellWord;
	/** The lines of a heredoc. */
	readonly body?: string;
}

/** A program, builtin or function with its words. */
export interface SimpleCommand {
	readonly kind: "simple";
	readonly line: number;
	readonly assignments: readonly ShellAssignment[];
	readonly words: readonly ShellWord[];
	readonly redirects: readonly ShellRedirect[];
	/** What `export`, `local` and the like set. These are not among the words. */
	readonly declared?: readonly ShellAssignment[];
}

/** One command of a script. */
export type ShellNode =
	| SimpleCommand
	| {
			readonly kind: "and-or";
			readonly first: ShellNode;
			readonly rest: readonly { readonly operator: "&&" | "||"; readonly node: ShellNode }[];
	  }
	| { readonly kind: "not"; readonly body: ShellNode }
	| { readonly kind: "pipeline"; readonly commands: readonly ShellNode[] }
	| { readonly kind: "background"; readonly body: ShellNode }
	| { readonly kind: "if"; readonly branches: readonly ShellBranch[]; readonly otherwise: readonly ShellNode[] }
	| { readonly kind: "case"; readonly word: ShellWord; readonly arms: readonly ShellArm[] }
	| ShellLoop
	| {
			readonly kind: "group" | "subshell";
			readonly body: readonly ShellNode[];
			readonly redirects?: readonly ShellRedirect[];
	  }
	| ShellFunction;

/** The definition of a function. */
export interface ShellFunction {
	readonly kind: "function";
	readonly name: string;
	readonly body: ShellNode;
}

/** `while`, `until`, or `for` and `select` with a variable that takes the value of each word. */
export interface ShellLoop {
	readonly kind: "loop";
	readonly condition: readonly ShellNode[];
	readonly body: readonly ShellNode[];
	/** `until`: the loop runs while the condition fails. */
	readonly isUntil?: boolean;
	/** The variable of `for`; `for ((…))` has a condition instead. */
	readonly variable?: string;
	/** The values of the variable. */
	readonly words?: readonly ShellWord[];
}

/** `if` or `elif`, and what follows `then`. */
export interface ShellBranch {
	readonly condition: readonly ShellNode[];
	readonly body: readonly ShellNode[];
}

/** One arm of a `case`. */
export interface ShellArm {
	readonly patterns: readonly ShellWord[];
	readonly body: readonly ShellNode[];
	/** `;;` leaves the case, `;&` runs the next arm, `;;&` tests the next arm. */
	readonly end: ";;" | ";&" | ";;&";
}

/** The commands within a command. */
export function childNodes(node: ShellNode): readonly ShellNode[] {
	switch (node.kind) {
		case "simple":
			return [];
		case "and-or":
			return [node.first, ...node.rest.map((each) => each.node)];
		case "pipeline":
			return node.commands;
		case "if":
			return [...flatMap(node.branches, ({ condition, body }) => [...condition, ...body]), ...node.otherwise];
		case "case":
			return flatMap(node.arms, ({ body }) => body);
		case "loop":
			return [...node.condition, ...node.body];
		case "group":
		case "subshell":
			return node.body;
		default:
			return [node.body];
	}
}
