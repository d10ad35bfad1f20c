import type { PageFile, PageStatus } from "../core/report/page-data.ts";
import { STATUSES } from "./status.ts";

/** The filter of the form; "" for everything. */
export interface Filter {
	readonly search: string;
	readonly status: string;
	readonly code: string;
	readonly group: string;
}

/** A column that can sort the table. */
export type Column = "path" | "status" | "group" | "problems";

/** The order of the table. */
export interface Order {
	readonly column: Column;
	readonly isDescending: boolean;
}

/** The files that pass a filter, in an order. Equal ones stay in the order of the report. */
export function selectFiles(files: readonly PageFile[], filter: Filter, { column, isDescending }: Order): PageFile[] {
	const words = filter.search.toLowerCase().split(/\s+/).filter(Boolean);
	const selected = files.filter(
		(file) =>
			(filter.status === "" || file.status === filter.status) &&
			(filter.group === "" || file.group === filter.group) &&
			(filter.code === "" || file.problems.some(({ code }) => code === filter.code)) &&
			words.every((word) => holds(file, word)),
	);
	const compare = COMPARE[column];
	const sign = isDescending ? -1 : 1;
	return selected.sort((left, right) => sign * compare(left, right));
}

/** The number of errors, warnings and notes in words; empty for none. */
export function describeProblems({ problems }: PageFile): string {
	return (["error", "warning", "note"] as const)
		.flatMap((level) => {
			const count = problems.filter((problem) => problem.level === level).length;
			return count === 0 ? [] : [`${count} ${level}${count === 1 ? "" : "s"}`];
		})
		.join(", ");
}

function holds({ path, problems, stages }: PageFile, word: string): boolean {
	const has = (text: string): boolean => text.toLowerCase().includes(word);
	return has(path) || [...problems, ...stages].some(({ code, message }) => has(code) || has(message));
}

const WEIGHTS = { error: 1e6, warning: 1e3, note: 1 } as const;
const RANKS = new Map<PageStatus, number>(STATUSES.map(({ status }, index) => [status, index]));

const COMPARE: Readonly<Record<Column, (left: PageFile, right: PageFile) => number>> = {
	path: (left, right) => compareTexts(left.path, right.path),
	status: (left, right) => (RANKS.get(left.status) ?? 0) - (RANKS.get(right.status) ?? 0),
	group: (left, right) => compareTexts(left.group, right.group),
	problems: (left, right) => weigh(right) - weigh(left),
};

function weigh({ problems }: PageFile): number {
	return problems.reduce((sum, { level }) => sum + WEIGHTS[level], 0);
}

function compareTexts(left: string, right: string): number {
	return left < right ? -1 : Number(left > right);
}
