import type { AnalysedStage } from "../analysis/analyse.ts";
import { distroOfShell } from "../command/distro-shell.ts";
import { type FollowedFile, followSource } from "../command/follow-source.ts";
import { describeFacts } from "../images/describe-facts.ts";
import { DEFAULT_SHELL } from "../images/facts.ts";
import { checkArguments } from "../rewrite/check-arguments.ts";
import type { RewriteOptions } from "../rewrite/options.ts";
import type { Outcome } from "../rewrite/outcome.ts";
import type { AnalysedRewrite } from "../rewrite/result.ts";
import { rewriteFile } from "../rewrite/rewrite.ts";
import { type ProcessNode, processTree } from "./process-tree.ts";

/** What a stage's container runs, before and after a rewrite. */
export interface StageExplanation {
	readonly outcome: Outcome;
	/** The base as FROM names it. */
	readonly base: string;
	/** What is known about the base, and where that comes from; and what is assumed about it. */
	readonly facts: readonly string[];
	/** The signal that `docker stop` sends; undefined if it is unknown. */
	readonly stopSignal: string | undefined;
	/** Undefined if it is unknown what runs. */
	readonly before: ProcessNode | undefined;
	/** Absent if a rewrite changes nothing, unless pidone's frontend does (`frontend-init`). */
	readonly after?: ProcessNode;
}

/**
 * Explains for each stage what is PID 1, what gets the stop signal, and who reaps, before and after. Throws
 * DockerfileSyntaxError, and TypeError for a wrong option.
 */
export function explain(source: string, options: RewriteOptions = {}): StageExplanation[] {
	checkArguments(source, options);
	const file = followSource(source, options);
	return explainRewrite(file, rewriteFile(file, options), options);
}

/** The same for a file that has been read and rewritten. */
export function explainRewrite(
	file: FollowedFile,
	{ outcomes, ...written }: AnalysedRewrite,
	options: RewriteOptions,
): StageExplanation[] {
	const isBuiltByFrontend = outcomes.some(({ code }) => code === "frontend-init");
	const { output, after } = isBuiltByFrontend ? rewriteFile(file, { ...options, evenWithFrontend: true }) : written;
	return file.stages.flatMap((analysed, index) => {
		const outcome = outcomes[index];
		const other = after[index];
		return outcome === undefined || other === undefined
			? []
			: [explainStage(analysed, outcome, treeOf(file, analysed), treeOf(output, other))];
	});
}

function explainStage(
	before: AnalysedStage,
	outcome: Outcome,
	now: ProcessNode | undefined,
	then: ProcessNode | undefined,
): StageExplanation {
	const isSame = JSON.stringify(now) === JSON.stringify(then);
	return {
		outcome,
		base: before.stage.base,
		facts: [...before.bases.flatMap(factsOf), ...assumptionsOf(before)],
		stopSignal: before.end.stopSignal,
		before: now,
		...(isSame || then === undefined ? {} : { after: then }),
	};
}

/** The most likely processes; undefined if it is unknown what runs, or if nothing does. */
function treeOf(file: FollowedFile, analysed: AnalysedStage): ProcessNode | undefined {
	if (analysed.end.entrypoint === undefined) return undefined;
	const [chain] = file.commands.of(analysed).chains;
	if (chain === undefined) return undefined;
	const distro = distroOfShell(file, analysed);
	return processTree(chain, { stopSignal: analysed.end.stopSignal, distro });
}

/** Processes are shown with the SHELL that nearly all images have. */
function assumptionsOf({ cmd, end }: AnalysedStage): string[] {
	const isShellUnknown = end.entrypoint !== undefined && cmd !== undefined && end.cmd === undefined;
	return isShellUnknown ? [`the SHELL of its CMD is unknown: ${DEFAULT_SHELL.join(" ")} is assumed`] : [];
}

function factsOf(base: AnalysedStage["bases"][number]): string[] {
	switch (base.kind) {
		case "stage":
			return [`based on the stage ${base.stage.name ?? base.stage.index} of this file`];
		case "scratch":
			return ["scratch: an empty image, which declares nothing"];
		case "unknown":
			return [base.why];
		case "result":
			return [`${base.text}: the result of another build, as pidone rewrite leaves it`];
		case "image":
			return [`${base.text}: ${describeFacts(base.facts)}`, `source: ${base.facts.source}`];
	}
}
