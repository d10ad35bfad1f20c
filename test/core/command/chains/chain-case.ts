import type { CommandChain, CommandStep } from "../../../../src/core/command/command-chain.ts";

/** A command and every way that it may take, the likeliest first, as `describeChain` writes them. */
export interface ChainCase {
	readonly title: string;
	/** Without its first line, which is `FROM debian:12`, unless it begins with FROM. */
	readonly dockerfile: string;
	/** The build context. */
	readonly files?: Readonly<Record<string, string>>;
	readonly chains: readonly string[];
}

/**
 * Writes a chain in one line: ` = ` in front of a program that takes the place of the one before, ` > ` in front of a
 * child; the words of the last program; the place of a script where it is started; ` ? ` and the reason where it is not
 * known what it runs.
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
