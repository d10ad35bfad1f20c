import { dirname, join, relative } from "node:path";
import type { CheckOptions } from "../../core/check/check.ts";
import { type CopiedBinary, findCopiedBinaries } from "../../core/check/copied-binaries.ts";
import { followSource } from "../../core/command/follow-source.ts";
import { parseDockerfile } from "../../core/dockerfile/parse.ts";
import { DockerfileSyntaxError } from "../../core/dockerfile/syntax-error.ts";
import { pidone } from "../../core/inits/pidone.ts";
import { compatiblePlatform } from "../../core/platform.ts";
import { exitCode, NOTHING_FOUND } from "../../core/report/exit-code.ts";
import { toOneLine } from "../../core/report/printable.ts";
import type { FileReport } from "../../core/report/report.ts";
import { rewriteFile } from "../../core/rewrite/rewrite.ts";
import { UserError } from "../../core/user-error.ts";
import { readCreationTime } from "../../init/ship/creation-time.ts";
import { listEmittedFiles } from "../../init/ship/emitted-files.ts";
import { version } from "../../version.ts";
import { initPlatforms, readBinaries } from "../files/shipped-init.ts";
import type { Io } from "../io.ts";
import { processFiles, type Wanted } from "../run/process-files.ts";
import type { Flags } from "../settings/flags.ts";
import { describeContextDoubt, findInitContext } from "../work/likely-context.ts";
import { makeUnchanged, type Task, type Work } from "../work/work.ts";
import { emitOutputs, type NamedOutput, type OutputFlags } from "./outputs.ts";
import { reportErrors } from "./report-errors.ts";

/** The options of emit. */
export interface EmitFlags
	extends OutputFlags,
		Pick<Flags, "config" | "configTop" | "context" | "fromBuilds" | "platform"> {
	readonly check?: boolean;
	/** Dockerfiles, folders and globs: each build context that needs it gets the init. */
	readonly for?: readonly string[];
}

/**
 * `pidone emit --for`: writes the binaries to each folder from which one of the Dockerfiles copies them, for the
 * platforms that it needs. Resolves to the exit code.
 */
export async function runEmitFor(paths: readonly string[], flags: EmitFlags, io: Io): Promise<number> {
	if (paths.includes("-")) throw new UserError("--for -: standard input has no build context: name the Dockerfile");
	const { files, outputs, skipped } = await listCopiedOutputs(paths, flags, io);
	reportErrors(files, io);
	if (files.length === 0) return NOTHING_FOUND;
	if (!flags.quiet) for (const line of skipped) io.err(`${toOneLine(line)}\n`);
	const isDifferent = emitOutputs(outputs, flags, io);
	return exitCode({ version, files }, "rewrite") || Number(isDifferent);
}

/** What Dockerfiles copy of pidone. */
interface CopiedOutputs {
	/** The reports on the Dockerfiles. */
	readonly files: readonly FileReport[];
	readonly outputs: readonly NamedOutput[];
	/** Why Dockerfiles need no binaries, or cannot get all that they need: one line each. Not complete with --quiet. */
	readonly skipped: readonly string[];
}

/**
 * The files that Dockerfiles copy from their build contexts. A Dockerfile with several names, which are links, copies
 * them in the context of each.
 */
export async function listCopiedOutputs(wanted: Wanted, flags: Flags, io: Io): Promise<CopiedOutputs> {
	const folders = new Map<string, Folder>();
	const skipped: string[] = [];
	const examine: Work["examine"] = (task) => {
		const { path, source, options } = task;
		const dockerfile = parseDockerfile(source);
		const copied = findCopiedBinaries({ dockerfile }, options);
		const { context = "", doubt } = findInitContext(dockerfile, task, { options, cwd: io.cwd });
		if (doubt !== undefined) {
			skipped.push(describeContextDoubt(path, doubt));
			return makeUnchanged(source);
		}
		for (const binary of copied.filter(({ init }) => init === pidone.name)) addPlatform(folders, context, binary);
		// It takes as long as a rewrite.
		const why = flags.quiet ? undefined : whySkipped(task, copied);
		if (why !== undefined) skipped.push(`${path}: ${why}`);
		return makeUnchanged(source);
	};
	const { files } = await processFiles(wanted, { ...flags, keepsLinks: true }, io, { examine });
	const outputs = [...folders].flatMap(([folder, { context, platforms }]) =>
		listOutputs(relative(io.cwd, folder) || ".", context, platforms),
	);
	return { files, outputs, skipped };
}

/** A folder that binaries are copied from. */
interface Folder {
	readonly context: string;
	readonly platforms: Set<string>;
}

function addPlatform(folders: Map<string, Folder>, context: string, { path, platform }: CopiedBinary): void {
	const shipped = compatiblePlatform(platform, initPlatforms);
	if (shipped !== platform)
		throw new UserError(`${path}: no init is available for ${platform}, only for ${initPlatforms.join(", ")}`);
	const name = join(context, dirname(path));
	const folder = folders.get(name) ?? { context, platforms: new Set() };
	folder.platforms.add(platform);
	folders.set(name, folder);
}

/** Why a Dockerfile needs no binaries, or cannot get all that it needs. */
function whySkipped({ source, options }: Task, copied: readonly CopiedBinary[]): string | undefined {
	const other = copied.find(({ init }) => init !== pidone.name);
	if (other !== undefined) return `copies ${other.path}, which you must add: emit writes only pidone`;
	if (copied.length > 0) return undefined;
	const advice = wouldCopy(source, options) ? "; run pidone rewrite -w first" : "";
	return `copies no binary of pidone from its build context${advice}`;
}

/** Whether a rewrite would make it copy pidone from its build context. */
function wouldCopy(source: string, options: CheckOptions): boolean {
	try {
		const { output } = rewriteFile(followSource(source, options), options);
		return findCopiedBinaries(output, options).some(({ init }) => init === pidone.name);
	} catch (error) {
		// BuildKit refuses to build it.
		if (error instanceof DockerfileSyntaxError) return false;
		throw error;
	}
}

function listOutputs(folder: string, context: string, platforms: ReadonlySet<string>): NamedOutput[] {
	const files = listEmittedFiles(readBinaries([...platforms]), readCreationTime(process.env));
	return files.map(({ name, ...file }) => ({
		path: folder === "." ? name : `${folder}/${name}`,
		within: context,
		...file,
	}));
}
