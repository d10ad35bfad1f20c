import { SourceLines } from "../dockerfile/source-lines.ts";
import type { StageExplanation } from "../explain/explain.ts";
import { isInit, type ProcessNode } from "../explain/process-tree.ts";
import type { Level } from "../finding.ts";
import { needsAttention, type OutcomeCode } from "../rewrite/outcome.ts";
import { titleOf } from "./code-pages.ts";
import type { PageProcess } from "./page-process.ts";
import type { PageTrial } from "./page-trial.ts";
import { toOneLine, toPrintableLines } from "./printable.ts";
import { listProblems } from "./problems.ts";
import type { FileReport, Report } from "./report.ts";

/** What the HTML report shows. Every text in it is printable. */
export interface PageData {
	readonly version: string;
	/** What files are grouped by. */
	readonly grouping: Grouping["noun"];
	readonly files: readonly PageFile[];
	/** The meanings of the codes in it. */
	readonly titles: Readonly<Record<string, string>>;
}

/** How files are grouped. */
export interface Grouping {
	readonly noun: "repository" | "folder";
	/** The repository or folder of a path. */
	readonly groupOf: (path: string) => string;
}

/**
 * The status of a file, in one word: it could not be read or parsed; a rewrite would change it; a rewrite has changed
 * it; pidone does not know enough, or cannot rewrite it; it has an init; there is nothing to do.
 */
export type PageStatus = "failed" | "changes" | "rewritten" | "unclear" | "init" | "nothing";

/** A row of the report, and what it opens. */
export interface PageFile {
	readonly path: string;
	/** The repository or folder that it belongs to. */
	readonly group: string;
	readonly status: PageStatus;
	readonly problems: readonly PageProblem[];
	readonly stages: readonly PageStage[];
	readonly diff?: string;
	readonly trials?: readonly PageTrial[];
}

/** A finding, or the error that prevented the processing of a file. */
export interface PageProblem {
	readonly code: string;
	readonly level: Level;
	readonly message: string;
	/** `line:column`; absent if it concerns the whole file. */
	readonly place?: string;
	/** The first line that it is about. */
	readonly text?: string;
}

/** The outcome of a stage, and what it runs, if known. */
export interface PageStage {
	readonly name: string;
	readonly code: string;
	readonly message: string;
	readonly base?: string;
	readonly stopSignal?: string;
	readonly before?: PageProcess;
	readonly after?: PageProcess;
}

/**
 * A report as the HTML page shows it.
 * @param trials by the paths of files
 */
export function toPageData(
	{ version, files }: Report,
	{ noun, groupOf }: Grouping,
	trials: ReadonlyMap<string, readonly PageTrial[]>,
): PageData {
	const pageFiles = files.map((file) => {
		const own = trials.get(file.path);
		return { ...toPageFile(file, toOneLine(groupOf(file.path))), ...(own === undefined ? {} : { trials: own }) };
	});
	const codes = new Set(pageFiles.flatMap(({ problems, stages }) => [...problems, ...stages].map(({ code }) => code)));
	const titles = Object.fromEntries([...codes].sort().map((code) => [code, titleOf(code)]));
	return { version, grouping: noun, files: pageFiles, titles };
}

function toPageFile(file: FileReport, group: string): PageFile {
	const diff = file.detail?.diff ?? file.diff;
	return {
		path: toOneLine(file.path),
		group,
		status: statusOf(file),
		problems: toProblems(file),
		stages: toStages(file),
		...(diff === undefined ? {} : { diff: toPrintableLines(diff) }),
	};
}

const WITH_INIT: readonly OutcomeCode[] = ["already-init", "inherits-init", "frontend-init"];

function statusOf({ error, outcomes, isChanged, isWritten }: FileReport): PageStatus {
	if (error !== undefined) return "failed";
	if (isChanged) return isWritten ? "rewritten" : "changes";
	if (outcomes.some((outcome) => needsAttention(outcome) || outcome.code === "unknown-command")) return "unclear";
	return outcomes.some(({ code }) => WITH_INIT.includes(code)) ? "init" : "nothing";
}

function toProblems(file: FileReport): PageProblem[] {
	const lines = new SourceLines(file.source ?? "");
	return listProblems(file, lines).map(({ code, level, message, region }) => ({
		code,
		level,
		message: toOneLine(message),
		...(region === undefined
			? {}
			: { place: `${region.line}:${region.column}`, text: toOneLine(lines.textOf(region.line)) }),
	}));
}

/** Omits the stages that were not selected, unless there are no others. */
function toStages({ outcomes, detail }: FileReport): PageStage[] {
	const selected = outcomes.filter(({ code }) => code !== "not-selected");
	const explained = new Map(detail?.stages.map((each) => [each.outcome.stage, each]));
	return (selected.length > 0 ? selected : outcomes).map(({ stage, name, code, message }) => ({
		name: toOneLine(name ?? String(stage)),
		code,
		message: toOneLine(message),
		...toProcesses(explained.get(stage)),
	}));
}

function toProcesses(explained: StageExplanation | undefined): Partial<PageStage> {
	if (explained === undefined) return {};
	const { base, stopSignal, before, after } = explained;
	return {
		base: toOneLine(base),
		...(stopSignal === undefined ? {} : { stopSignal: toOneLine(stopSignal) }),
		...(before === undefined ? {} : { before: toProcess(before) }),
		...(after === undefined ? {} : { after: toProcess(after) }),
	};
}

function toProcess(node: ProcessNode): PageProcess {
	const { command, becomes, isPid1, onStop, reaping, unknown, children } = node;
	const notes = [
		...becomes.map((program) => `becomes ${program}`),
		...(unknown === undefined ? [] : [`pidone does not know what it runs: ${unknown}`]),
		onStop,
		...(reaping === undefined ? [] : [reaping]),
	];
	return {
		command: toOneLine(command),
		isPid1,
		isInit: isInit(node),
		notes: notes.map(toOneLine),
		children: children.map(toProcess),
	};
}
