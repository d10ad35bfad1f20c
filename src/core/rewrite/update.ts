// A file that has been rewritten before, and is to be rewritten with other options: what was put in is brought up to
// date.

import type { FollowedFile } from "../command/follow-source.ts";
import { type Dockerfile, parseDockerfile } from "../dockerfile/parse.ts";
import { DockerfileSyntaxError } from "../dockerfile/syntax-error.ts";
import { checkOptions } from "./check-options.ts";
import { describeMarked, findLost } from "./describe-marked.ts";
import { type MarkedBlock, readMarkedBlocks } from "./marked-block.ts";
import { PREFIX } from "./marker.ts";
import type { RewriteOptions } from "./options.ts";
import type { Outcome } from "./outcome.ts";
import { readRecordedOptions } from "./recorded-options.ts";
import type { AnalysedRewrite } from "./result.ts";
import { revert } from "./revert.ts";
import { describeUpdate } from "./update-result.ts";

/** The options that say what is to be put in. Without any of them, what is there stays as it is. */
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
/** The options that are meant for one init. */
const INIT_OPTIONS = ["install", "entrypointPath", "initOptions"] as const;

/** How to rewrite a text that has not been rewritten before. */
export interface Rewriter {
	readonly read: (source: string, options: RewriteOptions) => FollowedFile;
	readonly rewrite: (file: FollowedFile, options: RewriteOptions) => AnalysedRewrite;
}

/**
 * Brings what the markers of a file describe in line with the new options: reverts it in memory, and rewrites the
 * original. Options that are not given are those of the earlier rewrite. A stage that could not be rewritten now keeps
 * what it has, and its outcome says why.
 * @returns undefined where the file has not been rewritten before, or no option says how it is to be
 */
export function updateRewrite(
	file: FollowedFile,
	options: RewriteOptions,
	rewriter: Rewriter,
): AnalysedRewrite | undefined {
	if (options.keepLines || options.keepRewritten || !DECIDING.some((key) => options[key] !== undefined))
		return undefined;
	const { source } = file.dockerfile;
	const blocks = source.includes(PREFIX) ? readMarkedBlocks(file.dockerfile) : [];
	if (blocks.length === 0) return undefined;
	const keep = (why: string): AnalysedRewrite => {
		const { outcomes, ...result } = rewriter.rewrite(file, options);
		return { ...result, outcomes: outcomes.map((outcome) => explainKept(outcome, blocks, why)) };
	};
	if (!options.replace && blocks.some(({ marker }) => marker.changes.some(({ kind }) => kind === "replaced"))) {
		return keep("it replaced another init, so --replace is needed");
	}
	try {
		const original = revert(source).text;
		const { updated, options: merged, isSame } = rewriteAgain(file, original, { options, rewriter });
		if (isSame) return rewriteText(source, merged, rewriter);
		const lost = findLost(file.dockerfile, updated.output.dockerfile);
		if (lost !== undefined) return keep(updated.outcomes[lost]?.message ?? "");
		return describeUpdate(file, updated, rewriter.rewrite(file, options).outcomes);
	} catch (error) {
		if (error instanceof DockerfileSyntaxError) return keep(error.message);
		throw error;
	}
}

/**
 * How often an update is made again from what it shows of its own options, which may be less than what the text before
 * it showed.
 */
const MAX_ROUNDS = 4;

/** What a file becomes when it is rewritten again. */
interface Again {
	readonly updated: AnalysedRewrite;
	/** Given ones and recorded ones. */
	readonly options: RewriteOptions;
	/** Whether that is what there is already. */
	readonly isSame: boolean;
}

interface Given {
	readonly options: RewriteOptions;
	readonly rewriter: Rewriter;
}

/** Rewrites the original with the options of now, so that doing it again gives the same. */
function rewriteAgain(file: FollowedFile, original: string, given: Given): Again {
	const present = describeMarked(file.dockerfile);
	const update = (from: FollowedFile): Again => {
		const options = mergeOptions(recoverOptions(from, original, given), given.options, from.dockerfile);
		const updated = rewriteText(original, options, given.rewriter);
		return { updated, options, isSame: isSame(describeMarked(updated.output.dockerfile), present) };
	};
	let last = update(file);
	for (let round = 0; round < MAX_ROUNDS && !last.isSame; round++) {
		const next = update(given.rewriter.read(last.updated.text, given.options));
		if (next.updated.text === last.updated.text) return last;
		last = next;
	}
	return { ...last, isSame: true };
}

/** The options of the earlier rewrite: of two readings the one that gives what is there. */
function recoverOptions(file: FollowedFile, original: string, { options, rewriter }: Given): RewriteOptions {
	const candidates = readRecordedOptions(file);
	if (candidates.length === 1) return candidates[0] ?? {};
	const present = describeMarked(file.dockerfile);
	const others = Object.fromEntries(Object.entries(options).filter(([key]) => !DECIDING.some((each) => each === key)));
	const exact = candidates.find((recorded) =>
		isSame(tryDescribe(original, { ...others, ...recorded }, rewriter), present),
	);
	return exact ?? candidates[0] ?? {};
}

function rewriteText(source: string, options: RewriteOptions, { read, rewrite }: Rewriter): AnalysedRewrite {
	return rewrite(read(source, options), options);
}

/** What a rewrite would put in; undefined where it is not possible. */
function tryDescribe(
	source: string,
	options: RewriteOptions,
	rewriter: Rewriter,
): ReadonlyMap<string, string> | undefined {
	try {
		return describeMarked(parseDockerfile(rewriteText(source, options, rewriter).text));
	} catch (error) {
		if (error instanceof DockerfileSyntaxError) return undefined;
		throw error;
	}
}

/** What is given wins; what was meant for one init is nothing to another. */
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
		// What is given means nothing to the init that is there: it is meant for the one that is put in by default.
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
