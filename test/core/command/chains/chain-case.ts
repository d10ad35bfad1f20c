import type { CommandChain, CommandStep } from "../../../../src/core/command/command-chain.ts";

/** A command and every way that it may take, the most likely first, as `describeChain` writes them. */
export interface ChainCase {
	readonly title: string;
	/** Without the first line, which is `FROM debian:12`, unless the text begins with FROM. */
	readonly dockerfile: string;
	/** The build context. */
	readonly files?: Readonly<Record<string, string>>;
	readonly chains: readonly string[];
}

/**
 * Writes a chain on one line: ` = ` before a program that replaces the previous one, ` > ` before a child; the words of
 * the last program; the place in a script where the program is started; ` ? ` and the reason if it is not known what it
 * runs.
 */
export function describeChain({ steps, unknown }: CommandChain): string {
	const parts = steps.map((step, index) => {
		const sign = index === 0 ? "" : step.how === "exec" ? " = " : " > ";
		return `${sign}${describeStep(step, index === steps.length - 1)}`;
	});
	return `${parts.join("")}${unknown === undefined ? "" : ` ? ${unknown}`}`;
}

function describeStep({ argv, place }: CommandStep, isLast: boolean): string {
	return `${isLast ? argv.join(" ") : argv[0]}${place === undefined ? "" : ` (${place})`}`;
}
