import { resolve } from "node:path";
import { exitCodeOf, NOTHING_FOUND } from "../../core/report/exit-code.ts";
import { toOneLine } from "../../core/report/printable.ts";
import type { FileReport, Report } from "../../core/report/report.ts";
import type { Outcome } from "../../core/rewrite/outcome.ts";
import { version } from "../../version.ts";
import { HardLinks } from "../files/hard-links.ts";
import type { Io } from "../io.ts";
import type { RewriteFlags } from "../settings/flags.ts";
import { ARCHITECTURE_NOTE } from "../work/architecture-note.ts";
import { describeMissingFolders } from "../work/missing-folders.ts";
import type { FileResult } from "../work/work.ts";
import { printDiff } from "./print-diff.ts";
import { remarksOn } from "./remarks.ts";
import { describeFileError, reportNone } from "./report-errors.ts";

/** Other facts about a run. */
interface Circumstances {
	/** Whether there is a Dockerfile at all, selected or not. */
	readonly hasFound: boolean;
	/** What the user named, as words for other commands. */
	readonly words: readonly string[];
}

/** Reports the files of a rewrite or revert one by one, without keeping them in memory. */
export class ChangeReport {
	readonly #flags: RewriteFlags;
	readonly #io: Io;
	readonly #isFilter: boolean;
	readonly #errors: string[] = [];
	readonly #remarks: string[] = [];
	readonly #doubts: string[] = [];
	readonly #missing = new Set<string>();
	readonly #links = new HardLinks();
	#files = 0;
	#changed = 0;
	#code = 0;
	#addsTargetArch = false;

	/** @param isFilter whether the new text of standard input goes to standard output */
	constructor(flags: RewriteFlags, io: Io, isFilter: boolean) {
		this.#flags = flags;
		this.#io = io;
		this.#isFilter = isFilter;
	}

	/** Reports the next file; returns it if the report at the end needs it. */
	receive(file: FileResult): FileResult | undefined {
		const { json, quiet = false, write, check, report } = this.#flags;
		const { path, diff, text, error, isChanged, missingFrom = [], contextDoubt, addsTargetArch = false } = file;
		this.#files++;
		if (isChanged) this.#changed++;
		this.#addsTargetArch ||= addsTargetArch;
		for (const folder of missingFrom) this.#missing.add(folder);
		this.#code = Math.max(this.#code, exitCodeOf(file, check ? "rewrite-check" : "rewrite"));
		if (error !== undefined) this.#errors.push(describeFileError(path, error));
		if (this.#isFilter && text !== undefined) this.#io.out(text);
		if (!json && !this.#isFilter && !write && diff !== undefined) printDiff(path, diff, quiet, this.#io);
		if (contextDoubt !== undefined) this.#doubts.push(contextDoubt);
		if (!json && !quiet)
			this.#remarks.push(
				...remarksOn(file, (outcome) => isReported(outcome, file, this.#flags)),
				...whyNotReverted(file),
			);
		this.#takeWritten(file);
		return json || report !== undefined ? file : undefined;
	}

	/** Prints the rest; resolves to the exit code. */
	async finish(files: readonly FileResult[], { hasFound, words }: Circumstances): Promise<number> {
		const { json, quiet } = this.#flags;
		if (json) await printJson({ version, files }, this.#io);
		if (!hasFound) reportNone(this.#io);
		else if (!json) {
			const rest = quiet ? [] : [...this.#remarks, ...this.#notes(words), this.#summary()];
			for (const line of [...this.#errors, ...rest]) this.#io.err(`${line}\n`);
		}
		return hasFound ? this.#code : NOTHING_FOUND;
	}

	#takeWritten({ path, replaced }: FileResult): void {
		if (replaced === undefined) return;
		const file = resolve(this.#io.cwd, path);
		const said = this.#links.take({ path, file, within: replaced.within, replaced });
		if (said !== undefined) this.#remarks.push(toOneLine(said));
	}

	#notes(words: readonly string[]): string[] {
		const architecture = this.#addsTargetArch && !this.#flags.check ? ARCHITECTURE_NOTE : undefined;
		const links = this.#links.describeRest().map(toOneLine);
		const notes = [...links, ...this.#doubts, describeMissingFolders(this.#missing, words), architecture];
		return notes.filter((note) => note !== undefined);
	}

	#summary(): string {
		const { write, check } = this.#flags;
		const verb = write && !check ? "changed" : "would change";
		const failed = this.#errors.length;
		const total = this.#files === 1 ? "1 file" : `${this.#files} files`;
		return `${total}, ${this.#changed} ${verb}${failed > 0 ? `, ${failed} failed` : ""}`;
	}
}

/** Loads the formats on demand: they load the rules, which a rewrite does not need otherwise. */
async function printJson(report: Report, io: Io): Promise<void> {
	const { formats } = await import("../../core/report/index.ts");
	io.out(formats.json(report));
}

/**
 * Whether to report the outcome of a stage: every selected stage that does not change is reported, with the reason.
 * Stages that are not selected are reported if there are no others.
 */
function isReported({ code }: Outcome, { outcomes }: FileReport, { verbose }: RewriteFlags): boolean {
	if (code === "not-selected") return outcomes.every((other) => other.code === "not-selected");
	return verbose === true || code !== "rewritten";
}

/** Only a revert has no outcomes of stages. */
function whyNotReverted({ path, outcomes, isChanged, error }: FileReport): string[] {
	if (outcomes.length > 0 || isChanged || error !== undefined) return [];
	return [toOneLine(`${path}: nothing to revert: the file has no comment "# pidone: …"`)];
}
