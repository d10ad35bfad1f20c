import { hasCommandInFile } from "../analysis/lineage.ts";
import { type FollowedFile, followSource } from "../command/follow-source.ts";
import { findMisspelledIgnores, isIgnoredBy, readIgnoreComments } from "../dockerfile/ignore-comments.ts";
import type { Finding, Level } from "../finding.ts";
import { flatMap } from "../flat-map.ts";
import { checkArguments } from "../rewrite/check-arguments.ts";
import type { RewriteOptions } from "../rewrite/options.ts";
import { needsAttention, type Outcome } from "../rewrite/outcome.ts";
import { previewRewrite } from "../rewrite/rewrite.ts";
import { applyIgnoreComments, misspelledFinding } from "./apply-ignore-comments.ts";
import { rules } from "./rules/index.ts";
import { makeRuleContext, rangeOf } from "./rules/rule.ts";
import { withRequestedInits } from "./with-requested-inits.ts";

/** What to check, and how severe each finding is. */
export interface CheckOptions extends RewriteOptions {
	/** Levels by code; `off` leaves one out. */
	readonly levels?: Readonly<Record<string, Level | "off">>;
}

/** The result of a check. */
export interface CheckResult {
	/** What a rewrite would make of each stage. */
	readonly outcomes: readonly Outcome[];
	/** In the order of the text. */
	readonly findings: readonly Finding[];
}

/**
 * Checks a file that was read. `others` are findings from elsewhere, to which the file's comments and the levels apply,
 * too.
 */
export function checkFile(
	file: FollowedFile,
	outcomes: readonly Outcome[],
	options: CheckOptions,
	others: readonly Finding[] = [],
): readonly Finding[] {
	const asBuilt = withRequestedInits(file, options);
	const context = makeRuleContext(asBuilt, options);
	const found = flatMap(rules, (rule) =>
		[...rule.check(asBuilt, context)].map((finding) => ({ code: rule.code, level: rule.level, ...finding })),
	);
	const comments = readIgnoreComments(file.dockerfile);
	const ignoredOffsets = outcomes.filter(({ code }) => code === "ignored").map(({ start }) => start);
	const used = new Set(
		comments.filter((comment) => ignoredOffsets.some((offset) => isIgnoredBy(comment, "rewritten", offset))),
	);
	const kept = applyIgnoreComments(
		[...flatMap(outcomes, (outcome) => outcomeFinding(file, outcome, options)), ...found, ...others],
		comments,
		used,
	);
	const misspelled = findMisspelledIgnores(file.dockerfile).map(misspelledFinding);
	return flatMap([...kept, ...misspelled], (finding) => withLevel(finding, options)).sort(
		(left, right) => left.start - right.start,
	);
}

/** Checks a text. Throws DockerfileSyntaxError, and TypeError for a wrong option. */
export function check(source: string, options: CheckOptions = {}): CheckResult {
	checkArguments(source, options);
	const file = followSource(source, options);
	const { outcomes } = previewRewrite(file, options);
	return { outcomes, findings: checkFile(file, outcomes, options) };
}

/** A stage that could have an init and has none is a finding, too. */
function outcomeFinding({ stages }: FollowedFile, outcome: Outcome, { inherited = false }: RewriteOptions): Finding[] {
	const analysed = stages[outcome.stage];
	if (!needsAttention(outcome) || analysed === undefined) return [];
	const { stage } = analysed;
	// The file itself requests it with `--init`.
	if (outcome.code === "rewritten" && stage.initFlags.length > 0) return [];
	const instruction =
		[...stage.instructions, ...analysed.triggers].find(({ start }) => start === outcome.start) ?? stage.from;
	const message = outcome.code === "rewritten" ? describeRewritten(outcome) : outcome.message;
	// The base's own command is not this file's concern, unless the user says so.
	const isForeign = outcome.code === "unknown-base" && !inherited && !hasCommandInFile(stages, analysed);
	return [
		{
			code: outcome.code,
			level: isForeign ? "note" : "warning",
			message,
			...rangeOf(instruction),
			stage: outcome.stage,
		},
	];
}

function describeRewritten({ isUpdate, message }: Outcome): string {
	return isUpdate
		? `the init that a rewrite added does not match the options: ${message}`
		: `no init runs as PID 1; pidone rewrite would fix this: ${message}`;
}

function withLevel(finding: Finding, { levels }: CheckOptions): Finding[] {
	const level = levels?.[finding.code] ?? finding.level;
	return level === "off" ? [] : [{ ...finding, level }];
}
