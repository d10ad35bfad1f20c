import { findingText } from "./finding-text.ts";
import { replaceWrongBytes, toPrintableJson } from "./printable.ts";
import type { FileReport } from "./report.ts";

/** Accepted findings: up to `count` with this code about this text, wherever in the file they are. */
export interface BaselineEntry {
	readonly path: string;
	readonly code: string;
	readonly text: string;
	readonly count: number;
}

const SCHEMA = "urn:pidone:baseline:1";

/** The findings of a file as entries, with the path that the baseline uses for it. */
export function toEntries(path: string, { source = "", findings }: FileReport): BaselineEntry[] {
	const entries = new Map<string, BaselineEntry>();
	for (const finding of findings) {
		const entry = { path: replaceWrongBytes(path), code: finding.code, text: findingText(source, finding) };
		const key = keyOf(entry);
		entries.set(key, { ...entry, count: (entries.get(key)?.count ?? 0) + 1 });
	}
	return [...entries.values()];
}

/** Removes the findings that a file's entries accept from its report. `stale` are the entries that match nothing. */
export function acceptFindings(
	file: FileReport,
	entries: readonly BaselineEntry[],
): { readonly file: FileReport; readonly stale: readonly BaselineEntry[] } {
	const { source = "" } = file;
	const left = new Map(entries.map((entry) => [keyOf(entry), entry.count]));
	const findings = file.findings.filter((finding) => {
		const key = keyOf({ code: finding.code, text: findingText(source, finding) });
		const count = left.get(key) ?? 0;
		left.set(key, count - 1);
		return count <= 0;
	});
	return {
		file: { ...file, findings, accepted: file.findings.length - findings.length },
		stale: entries.flatMap((entry) => {
			const count = left.get(keyOf(entry)) ?? 0;
			return count > 0 ? [{ ...entry, count }] : [];
		}),
	};
}

/** A baseline as a file: one entry on each line, sorted, so that changes make small diffs. */
export function formatBaseline(entries: readonly BaselineEntry[]): string {
	const lines = [...entries].sort(compareEntries).map(({ count, ...entry }) => {
		return `\t\t${toPrintableJson({ ...entry, ...(count === 1 ? {} : { count }) }, 0)}`;
	});
	const list = lines.length === 0 ? "[]" : `[\n${lines.join(",\n")}\n\t]`;
	return `{\n\t"$schema": "${SCHEMA}",\n\t"findings": ${list}\n}\n`;
}

/** Reads a baseline. Throws an error that says what is wrong with it. */
export function parseBaseline(text: string): BaselineEntry[] {
	const value: unknown = JSON.parse(text);
	if (!isObject(value) || !Array.isArray(value.findings)) throw new TypeError("it has no list of findings");
	if (value.$schema !== SCHEMA) throw new TypeError(`its $schema is not ${SCHEMA}`);
	return value.findings.map(toEntry);
}

function toEntry(value: unknown, index: number): BaselineEntry {
	const { path, code, text, count = 1 } = isObject(value) ? value : {};
	if (typeof path !== "string" || typeof code !== "string" || typeof text !== "string" || typeof count !== "number")
		throw new TypeError(`entry ${index + 1} must have a path, a code and a text, and a count if there are several`);
	return { path, code, text, count };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
	return typeof value === "object" && value !== null;
}

function keyOf({ code, text }: Pick<BaselineEntry, "code" | "text">): string {
	return `${code}\n${text}`;
}

function compareEntries(left: BaselineEntry, right: BaselineEntry): number {
	return compare(left.path, right.path) || compare(left.code, right.code) || compare(left.text, right.text);
}

/** By code units, which gives the same order on every machine. */
function compare(left: string, right: string): number {
	return left < right ? -1 : Number(left > right);
}
