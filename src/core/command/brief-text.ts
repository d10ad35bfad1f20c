import { flatMap } from "../flat-map.ts";
import { expandShellWord } from "../shell/expand.ts";
import { tryParseShellScript } from "../shell/parse.ts";
import { isShortLived, runsForever } from "../shell/short-lived.ts";
import { childNodes, type ShellNode, type SimpleCommand } from "../shell/syntax.ts";
import { known, type ShellScope } from "../shell/value.ts";

/** Whether a shell's text does one thing and exits, so that it does not matter how it is stopped. */
export function endsByItself(text: string): boolean {
	const nodes = tryParseShellScript(text) ?? [];
	return nodes.length > 0 && nodes.every(isBrief);
}

/** Whether a program only keeps a container running, such as `tail -f`: as PID 1 it does not end on SIGTERM, either. */
export function onlyWaits(argv: readonly string[]): boolean {
	return runsForever(argv.map(known));
}

function isBrief(node: ShellNode): boolean {
	if (node.kind === "simple") return isBriefCommand(node);
	// Only `for` is known to come to an end.
	if (node.kind === "loop" && node.words === undefined) return false;
	return childNodes(node).every(isBrief);
}

const NO_SCOPE: ShellScope = { script: "sh", args: [], isOpen: true, lookup: () => undefined };

function isBriefCommand({ words }: SimpleCommand): boolean {
	const argv = flatMap(words, ({ raw }) => expandShellWord(raw, NO_SCOPE));
	const [program, ...operands] = argv;
	if (program === undefined || BUILTINS.has(program.text) || USAGE.test(program.text)) return true;
	if (isShortLived(argv)) return !WAITING.has(program.text);
	const last = operands.at(-1)?.text ?? "";
	return PRINTING.test(last) || (operands.length === 1 && /^(?:help|version)$/.test(last));
}

const BUILTINS = new Set("[ [[ : cd exit export false set test true".split(" "));

/** Scripts that print how an image is used, as those for source-to-image do. */
const USAGE = /(?:^|\/)usage(?:\.sh)?$/;

/** Programs that are often told to wait, or to run another one. */
const WAITING = new Set("openssl sleep tee xargs".split(" "));

/** Options with which programs print how they are used, or what they are, and exit. */
const PRINTING = /^(?:-h|-\?|--?help|--?usage|--?version|-V)$/;
