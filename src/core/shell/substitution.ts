import { tryParseShellScript } from "./parse.ts";
import type { ShellNode, SimpleCommand } from "./syntax.ts";
import { joinValues, type ShellValue } from "./value.ts";

type Expand = (raw: string) => readonly ShellValue[];

/** Longer ones do more than name a program. */
const MAX_LENGTH = 500;

/**
 * What a command substitution prints, if that is known without running it: paths made from other paths, and programs
 * that scripts look for.
 */
export function evaluateSubstitution(text: string, expand: Expand): string | undefined {
	if (text.length > MAX_LENGTH) return undefined;
	const [node, ...more] = tryParseShellScript(text) ?? [];
	return node === undefined || more.length > 0 ? undefined : outputOf(node, expand);
}

function outputOf(node: ShellNode, expand: Expand): string | undefined {
	if (node.kind === "simple") return printedBy(node, expand);
	if (node.kind !== "and-or" || node.first.kind !== "simple") return undefined;
	// `cd FOLDER && pwd`
	const [next, ...more] = node.rest;
	if (more.length > 0 || next?.operator !== "&&" || next.node.kind !== "simple" || next.node.words[0]?.raw !== "pwd")
		return undefined;
	const [program, folder, ...rest] = operandsOf(node.first, expand) ?? [];
	return program === "cd" && rest.length === 0 ? folder : undefined;
}

function printedBy(command: SimpleCommand, expand: Expand): string | undefined {
	if (command.redirects.some(({ operator }) => operator.startsWith("<"))) return undefined;
	const [program = "", ...operands] = operandsOf(command, expand) ?? [];
	const [operand = "", more] = operands;
	switch (program) {
		case "command":
		case "which":
		case "type":
		case "readlink":
		case "realpath":
		case "echo":
			return operands.length === 1 ? operand : undefined;
		case "printf":
			return filledIn(operands);
		case "dirname":
			return operands.length === 1
				? operand.replace(/\/?[^/]*\/?$/, "") || (operand.startsWith("/") ? "/" : ".")
				: undefined;
		case "basename":
			return operands.length === 1 || (operands.length === 2 && more !== undefined)
				? withoutFolders(operand, more)
				: undefined;
		default:
			return undefined;
	}
}

/** What `printf '%s' text` prints. */
function filledIn([format, text, ...more]: readonly string[]): string | undefined {
	return more.length === 0 && /^%s(?:\\n)?$/.test(format ?? "") ? text : undefined;
}

function withoutFolders(path: string, ending = ""): string {
	const name = /[^/]*\/?$/.exec(path)?.[0].replace("/", "") ?? "";
	return ending !== "" && name.endsWith(ending) && name !== ending ? name.slice(0, -ending.length) : name;
}

/** The program and its operands, without options; undefined if they are unknown. */
function operandsOf({ words, assignments }: SimpleCommand, expand: Expand): string[] | undefined {
	const values = words.map(({ raw }) => joinValues(expand(raw), " "));
	if (assignments.length > 0 || !values.every(({ isKnown }) => isKnown)) return undefined;
	return values.map(({ text }) => text).filter((text, index) => index === 0 || !text.startsWith("-"));
}
