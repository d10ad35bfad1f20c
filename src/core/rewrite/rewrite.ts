import { type FollowedFile, followSource } from "../command/follow-source.ts";
import { findPid1Init, type StageCommand } from "../command/stage-command.ts";
import { readIgnoreComments } from "../dockerfile/ignore-comments.ts";
import { applyEdits } from "../edit/edit.ts";
import { checkArguments } from "./check-arguments.ts";
import { checkOptions } from "./check-options.ts";
import type { RewriteOptions } from "./options.ts";
import { planRewrite } from "./plan.ts";
import type { StageFacts } from "./plan-context.ts";
import { proveRewrite } from "./prove.ts";
import type { AnalysedRewrite, RewriteResult } from "./result.ts";
import { updateRewrite } from "./update.ts";
import { whyIgnored } from "./why-ignored.ts";

/** Rewrites a parsed file, and proves the result. Throws an error that begins with `BUG:` if the proof fails. */
export function rewriteFile(file: FollowedFile, options: RewriteOptions): AnalysedRewrite {
	checkOptions(options, file.dockerfile);
	return updateRewrite(file, options, rewriteOnce) ?? rewriteOnce(file, options);
}

/** What a rewrite would make of a parsed file, without a proof: for those who do not use the text. */
export function previewRewrite(file: FollowedFile, options: RewriteOptions): RewriteResult {
	checkOptions(options, file.dockerfile);
	return updateRewrite(file, options, rewriteOnce) ?? previewOnce(file, options);
}

/** Rewrites the stages that have no init. */
function rewriteOnce(file: FollowedFile, options: RewriteOptions): AnalysedRewrite {
	const { dockerfile, stages, commands } = file;
	const preview = previewOnce(file, options);
	if (!preview.isChanged) return { ...preview, output: file, after: stages };
	const { text, outcomes, edits } = preview;
	const output = followSource(text, options);
	const result = {
		text,
		isChanged: true,
		outcomes,
		edits,
		output,
		after: proveRewrite(file, output, edits, {
			outcomes,
			options,
			startsInit: (stage) => findPid1Init(commands.of(stage).chains) !== undefined,
		}),
	};
	// Without markers, nothing records which stages had the flag --init.
	if (options.keepLines && dockerfile.stages.some(({ initFlags }) => initFlags.length > 0)) return result;
	// The proof has shown that the command after the init is the same: there is no need to follow it again.
	const originals = new Map(stages.map((stage, index) => [result.after[index], stage]));
	const again = planRewrite(output.dockerfile, output.stages, options, {
		whyIgnored: whyIgnoredIn(output),
		commandOf: (stage) => {
			const original = originals.get(stage);
			return original === undefined ? NO_COMMAND : commands.of(original);
		},
	});
	if (again.edits.length > 0) throw new Error("BUG: a second rewrite would change the result again");
	return result;
}

/** Plans the rewrite of the stages that have no init, and applies it. */
function previewOnce(file: FollowedFile, options: RewriteOptions): RewriteResult {
	const { dockerfile, stages, commands } = file;
	const { outcomes, edits } = planRewrite(dockerfile, stages, options, {
		whyIgnored: whyIgnoredIn(file),
		commandOf: (stage) => commands.of(stage),
	});
	const isChanged = edits.length > 0;
	return { text: isChanged ? applyEdits(dockerfile.source, edits) : dockerfile.source, isChanged, outcomes, edits };
}

/** Rewrites a Dockerfile. Throws DockerfileSyntaxError for one that does not parse, TypeError for a wrong option. */
export function rewrite(source: string, options: RewriteOptions = {}): RewriteResult {
	checkArguments(source, options);
	const { text, isChanged, outcomes, edits } = rewriteFile(followSource(source, options), options);
	return { text, isChanged, outcomes, edits };
}

function whyIgnoredIn({ dockerfile }: FollowedFile): StageFacts["whyIgnored"] {
	const comments = readIgnoreComments(dockerfile);
	return (stage) => whyIgnored(comments, stage);
}

/** Of a stage that a rewrite adds. */
const NO_COMMAND: StageCommand = { chains: [], systemPossible: undefined };
