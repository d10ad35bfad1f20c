import { resolve } from "node:path";
import { type CheckOptions, checkFile } from "../../core/check/check.ts";
import { followSource } from "../../core/command/follow-source.ts";
import { parseDockerfile } from "../../core/dockerfile/parse.ts";
import { explain } from "../../core/explain/explain.ts";
import { formatExplanation } from "../../core/explain/format.ts";
import type { Finding } from "../../core/finding.ts";
import { toOneLine } from "../../core/report/printable.ts";
import type { FileReport } from "../../core/report/report.ts";
import { revert } from "../../core/rewrite/revert.ts";
import { rewrite, rewriteFile } from "../../core/rewrite/rewrite.ts";
import { UserError } from "../../core/user-error.ts";
import { readSource } from "../files/read-source.ts";
import { findPlace } from "../files/write-place.ts";
import { writeSource } from "../files/write-source.ts";
import type { RewrittenFile, RewrittenTree } from "../fleet/rewritten-tree.ts";
import { findFiles } from "../inputs/find-files.ts";
import type { TaskFile } from "../inputs/task-file.ts";
import type { Io } from "../io.ts";
import { processFiles } from "../run/process-files.ts";
import type { Flags } from "../settings/flags.ts";
import { checkCopiedBinaries } from "../work/copied-binaries.ts";
import { findInitContext } from "../work/likely-context.ts";
import { makeUnchanged, type Task, type Work } from "../work/work.ts";
import { listCopiedOutputs } from "./emit-for.ts";
import { writeOutputs } from "./outputs.ts";
import { describeFileError } from "./report-errors.ts";

/**
 * Rewrites the Dockerfiles of a working tree in place, adds the init's binaries that they copy, and verifies the
 * result: a second rewrite changes nothing, revert gives back the source, and `check` finds no error that was not there
 * before. Throws UserError for a wrong option.
 */
export async function rewriteTree(folder: string, flags: Flags): Promise<RewrittenTree> {
	const quiet = { ...flags, quiet: true, configTop: folder, jobs: "1" };
	const io = silent(folder);
	const found = await findDockerfiles(folder, flags);
	const originals = new Map(found.files.map(({ path }) => [path, readOptional(resolve(folder, path))]));
	const { files: reports } = await processFiles(found.files, { ...quiet, write: true, json: true }, io, "rewrite");
	const rewritten = selectWritten(found.files, reports);
	const doubtful = await findDoubtful(rewritten, quiet, io);
	for (const path of doubtful.keys()) restore(resolve(folder, path), originals.get(path));
	const changed = reports.filter(({ path, isWritten }) => isWritten && !doubtful.has(path));
	const written = selectWritten(rewritten, changed);
	const { added, problems } = await addBinaries(written, quiet, folder);
	const doubts = new Set(problems);
	const files = new Map<string, RewrittenFile>();
	// Called for each variant of the build.
	const examine: Work["examine"] = (task) => {
		const source = originals.get(task.path) ?? "";
		for (const doubt of doubtsOn(task, source, folder)) doubts.add(toOneLine(`${task.path}: ${doubt}`));
		const explanation = formatExplanation(
			task.path,
			explain(source, task.options).filter(({ outcome }) => outcome.code !== "not-selected"),
		);
		files.set(task.path, { path: task.path, diff: diffOfReport(changed, task.path), explanation });
		return makeUnchanged(task.source);
	};
	const { files: verified } = await processFiles(written, quiet, io, { examine });
	for (const error of verified.flatMap(describeError)) doubts.add(error);
	return {
		files: [...files.values()],
		added,
		rest: describeRest(reports, doubtful.size),
		errors: [...found.errors, ...doubtful.values(), ...reports.flatMap(describeError)],
		doubts: [...doubts],
	};
}

function selectWritten(files: readonly TaskFile[], reports: readonly FileReport[]): readonly TaskFile[] {
	const paths = new Set(reports.filter(({ isWritten }) => isWritten).map(({ path }) => path));
	return files.filter(({ path, inline }) => inline === undefined && paths.has(path));
}

/** The Dockerfiles whose build context is in doubt, so that the binaries would be in the wrong place, and why. */
async function findDoubtful(files: readonly TaskFile[], flags: Flags, io: Io): Promise<ReadonlyMap<string, string>> {
	const doubtful = new Map<string, string>();
	const examine: Work["examine"] = (task) => {
		const { path, source, options } = task;
		const { doubt } = findInitContext(parseDockerfile(source), task, { options, cwd: io.cwd });
		const advice = "stays as it is: with --from-builds, Compose files and others say where it is built";
		if (doubt !== undefined) doubtful.set(path, toOneLine(`${path}: ${doubt.why}; ${advice}`));
		return makeUnchanged(source);
	};
	if (files.length > 0) await processFiles(files, flags, io, { examine });
	return doubtful;
}

