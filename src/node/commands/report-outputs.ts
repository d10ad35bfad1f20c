import { resolve } from "node:path";
import { type FormatName, formats } from "../../core/report/index.ts";
import type { FormatOptions, Report } from "../../core/report/report.ts";
import { UserError } from "../../core/user-error.ts";
import { realPathOf } from "../files/real-path.ts";
import type { Io } from "../io.ts";
import { optionError } from "../option-error.ts";
import type { FormatWord } from "./format-options.ts";
import { writeOutputs } from "./outputs.ts";

/** A format and its file; undefined: standard output. */
export interface ReportOutput {
	readonly format: FormatName;
	readonly path: string | undefined;
}

/**
 * Pairs formats with files: a file belongs to the format before it, or to the next one if there is none or it has a
 * file already. Throws UserError.
 */
export function readOutputs(words: readonly FormatWord[]): readonly ReportOutput[] {
	const outputs: { format?: FormatName; path?: string }[] = [];
	for (const [option, value] of words) {
		const last = outputs.at(-1);
		const key = option === "format" ? "format" : "path";
		const added = option === "format" ? { format: readFormat(value) } : { path: value };
		// `--format a --format b` are two pairs. In a pair, format and file can come in any order.
		if (last === undefined || last[key] !== undefined || (option === "format" && last.path === undefined))
			outputs.push(added);
		else Object.assign(last, added);
	}
	const all = outputs.length === 0 ? [{}] : outputs;
	return checkOutputs(all.map(({ format = "text", path }) => ({ format, path: path === "-" ? undefined : path })));
}

function readFormat(name: string): FormatName {
	if (!Object.hasOwn(formats, name))
		throw optionError("--format", name, `must be one of ${Object.keys(formats).join(", ")}`);
	return name as FormatName;
}

function checkOutputs(outputs: readonly ReportOutput[]): readonly ReportOutput[] {
	const printed = outputs.filter(({ path }) => path === undefined);
	const [, second] = printed;
	if (second !== undefined)
		throw optionError("--format", second.format, "only one format goes to standard output: add --output FILE");
	return outputs;
}

/** Writes the outputs that go to files, each atomically. Throws UserError that names the file. */
export function writeReports(
	report: Report,
	outputs: readonly ReportOutput[],
	options: FormatOptions,
	cwd: string,
): void {
	const named = outputs.flatMap(({ format, path }) => {
		if (path === undefined) return [];
		const bytes = new TextEncoder().encode(formats[format](report, { ...options, color: false }));
		return [{ path, bytes, mode: 0o644 }];
	});
	writeOutputs(named, cwd);
}

/** Throws UserError if two outputs are the same file, or one is a Dockerfile that was read. */
export function refuseSamePlaces(
	paths: readonly (string | undefined)[],
	{ files }: Pick<Report, "files">,
	{ cwd }: Io,
): void {
	const placeOf = (path: string): string => realPathOf(resolve(cwd, path));
	const sources = new Set(files.map(({ path }) => placeOf(path)));
	const seen = new Set<string>();
	for (const path of paths.filter((each) => each !== undefined)) {
		const place = placeOf(path);
		if (sources.has(place)) throw new UserError(`${path}: is a Dockerfile and would be overwritten: name another file`);
		if (seen.has(place)) throw new UserError(`${path}: would be written twice: name different files`);
		seen.add(place);
	}
}
