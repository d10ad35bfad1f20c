// How a shell's text makes way for a program, or could.
import { tryParseShellScript } from "../shell/parse.ts";
import { waitsForProgram } from "../shell/short-lived.ts";
import { childNodes, type ShellNode, type SimpleCommand } from "../shell/syntax.ts";
import { known } from "../shell/value.ts";

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

/** Builtins that start nothing which could replace the shell, wait for what runs already, or only report. */
const BUILTINS = new Set(
	". [ [[ alias builtin cd command echo eval export fg printf read return set shift source test trap unset wait".split(
		" ",
	),
);

/** Where `exec` could stand in a command: before it, or between its assignments and its program. */
export type ExecPlace = "before" | "after-assignments";

/**
 * Where `exec` could stand in the last command of a shell's text; `before` if the text cannot be read, undefined if
 * the shell has to stay.
 */
export function findExecPlace(text: string): ExecPlace | undefined {
	const nodes = tryParseShellScript(text);
	return nodes === undefined ? "before" : placeInList(nodes);
}

/** Whether the last command of a shell's text is one that `exec` could stand before; true if it cannot be read. */
export function canEndInExec(text: string): boolean {
	return findExecPlace(text) !== undefined;
}

function placeInList(nodes: readonly ShellNode[]): ExecPlace | undefined {
	const last = nodes.findLast((node) => !passesStatusOn(node));
	return last && placeIn(last);
}

function placeIn(node: ShellNode): ExecPlace | undefined {
	switch (node.kind) {
		case "simple": {
			const [program] = node.words;
			if (program === undefined || BUILTINS.has(program.raw) || isWait(node)) return undefined;
			return node.assignments.length === 0 ? "before" : "after-assignments";
		}
		case "and-or":
			return placeInList([node.first, ...node.rest.map((each) => each.node)]);
		case "group":
			return placeInList(node.body);
		default:
			return isCopy(node) || node.kind === "loop" ? undefined : "before";
	}
}

/** `tail --pid=$!` waits for a program in the background, as the builtin wait does. */
function isWait({ words }: SimpleCommand): boolean {
	return waitsForProgram(words.map(({ raw }) => known(raw)));
}

function isCopy({ kind }: ShellNode): boolean {
	return kind === "subshell" || kind === "pipeline" || kind === "background";
}

/** `exit`, `true`, or `STATUS=$?`: nothing that a program in place of the shell would have to come back for. */
function passesStatusOn(node: ShellNode): boolean {
	if (node.kind !== "simple") return false;
	const [program] = node.words;
	if (program !== undefined) return /^(?:exit|true|false|:)$/.test(program.raw);
	return node.redirects.length === 0 && node.assignments.every(({ value }) => value.raw === "$?");
}
