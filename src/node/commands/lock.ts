import { existsSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { listImageUses } from "../../core/analysis/image-uses.ts";
import { parseDockerfile } from "../../core/dockerfile/parse.ts";
import { exitCode, NOTHING_FOUND } from "../../core/report/exit-code.ts";
import { toOneLine } from "../../core/report/printable.ts";
import { UserError } from "../../core/user-error.ts";
import { version } from "../../version.ts";
import { isInside } from "../files/inside.ts";
import { shortPath } from "../files/short-path.ts";
import { LOCK_NAME } from "../files/upward-names.ts";
import { writeOutput } from "../files/write-output.ts";
import type { Io } from "../io.ts";
import { BrokenLockError, formatLock, type Lock } from "../lock/lock-file.ts";
import { LockFinder } from "../lock/lock-finder.ts";
import { mergeLock } from "../lock/merge-lock.ts";
import { processFiles } from "../run/process-files.ts";
import type { Flags } from "../settings/flags.ts";
import { SettingsFinder } from "../settings/settings-finder.ts";
import { makeUnchanged, type Work } from "../work/work.ts";
import { type ImagesOfFile, LockEntries, type LockRequest } from "./lock-entries.ts";
import { reportErrors } from "./report-errors.ts";

export interface LockFlags extends Flags, LockRequest {}

/** `pidone lock`: records what the base images of Dockerfiles declare. Resolves to the exit code. */
export async function runLock(paths: readonly string[], flags: LockFlags, io: Io): Promise<number> {
	const settings = await SettingsFinder.make(flags, io.cwd);
	const wanted = paths.length === 0 ? ["."] : paths;
	const images: ImagesOfFile[] = [];
	const examine: Work["examine"] = ({ path, file, source, options }) => {
		const place = file ?? resolve(io.cwd, flags.stdinFilename ?? "Dockerfile");
		images.push({ path, place, uses: listImageUses(parseDockerfile(source), options), options });
		return makeUnchanged(source);
	};
	const { files } = await processFiles(wanted, { ...flags, isLocking: true }, io, { examine });
	reportErrors(files, io);
	if (files.length === 0) return NOTHING_FOUND;
	const finder = new LockFinder();
	const entries = new LockEntries(settings, { flags, io });
	let code = exitCode({ version, files }, "check");
	// An unreadable file may use an image that no other file uses.
	const covered = code === 0 ? wanted.map((path) => resolve(io.cwd, path)) : [];
	for (const [path, group] of await groupByLock(images, { settings, finder, cwd: io.cwd })) {
		const before = readBefore(path, finder, flags, io);
		const isComplete = covered.some((folder) => existsSync(folder) && isInside(dirname(path), folder));
		const isLeft = await updateLock({ path, group, before, isComplete }, entries, flags, io);
		if (isLeft) code = Math.max(code, 1);
	}
	return code;
}

/** A lock file, and the Dockerfiles whose images it records. */
interface LockTask {
	readonly path: string;
	readonly group: readonly ImagesOfFile[];
	readonly before: Lock;
	/** Whether there are no other Dockerfiles whose images it records. */
	readonly isComplete: boolean;
}

/** Resolves to whether something is left to do: an unknown image, or a difference that --check has found. */
async function updateLock(
	{ path, group, before, isComplete }: LockTask,
	entries: LockEntries,
	flags: LockFlags,
	io: Io,
): Promise<boolean> {
	const { lock: found, unknown } = await entries.find(group, before);
	const isKnown = unknown.every(({ isPart }) => isPart);
	const { lock, changes } = mergeLock(before, found, isComplete && isKnown);
	const isChanged = changes.length > 0 || (!existsSync(path) && Object.keys(lock).length > 0);
	if (isChanged && !flags.check) write(path, lock);
	const shown = shortPath(path);
	const lines = [
		...changes.map(({ kind, reference }) => `${shown}: ${kind}: ${reference}`),
		`${shown}: ${summarize(lock, { isChanged, isKnown }, flags)}`,
	];
	for (const { path: file, why } of unknown) io.err(`${toOneLine(`${file}: ${why}`)}\n`);
	if (!flags.quiet) for (const line of lines) io.err(`${toOneLine(line)}\n`);
	return !isKnown || (isChanged && flags.check === true);
}

interface Places {
	readonly settings: SettingsFinder;
	readonly finder: LockFinder;
	readonly cwd: string;
}

/** Groups the files by their lock file. */
async function groupByLock(
	images: readonly ImagesOfFile[],
	{ settings, finder, cwd }: Places,
): Promise<ReadonlyMap<string, readonly ImagesOfFile[]>> {
	const groups = new Map<string, ImagesOfFile[]>();
	for (const file of images) {
		const folder = dirname(file.place);
		const here = isInside(folder, cwd) ? cwd : folder;
		const path = finder.findPath(folder) ?? join((await settings.configFolderOf(file.place)) ?? here, LOCK_NAME);
		groups.set(path, [...(groups.get(path) ?? []), file]);
	}
	return groups;
}

/** Reads the present lock file. A broken one is replaced; one of a newer pidone is an error. */
function readBefore(path: string, finder: LockFinder, { check, quiet }: LockFlags, io: Io): Lock {
	try {
		return existsSync(path) ? (finder.find(dirname(path))?.lock ?? {}) : {};
	} catch (error) {
		if (check || !(error instanceof BrokenLockError)) throw error;
		if (!quiet) io.err(`${toOneLine(`${error.problem}: it is written again`)}\n`);
		return {};
	}
}

function write(path: string, lock: Lock): void {
	try {
		writeOutput(path, { bytes: Buffer.from(formatLock(lock)), mode: 0o644 });
	} catch (error) {
		if (!(error instanceof UserError)) throw error;
		throw new UserError(`${shortPath(path)}: ${error.message}`, { cause: error });
	}
}

/** What is not in the lock file is unknown to --check, and a run that asks may find it. */
function summarize(
	lock: Lock,
	{ isChanged, isKnown }: { readonly isChanged: boolean; readonly isKnown: boolean },
	{ check, update }: LockFlags,
): string {
	if (check && (isChanged || !(isKnown || update))) return "is not up to date: run pidone lock";
	const count = Object.keys(lock).length;
	const images = count === 1 ? "1 image" : `${count} images`;
	return isChanged ? `${images}, written` : `${images}, nothing changes`;
}
