// How a shell's text makes way for a program, or could.
import { tryParseShellScript } from "../shell/parse.ts";
import { childNodes, type ShellNode, type SimpleCommand } from "../shell/syntax.ts";

/** `exec` before something else than a redirection. */
const EXEC = /(?:^|[\s;&|(){}!"'`])exec\s+(?!(?:\d*|&|\{\w+\})[<>])\S/m;

/** Whether a shell's text replaces the shell by a program at some place. */
export function usesExec(text: string): boolean {
	return text.includes("exec") && (tryParseShellScript(text)?.some(replacesShell) ?? EXEC.test(text));
}

/** In a copy of the shell, `exec` replaces only the copy. */
function replacesShell(node: ShellNode): boolean {
	if (node.kind === "simple") return isExec(node);
	return !isCopy(node) && childNodes(node).some(replacesShell);
}

function isExec({ words, redirects }: SimpleCommand): boolean {
	const raws = words.map(({ raw }) => raw);
	const at = raws.findIndex((raw) => raw !== "command" && raw !== "builtin");
	if (raws[at] === "eval") return EXEC.test(raws.slice(at + 1).join(" "));
	const [first, ...more] = raws[at] === "exec" ? raws.slice(at + 1) : [];
	return first !== undefined && (more.length > 0 || redirects.length === 0 || !/^\{\w+\}$/.test(first));
}

/** Builtins that start nothing which could replace the shell, or wait for what runs already. */
const BUILTINS = new Set([".", "builtin", "command", "eval", "fg", "source", "wait"]);

/** Whether the last command of a shell's text is one that `exec` could stand before; true if it cannot be read. */
export function canEndInExec(text: string): boolean {
	const last = tryParseShellScript(text)?.findLast((node) => !isExit(node));
	return last === undefined || startsProgram(last);
}

function startsProgram(node: ShellNode): boolean {
	switch (node.kind) {
		case "simple":
			return !BUILTINS.has(node.words[0]?.raw ?? "");
		case "and-or":
			return startsProgram(node.rest.at(-1)?.node ?? node.first);
		case "group": {
			const last = node.body.findLast((each) => !isExit(each));
			return last === undefined || startsProgram(last);
		}
		default:
			return !isCopy(node) && node.kind !== "loop";
	}
}

function isCopy({ kind }: ShellNode): boolean {
	return kind === "subshell" || kind === "pipeline" || kind === "background";
}

function isExit(node: ShellNode): boolean {
	return node.kind === "simple" && node.words[0]?.raw === "exit";
}
