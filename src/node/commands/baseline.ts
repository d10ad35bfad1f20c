import { existsSync, readFileSync } from "node:fs";
import { dirname, relative, resolve } from "node:path";
import {
	acceptFindings,
	type BaselineEntry,
	formatBaseline,
	parseBaseline,
	toEntries,
} from "../../core/report/baseline.ts";
import { toOneLine } from "../../core/report/printable.ts";
import type { FileReport } from "../../core/report/report.ts";
import { UserError } from "../../core/user-error.ts";
import { reasonOf } from "../files/read-source.ts";
import { withSlashes } from "../files/with-slashes.ts";
import type { Io } from "../io.ts";
import { listNames } from "../list-names.ts";
import { optionError } from "../option-error.ts";
import { writeOutputs } from "./outputs.ts";

/** The options of a baseline, as commander gives them. */
export interface BaselineFlags {
	readonly baseline?: string;
	readonly updateBaseline?: boolean;
	readonly quiet?: boolean;
}

/** A baseline in a run. */
export interface Baseline {
	/** Removes the accepted findings from a file's report. */
	readonly receive: (report: FileReport) => FileReport;
	/** Writes the baseline, or reports what is stale in it. Throws UserError. */
	readonly finish: () => void;
}

/** The baseline that the options name; undefined without one. Throws UserError. */
export function openBaseline(flags: BaselineFlags, io: Io): Baseline | undefined {
	const { baseline: name, updateBaseline = false, quiet = false } = flags;
	if (name === undefined) {
		if (updateBaseline) throw new UserError("--update-baseline: requires --baseline FILE");
		return undefined;
	}
	const file = resolve(io.cwd, name);
	const entries = readEntries(name, file, updateBaseline);
	const print = (line: string): void => {
		if (!quiet) io.err(`${toOneLine(`${name}: ${line}`)}\n`);
	};
	const place = { name, file, cwd: io.cwd };
	return updateBaseline ? updateWith(entries, place, print) : acceptWith(entries, place, print);
}

interface Place {
	readonly name: string;
	readonly file: string;
	readonly cwd: string;
}

function readEntries(name: string, file: string, isUpdate: boolean): BaselineEntry[] {
	if (!existsSync(file)) {
		if (isUpdate) return [];
		throw optionError("--baseline", name, "no such file: make it with --update-baseline");
	}
	try {
		return parseBaseline(readFileSync(file, "utf8"));
	} catch (error) {
		const reason = error instanceof SyntaxError ? `it is not JSON: ${error.message}` : reasonOf(error);
		throw optionError("--baseline", name, `is not a baseline: ${reason}`, { cause: error });
	}
}

function acceptWith(entries: readonly BaselineEntry[], place: Place, print: (line: string) => void): Baseline {
	const byPath = groupByPath(entries);
	const stale: BaselineEntry[] = [];
	const seen = new Set<string>();
	return {
		receive: (report) => {
			const path = pathIn(place, report.path);
			seen.add(path);
			const accepted = acceptFindings(report, byPath.get(path) ?? []);
			// Nothing is known about the findings of a file that could not be processed.
			if (report.error === undefined) stale.push(...accepted.stale);
			return accepted.file;
		},
		finish: () => {
			const gone = entries.filter(({ path }) => !seen.has(path) && !isThere(place, path));
			const all = [...stale, ...gone];
			if (all.length > 0) print(describeStale(all));
		},
	};
}

function updateWith(entries: readonly BaselineEntry[], place: Place, print: (line: string) => void): Baseline {
	const byPath = groupByPath(entries);
	const found = new Map<string, readonly BaselineEntry[]>();
	return {
		receive: (report) => {
			const path = pathIn(place, report.path);
			found.set(path, report.error === undefined ? toEntries(path, report) : (byPath.get(path) ?? []));
			return { ...report, findings: [], accepted: report.findings.length };
		},
		finish: () => {
			const others = entries.filter(({ path }) => !found.has(path) && isThere(place, path));
			const all = [...others, ...[...found.values()].flat()];
			const bytes = new TextEncoder().encode(formatBaseline(all));
			writeOutputs([{ path: place.name, bytes, mode: 0o644 }], place.cwd);
			print(`accepts ${countOf(all)}, before ${countOf(entries)}`);
		},
	};
}

function groupByPath(entries: readonly BaselineEntry[]): ReadonlyMap<string, readonly BaselineEntry[]> {
	const groups = new Map<string, BaselineEntry[]>();
	for (const entry of entries) {
		const group = groups.get(entry.path);
		if (group === undefined) groups.set(entry.path, [entry]);
		else group.push(entry);
	}
	return groups;
}

/** Paths are relative to the baseline, so that it works from any directory. */
function pathIn({ file, cwd }: Place, path: string): string {
	return withSlashes(relative(dirname(file), resolve(cwd, path)));
}

function isThere({ file }: Place, path: string): boolean {
	return existsSync(resolve(dirname(file), path));
}

function describeStale(entries: readonly BaselineEntry[]): string {
	const names = listNames(entries.map(({ path, code, text }) => `${path} ${code} (${text})`));
	return `${countOf(entries)} no longer found: ${names}; remove with --update-baseline`;
}

function countOf(entries: readonly BaselineEntry[]): string {
	const count = entries.reduce((sum, entry) => sum + entry.count, 0);
	return `${count} finding${count === 1 ? "" : "s"}`;
}
