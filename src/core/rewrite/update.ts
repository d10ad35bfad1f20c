// Rewriting a rewritten file again, with other options.

import { type FollowedFile, followSource } from "../command/follow-source.ts";
import type { Dockerfile } from "../dockerfile/parse.ts";
import { DockerfileSyntaxError } from "../dockerfile/syntax-error.ts";
import { flatMap } from "../flat-map.ts";
import { checkOptions } from "./check-options.ts";
import { describeMarked, findLost } from "./describe-marked.ts";
import { type MarkedBlock, readMarkedBlocks } from "./marked-block.ts";
import { PREFIX } from "./marker.ts";
import type { RewriteOptions } from "./options.ts";
import type { Outcome } from "./outcome.ts";
import { listInstallOptions } from "./recorded-install.ts";
import { readRecordedOptions } from "./recorded-options.ts";
import type { AnalysedRewrite } from "./result.ts";
import { revert } from "./revert.ts";
import { findStaleMarkers } from "./stale-markers.ts";
import { describeUpdate } from "./update-result.ts";

/** The options that decide what a rewrite inserts. Without any of them, the earlier rewrite stays as it is. */
const DECIDING = [
	"init",
	"install",
	"mirrors",
	"platforms",
	"templates",
	"source",
	"entrypointPath",
	"initOptions",
	"exec",
	"replace",
] as const;
/** The options that only make sense for one init. */
const INIT_OPTIONS = ["install", "entrypointPath", "initOptions"] as const;

/** Rewrites the stages that have no init. */
type Rewrite = (file: FollowedFile, options: RewriteOptions) => AnalysedRewrite;

/**
 * Updates an earlier rewrite to new options: reverts it in memory, and rewrites the original. Options that are not
 * given are those of the earlier rewrite. A stage that cannot be rewritten with them keeps what it has, and its outcome
 * says why.
 * @returns undefined if the file has no markers, or no option says what to insert
 */
export function updateRewrite(
	file: FollowedFile,
	options: RewriteOptions,
	rewrite: Rewrite,
): AnalysedRewrite | undefined {
	if (options.keepLines || options.keepRewritten || !DECIDING.some((key) => options[key] !== undefined))
		return undefined;
	const { source } = file.dockerfile;
	const blocks = source.includes(PREFIX) ? readMarkedBlocks(file.dockerfile) : [];
	if (blocks.length === 0) return undefined;
	const keep = (why: string): AnalysedRewrite => {
		const { outcomes, ...result } = rewrite(file, options);
		const stale = findStaleMarkers(file.dockerfile, options);
		const explain = (outcome: Outcome): Outcome =>
			outcome.message === stale.get(outcome.stage) ? outcome : explainKept(outcome, blocks, why);
		return { ...result, outcomes: outcomes.map(explain) };
	};
	if (!options.replace && blocks.some(({ marker }) => marker.changes.some(({ kind }) => kind === "replaced"))) {
		return keep("it replaced another init, so --replace is needed");
	}
	try {
		const original = revert(source).text;
		const { updated, options: merged, isSame } = rewriteAgain(file, original, { options, rewrite });
		if (isSame) return rewriteText(source, merged, rewrite);
		const lost = findLost(file.dockerfile, updated.output.dockerfile);
		if (lost !== undefined) return keep(updated.outcomes[lost]?.message ?? "");
		return describeUpdate(file, updated, rewrite(file, options).outcomes);
	} catch (error) {
		if (error instanceof DockerfileSyntaxError) return keep(error.message);
		throw error;
	}
}

/**
 * How often an update is repeated with the options that can be inferred from its result, which may be fewer than those
 * that the earlier text showed.
 */
const MAX_ROUNDS = 4;

/** The result of an update. */
interface Again {
	readonly updated: AnalysedRewrite;
	/** The given and the recorded ones. */
	readonly options: RewriteOptions;
	/** Whether the text stays the same. */
	readonly isSame: boolean;
}

