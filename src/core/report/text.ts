import { formatPlace } from "../dockerfile/position.ts";
import { SourceLines } from "../dockerfile/source-lines.ts";
import type { Level } from "../finding.ts";
import { needsAttention, type Outcome } from "../rewrite/outcome.ts";
import { makePaint, type Paint, type Style } from "./ansi.ts";
import { formatExcerpt } from "./excerpt.ts";
import { toOneLine } from "./printable.ts";
import { listProblems, type ProblemRow } from "./problems.ts";
import type { FileReport, FormatOptions, Report } from "./report.ts";
import { Summary } from "./summarize.ts";

const styles: Readonly<Record<Level, Style>> = { error: "red", warning: "yellow", note: "cyan" };

/** For people: a block for each file and each of its findings, then a summary. Empty if there is nothing to show. */
export function formatText({ files }: Report, options?: FormatOptions): string {
	const printer = new TextPrinter(options);
	return files.map((file) => printer.file(file)).join("") + printer.end();
}

/** Formats a report for people file by file, without keeping the files in memory. */
export class TextPrinter {
	readonly #verbose: boolean;
	readonly #quiet: boolean;
	readonly #paint: Paint;
	readonly #summary = new Summary();
	#isFirst = true;

	constructor({ color = false, verbose = false, quiet = false }: FormatOptions = {}) {
		this.#verbose = verbose;
		this.#quiet = quiet;
		this.#paint = makePaint(color);
	}

	/** The blocks of the next file. */
	file(file: FileReport): string {
		this.#summary.add(file);
		// A file with an error has no stages to list, and the error names it.
		const hasBlock = !this.#quiet && file.error === undefined;
		const own = hasBlock ? [fileBlock(file, this.#verbose, this.#paint)] : [];
		return this.#join([...own, ...problemBlocks(file, this.#paint)]);
	}

	/** The summary of all files. */
	end(): string {
		return this.#quiet ? "" : this.#join([[this.#summary.text()]]);
	}

	#join(blocks: readonly (readonly string[])[]): string {
		if (blocks.length === 0) return "";
		const start = this.#isFirst ? "" : "\n";
		this.#isFirst = false;
		return `${start}${blocks.map((block) => block.join("\n")).join("\n\n")}\n`;
	}
}

function fileBlock({ path, outcomes, isWritten }: FileReport, isVerbose: boolean, paint: Paint): string[] {
	const shown = outcomes.filter(({ code }) => isVerbose || code !== "not-selected");
	const labels = shown.map(({ stage, name }) => toOneLine(name ?? String(stage)));
	const labelWidth = Math.max(...labels.map(({ length }) => length));
	const codeWidth = Math.max(...shown.map(({ code }) => code.length));
	const rows = shown.map((outcome, index) => {
		const code = paint(styleOf(outcome, isWritten), outcome.code.padEnd(codeWidth));
		return `  stage ${(labels[index] ?? "").padEnd(labelWidth)}  ${code}  ${toOneLine(outcome.message)}`;
	});
	return [paint("bold", toOneLine(path)), ...rows];
}

function styleOf(outcome: Outcome, isWritten: boolean): Style {
	if (outcome.code === "rewritten" && isWritten) return "green";
	return needsAttention(outcome) ? "yellow" : "dim";
}

function problemBlocks(file: FileReport, paint: Paint): string[][] {
	const lines = new SourceLines(file.source ?? "");
	return listProblems(file, lines).map((problem) => {
		const rows = [problemRow(problem, paint)];
		const hasExcerpt = file.source !== undefined && problem.region !== undefined;
		return hasExcerpt ? [...rows, ...formatExcerpt(lines, problem.region, styles[problem.level], paint)] : rows;
	});
}

function problemRow({ path, region, code, level, message }: ProblemRow, paint: Paint): string {
	const place = toOneLine(formatPlace(path, region));
	return `${paint("bold", place)} ${paint(styles[level], level)} ${paint("bold", toOneLine(code))} ${toOneLine(message)}`;
}
