import { flatMap } from "../flat-map.ts";
import { decodeFormat, decodeWord } from "../shell/escapes.ts";
import { expandShellWord } from "../shell/expand.ts";
import type { ShellNode, ShellRedirect, SimpleCommand } from "../shell/syntax.ts";
import type { ShellScope } from "../shell/value.ts";

/** What commands print, if that is known. */
export function outputOf(nodes: readonly ShellNode[], scope: ShellScope, piped?: string): string | undefined {
	let output = "";
	for (const node of nodes) {
		const text =
			node.kind === "simple"
				? printedBy(node, scope, piped)
				: node.kind === "group"
					? outputOf(node.body, scope)
					: undefined;
		if (text === undefined) return undefined;
		output += text;
	}
	return output;
}

function printedBy(
	{ words, redirects }: SimpleCommand,
	scope: ShellScope,
	piped: string | undefined,
): string | undefined {
	const values = flatMap(words, ({ raw }) => expandShellWord(raw, scope));
	const [program, ...args] = values.map(({ text }) => text);
	switch (program) {
		case "cat":
		case "tee":
			return args.length === 0 || program === "tee" ? (bodyOf(redirects) ?? piped) : undefined;
		case "echo": {
			const from = args.findIndex((word) => !/^-[neE]+$/.test(word));
			return `${decodeWord(args.slice(from === -1 ? args.length : from).join(" "))}\n`;
		}
		case "printf":
			return formatted(args[0] === "--" ? args.slice(1) : args);
		default:
			return undefined;
	}
}

/**
 * The lines of a heredoc. Without quotes around its name, a backslash takes away what `$` means; other variables are
 * the script's own as well as the RUN's.
 */
function bodyOf(redirects: readonly ShellRedirect[]): string | undefined {
	const heredoc = redirects.findLast(({ body }) => body !== undefined);
	return heredoc === undefined || /['"\\]/.test(heredoc.target.raw)
		? heredoc?.body
		: heredoc.body?.replace(/\\([$`\\])/g, "$1");
}

/** `printf` goes through its format until there are no more words. */
function formatted([format = "", ...words]: readonly string[]): string {
	const rest = [...words];
	let output = "";
	do {
		const before = rest.length;
		output += decodeFormat(format).replace(/%([%sb])/g, (_, kind: string) =>
			kind === "%" ? "%" : kind === "b" ? decodeWord(rest.shift() ?? "") : (rest.shift() ?? ""),
		);
		if (rest.length === before) break;
	} while (rest.length > 0);
	return output;
}