interface Given {
	readonly options: RewriteOptions;
	readonly rewrite: Rewrite;
}

/** Rewrites the original with the new options, so that another update changes nothing. */
function rewriteAgain(file: FollowedFile, original: string, given: Given): Again {
	const present = describeMarked(file.dockerfile);
	const update = (from: FollowedFile): Again => {
		const options = mergeOptions(recoverOptions(from, original, given), given.options, from.dockerfile);
		const updated = rewriteText(original, options, given.rewrite);
		return { updated, options, isSame: isSame(describeMarked(updated.output.dockerfile), present) };
	};
	let last = update(file);
	for (let round = 0; round < MAX_ROUNDS && !last.isSame; round++) {
		// Nothing can be inferred from a text that lacks the init: it would get the default one.
		if (findLost(file.dockerfile, last.updated.output.dockerfile) !== undefined) return last;
		const next = update(followSource(last.updated.text, given.options));
		if (next.updated.text === last.updated.text) return last;
		last = next;
	}
	return { ...last, isSame: true };
}

/** The options of the earlier rewrite: of several answers, the one that reproduces the text. */
function recoverOptions(file: FollowedFile, original: string, { options, rewrite }: Given): RewriteOptions {
	const blocks = readMarkedBlocks(file.dockerfile);
	const candidates = flatMap(readRecordedOptions(file, blocks), (recorded) => listInstallOptions(blocks, recorded));
	if (candidates.length === 1) return candidates[0] ?? {};
	const present = describeMarked(file.dockerfile);
	const others = Object.fromEntries(Object.entries(options).filter(([key]) => !DECIDING.some((each) => each === key)));
	const exact = candidates.find((recorded) =>
		isSame(tryDescribe(original, { ...others, ...recorded }, rewrite), present),
	);
	return exact ?? candidates[0] ?? {};
}

function rewriteText(source: string, options: RewriteOptions, rewrite: Rewrite): AnalysedRewrite {
	return rewrite(followSource(source, options), options);
}

/** What a rewrite would insert; undefined if it is impossible. */
function tryDescribe(
	source: string,
	options: RewriteOptions,
	rewrite: Rewrite,
): ReadonlyMap<string, string> | undefined {
	try {
		return describeMarked(rewriteText(source, options, rewrite).output.dockerfile);
	} catch (error) {
		if (error instanceof DockerfileSyntaxError) return undefined;
		throw error;
	}
}

/** Given options override recorded ones. Recorded options for another init are dropped. */
function mergeOptions(recorded: RewriteOptions, given: RewriteOptions, dockerfile: Dockerfile): RewriteOptions {
	const others = Object.fromEntries(
		Object.entries(recorded).filter(([key]) => key !== "init" && !INIT_OPTIONS.some((each) => each === key)),
	);
	const init = given.init ?? (given.replace ? "pidone" : undefined);
	if (init !== undefined && init !== recorded.init) return { ...others, ...given };
	const merged = { ...recorded, ...given };
	try {
		checkOptions(merged, dockerfile);
		return merged;
	} catch {
		// The given options mean nothing to the present init, so they are meant for the default one.
		return { ...others, ...given };
	}
}

function isSame(left: ReadonlyMap<string, string> | undefined, right: ReadonlyMap<string, string>): boolean {
	return (
		left !== undefined && left.size === right.size && [...left].every(([stage, text]) => right.get(stage) === text)
	);
}

function explainKept(outcome: Outcome, blocks: readonly MarkedBlock[], why: string): Outcome {
	const isMarked = blocks.some(({ stage, marker }) => stage === outcome.stage && !marker.startsStage);
	if (!isMarked || outcome.code === "rewritten") return outcome;
	return {
		...outcome,
		message: `${outcome.message}; the earlier rewrite stays as it is, despite the options: ${why}`,
	};
}
