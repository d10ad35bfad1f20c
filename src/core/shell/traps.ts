import { childNodes, type ShellNode } from "./syntax.ts";
import type { ShellValue } from "./value.ts";

/** What `trap action SIGNAL …` sets. */
export interface Trap {
	/** A text, often the name of a function. */
	readonly action: string;
	/** Names without SIG, or numbers. */
	readonly signals: readonly string[];
}

/** Reads the words of `trap`; undefined if they ignore signals or reset them. */
export function readTrap(argv: readonly ShellValue[]): Trap | undefined {
	const [action = "", ...signals] = argv.slice(argv[1]?.text === "--" ? 2 : 1).map(({ text }) => text);
	if (action === "" || action === "-") return undefined;
	return { action, signals: signals.map((signal) => signal.toUpperCase().replace(/^SIG/, "")) };
}

const KILL = /(?:^|[\s;&|(){}])(?:kill|killall|pkill)\s/;

/** Whether an action sends a signal: most actions for EXIT only tidy up. */
export function sendsSignal(action: string, findFunction: (name: string) => ShellNode | undefined): boolean {
	const body = findFunction(action.trim());
	return body === undefined ? KILL.test(action) : runsKill(body);
}

function runsKill(node: ShellNode): boolean {
	if (node.kind === "simple") return KILL.test(node.words.map(({ raw }) => `${raw} `).join(""));
	return childNodes(node).some(runsKill);
}
