import { type AnalysedStage, analyse } from "../analysis/analyse.ts";
import { refuseUnbuildable } from "../analysis/refuse.ts";
import { readIgnoreComments, whyNotRewrite } from "../check/ignore.ts";
import type { StageCommand } from "../command/stage-command.ts";
import { StageCommands } from "../command/stage-commands.ts";
import { type Dockerfile, parseDockerfile } from "../dockerfile/parse.ts";
import { applyEdits, type Edit } from "../edit/edit.ts";
import { checkOptions } from "./check-options.ts";
import type { RewriteOptions } from "./options.ts";
import type { Outcome } from "./outcome.ts";
import { planRewrite, type StageFacts } from "./plan.ts";
import { proveRewrite } from "./prove.ts";
import { updateRewrite } from "./update.ts";

/** A file after its rewrite. */
export interface RewriteResult {
	/** The whole file; the same text when nothing had to be done. */
	readonly text: string;
	readonly isChanged: boolean;
	/** What became of each stage. */
	readonly outcomes: readonly Outcome[];
	/** What was changed, in offsets of the original text. */
	readonly edits: readonly Edit[];
}

/** A rewritten file, and what it means. */
export interface AnalysedRewrite extends RewriteResult {
	/** The rewritten file. */
	readonly output: AnalysedFile;
	/** Its stages, one for each of the original: those that it has added are left out. */
	readonly after: readonly AnalysedStage[];
}

/** A file that was read, and what it means. */
export interface AnalysedFile {
	readonly dockerfile: Dockerfile;
	readonly stages: readonly AnalysedStage[];
	/** What the stages' commands run. */
	readonly commands: StageCommands;
}

/**
 * Reads a Dockerfile and works out what its stages run. Throws DockerfileSyntaxError for one that BuildKit does not
 * parse, or makes no build of.
 */
export function readFile(source: string, options: RewriteOptions): AnalysedFile {
	const dockerfile = parseDockerfile(source);
	const stages = analyse(dockerfile, options);
	refuseUnbuildable(dockerfile, stages, options);
	return { dockerfile, stages, commands: new StageCommands({ dockerfile, stages }, options) };
}

/** Rewrites a file that was read, and proves the result. Throws an error that begins with BUG: when the proof fails. */
export function rewriteFile(file: AnalysedFile, options: RewriteOptions): AnalysedRewrite {
	checkOptions(options, file.dockerfile);
	return updateRewrite(file, options, { read: readFile, rewrite: rewriteOnce }) ?? rewriteOnce(file, options);
}

/** Rewrites the stages that have no init yet. */
function rewriteOnce(file: AnalysedFile, options: RewriteOptions): AnalysedRewrite {
	const { dockerfile, stages, commands } = file;
	const { outcomes, edits } = planRewrite(dockerfile, stages, options, {
		isIgnored: ignoredIn(file),
		commandOf: (stage) => commands.of(stage),
	});
	if (edits.length === 0)
		return { text: dockerfile.source, isChanged: false, outcomes, edits, output: file, after: stages };
	const text = applyEdits(dockerfile.source, edits);
	const output = readFile(text, options);
	const result = {
		text,
		isChanged: true,
		outcomes,
		edits,
		output,
		after: proveRewrite(file, output, edits, { outcomes, options }),
	};
	// Without markers nothing tells which stages were marked.
	if (options.keepLines && dockerfile.stages.some(({ initFlags }) => initFlags.length > 0)) return result;
	// What stands after the init is proven to be what it was: what it runs need not be followed again.
	const originals = new Map(stages.flatMap((stage, index) => pairOf(result.after[index], stage)));
	const again = planRewrite(output.dockerfile, output.stages, options, {
		isIgnored: ignoredIn(output),
		commandOf: (stage) => {
			const original = originals.get(stage);
			return original === undefined ? NO_COMMAND : commands.of(original);
		},
	});
	if (again.edits.length > 0) throw new Error("BUG: a second rewrite would change the result again");
	return result;
}

/** Rewrites a Dockerfile. Throws DockerfileSyntaxError for one that does not parse, TypeError for a wrong option. */
export function rewrite(source: string, options: RewriteOptions = {}): RewriteResult {
	const { text, isChanged, outcomes, edits } = rewriteFile(readFile(source, options), options);
	return { text, isChanged, outcomes, edits };
}

function ignoredIn(file: AnalysedFile): StageFacts["isIgnored"] {
	const comments = readIgnoreComments(file);
	return (stage) => whyNotRewrite(comments, stage);
}

/** Of a stage that a rewrite adds. */
const NO_COMMAND: StageCommand = { chains: [], systemPossible: undefined };

function pairOf<K, V>(key: K | undefined, value: V | undefined): [K, V][] {
	return key === undefined || value === undefined ? [] : [[key, value]];
}
