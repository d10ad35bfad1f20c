import type { AnalysedStage } from "../analysis/analyse.ts";
import { type AnalysedFile, analyseSource } from "../analysis/analyse-source.ts";
import { readStageCommand, type StageCommand } from "../command/stage-command.ts";
import { readIgnoreComments } from "../dockerfile/ignore-comments.ts";
import { applyEdits } from "../edit/edit.ts";
import { checkOptions } from "./check-options.ts";
import type { RewriteOptions } from "./options.ts";
import { planRewrite, type StageFacts } from "./plan.ts";
import { proveRewrite } from "./prove.ts";
import type { AnalysedRewrite, RewriteResult } from "./result.ts";
import { updateRewrite } from "./update.ts";
import { whyNotRewrite } from "./why-ignored.ts";

/** Rewrites a file that was read, and proves the result. Throws an error that begins with BUG: when the proof fails. */
export function rewriteFile(file: AnalysedFile, options: RewriteOptions): AnalysedRewrite {
	checkOptions(options, file.dockerfile);
	return updateRewrite(file, options, { read: analyseSource, rewrite: rewriteOnce }) ?? rewriteOnce(file, options);
}

/** Rewrites the stages that have no init yet. */
function rewriteOnce({ dockerfile, stages }: AnalysedFile, options: RewriteOptions): AnalysedRewrite {
	const commands = new Map(
		stages.map((stage) => [stage, readOnce(() => readStageCommand({ dockerfile, stages }, stage, options))]),
	);
	const { outcomes, edits } = planRewrite(dockerfile, stages, options, factsOf({ dockerfile, stages }, commands));
	if (edits.length === 0)
		return {
			text: dockerfile.source,
			isChanged: false,
			outcomes,
			edits,
			output: { dockerfile, stages },
			after: stages,
		};
	const text = applyEdits(dockerfile.source, edits);
	const output = analyseSource(text, options);
	const result = {
		text,
		isChanged: true,
		outcomes,
		edits,
		output,
		after: proveRewrite({ dockerfile, stages }, output, edits, { outcomes, options }),
	};
	// Without markers nothing tells which stages were marked.
	if (options.keepLines && dockerfile.stages.some(({ initFlags }) => initFlags.length > 0)) return result;
	// What stands after the init is proven to be what it was: what it runs need not be followed again.
	const same = new Map(stages.flatMap((stage, index) => pairOf(result.after[index], commands.get(stage))));
	const again = planRewrite(output.dockerfile, output.stages, options, factsOf(output, same));
	if (again.edits.length > 0) throw new Error("BUG: a second rewrite would change the result again");
	return result;
}

/** Rewrites a Dockerfile. Throws DockerfileSyntaxError for one that does not parse, TypeError for a wrong option. */
export function rewrite(source: string, options: RewriteOptions = {}): RewriteResult {
	const { text, isChanged, outcomes, edits } = rewriteFile(analyseSource(source, options), options);
	return { text, isChanged, outcomes, edits };
}

type Commands = ReadonlyMap<AnalysedStage, () => StageCommand>;

function factsOf(file: AnalysedFile, commands: Commands): StageFacts {
	const comments = readIgnoreComments(file.dockerfile);
	return {
		isIgnored: (stage) => whyNotRewrite(comments, stage),
		commandOf: (stage) => commands.get(stage)?.() ?? NO_COMMAND,
	};
}

/** Of a stage that a rewrite adds. */
const NO_COMMAND: StageCommand = { chains: [], systemPossible: undefined };

function pairOf<K, V>(key: K | undefined, value: V | undefined): [K, V][] {
	return key === undefined || value === undefined ? [] : [[key, value]];
}

/** Reads when it is asked first, and remembers. */
function readOnce<T>(read: () => T): () => T {
	let value: { readonly is: T } | undefined;
	return () => {
		value ??= { is: read() };
		return value.is;
	};
}
