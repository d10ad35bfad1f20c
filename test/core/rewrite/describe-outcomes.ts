import type { Outcome } from "../../../src/core/rewrite/outcome.ts";

/** One line for every stage, for goldens. */
export function describeOutcomes(outcomes: readonly Outcome[]): string {
	return outcomes
		.map(({ stage, name, code, message }) => `${stage}${name === undefined ? "" : ` (${name})`}: ${code}: ${message}\n`)
		.join("");
}