function restore(file: string, original: string | undefined): void {
	if (original !== undefined) writeSource(file, original, readSource(file));
}

interface FoundFiles {
	readonly files: readonly TaskFile[];
	/** The skipped files, with the reason, one line each. */
	readonly errors: readonly string[];
}

/**
 * The Dockerfiles that `pidone rewrite` finds in a tree, without links that lead out of the tree, to files that are not
 * the repository's.
 */
async function findDockerfiles(folder: string, { fromBuilds = false }: Flags): Promise<FoundFiles> {
	const told: string[] = [];
	const io = { ...silent(folder), err: (text: string) => told.push(text) };
	const all = await findFiles(["."], { fromBuilds }, io);
	const files = all.filter(({ path }) => isInside(resolve(folder, path), folder));
	const problem = "is a link that leads out of the repository, or to nothing, and is not followed";
	const outside = all.filter((file) => !files.includes(file)).map(({ path }) => toOneLine(`${path}: ${problem}`));
	const notes = told.join("").split("\n").filter(Boolean);
	return { files, errors: [...notes, ...outside] };
}

function isInside(file: string, folder: string): boolean {
	try {
		findPlace(file, folder);
		return true;
	} catch (error) {
		if (error instanceof UserError) return false;
		throw error;
	}
}

/** The text of a Dockerfile; undefined if it cannot be read, which the rewrite reports. */
function readOptional(file: string): string | undefined {
	try {
		return readSource(file);
	} catch (error) {
		if (error instanceof UserError) return undefined;
		throw error;
	}
}

/** What is wrong with the tree after a rewrite. */
function doubtsOn(task: Task, source: string, cwd: string): readonly string[] {
	const { path, source: text, options, emitFor } = task;
	const { context } = findInitContext(parseDockerfile(text), task, { options, cwd });
	const others =
		context === undefined ? [] : checkCopiedBinaries(followSource(text, options), { path, context, emitFor }, options);
	const known = new Set(errorsIn(source, options, []).map(({ code }) => code));
	const errors = errorsIn(text, options, others).filter(({ code }) => !known.has(code));
	return [
		...(rewrite(text, options).isChanged ? ["a second rewrite would change it again"] : []),
		...(revert(text).text === source ? [] : ["revert would not give back the original"]),
		...errors.map(({ code, message }) => `${code}: ${message}`),
	];
}

function errorsIn(source: string, options: CheckOptions, others: readonly Finding[]): readonly Finding[] {
	const file = followSource(source, options);
	const { outcomes } = rewriteFile(file, options);
	return checkFile(file, outcomes, options, others).filter(({ level }) => level === "error");
}

interface Added {
	readonly added: readonly string[];
	readonly problems: readonly string[];
}

/** Adds the init's binaries to the build contexts that need them. */
async function addBinaries(written: readonly TaskFile[], flags: Flags, folder: string): Promise<Added> {
	if (written.length === 0) return { added: [], problems: [] };
	try {
		const { files, outputs } = await listCopiedOutputs(written, { ...flags, quiet: true }, silent(folder));
		const added = writeOutputs(outputs, folder).filter(({ isWritten }) => isWritten);
		return { added: added.map(({ path }) => path), problems: files.flatMap(describeError) };
	} catch (error) {
		if (!(error instanceof UserError)) throw error;
		return { added: [], problems: [error.message] };
	}
}

function diffOfReport(reports: readonly FileReport[], path: string): string {
	return reports.find((report) => report.path === path)?.diff ?? "";
}

function describeError({ path, error }: FileReport): string[] {
	return error === undefined ? [] : [describeFileError(path, error)];
}

/** How many stages do not change, by code. */
function describeRest(reports: readonly FileReport[], doubtful: number): string {
	if (reports.length === 0) return "no Dockerfile found";
	const counts = new Map<string, number>();
	for (const { code } of reports.flatMap(({ outcomes }) => outcomes))
		if (code !== "rewritten" && code !== "not-selected") counts.set(code, (counts.get(code) ?? 0) + 1);
	const failed = reports.filter(({ error }) => error !== undefined).length;
	const parts = [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([code, count]) => `${count} ${code}`);
	if (doubtful > 0) parts.push(`${doubtful} with an unknown build context`);
	if (failed > 0) parts.push(`${failed} with an error`);
	return `${reports.length === 1 ? "1 Dockerfile" : `${reports.length} Dockerfiles`}: ${parts.join(", ") || "no stage"}`;
}

/** Collects what a command prints, for the caller. */
function silent(cwd: string): Io {
	return {
		cwd,
		out: () => {},
		err: () => {},
		readStdin: () => Promise.resolve(new Uint8Array()),
		color: false,
		errTerminal: undefined,
		hasTerminal: false,
	};
}
