import type { FollowedFile } from "../command/follow-source.ts";
import { positionAt } from "../dockerfile/position.ts";
import type { Finding } from "../finding.ts";
import type { Outcome } from "../rewrite/outcome.ts";
import { type CheckOptions, checkFile } from "./check.ts";
import { rules } from "./rules/index.ts";

/**
 * The warnings and errors that a rewrite leaves, at their places in the original file; not that a stage would be
 * rewritten. The rewrite must keep the line numbers (`keepLines`).
 */
export function findUnfixed(
	file: FollowedFile,
	rewritten: FollowedFile,
	outcomes: readonly Outcome[],
	options: CheckOptions,
): readonly Finding[] {
	const found = checkFile(file, outcomes, options).filter(
		({ code, level }) => code !== "rewritten" && level !== "note",
	);
	if (!found.some(isOfRule)) return found;
	const left = new Set(checkFile(rewritten, [], options).map((finding) => keyOf(finding, rewritten)));
	return found.filter((finding) => !isOfRule(finding) || left.has(keyOf(finding, file)));
}

/** Other findings are about outcomes, which the rewritten file no longer has. */
function isOfRule({ code }: Finding): boolean {
	return rules.some((rule) => rule.code === code);
}

function keyOf({ code, start }: Finding, { dockerfile }: FollowedFile): string {
	return `${code} ${positionAt(dockerfile.source, start).line}`;
}
