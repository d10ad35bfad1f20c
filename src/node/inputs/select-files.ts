import { relative, resolve } from "node:path";
import { GitChanges } from "../files/git-changes.ts";
import { isInShard, readShard } from "../files/shard.ts";
import { withSlashes } from "../files/with-slashes.ts";
import type { Io } from "../io.ts";
import { optionError } from "../option-error.ts";
import type { Flags } from "../settings/flags.ts";
import type { SettingsFinder } from "../settings/settings-finder.ts";
import { ChangeFinder } from "./change-finder.ts";
import type { TaskFile } from "./task-file.ts";

/**
 * Leaves out the files that `--shard` and `--changed-since` do not select, and reports how many are left. Throws
 * UserError.
 */
export async function selectFiles(
	files: readonly TaskFile[],
	{ shard, changedSince, quiet }: Flags,
	{ settings, io }: { readonly settings: SettingsFinder; readonly io: Io },
): Promise<readonly TaskFile[]> {
	const inShard = shard === undefined ? files : files.filter(takeShard(shard, io.cwd));
	const selected = changedSince === undefined ? inShard : await takeChanged(inShard, changedSince, settings, io);
	if (selected.length < files.length && !quiet) {
		const options = [
			...(shard === undefined ? [] : [`--shard ${shard}`]),
			...(changedSince === undefined ? [] : [`--changed-since ${changedSince}`]),
		];
		io.err(`${options.join(" ")}: ${selected.length} of ${files.length} Dockerfiles\n`);
	}
	return selected;
}

/** Standard input has no path, and belongs to no repository. Throws UserError. */
export function refuseToSelectStdin({ shard, changedSince }: Flags): void {
	if (shard !== undefined) throw optionError("--shard", shard, "cannot be combined with standard input");
	if (changedSince !== undefined)
		throw optionError("--changed-since", changedSince, "cannot be combined with standard input");
}

/** A file's shard does not depend on how its path is spelled. */
function takeShard(text: string, cwd: string): (file: TaskFile) => boolean {
	const shard = readShard(text);
	return ({ path }) => isInShard(withSlashes(relative(cwd, resolve(cwd, path))), shard);
}

async function takeChanged(
	files: readonly TaskFile[],
	ref: string,
	settings: SettingsFinder,
	{ cwd }: Io,
): Promise<readonly TaskFile[]> {
	const finder = new ChangeFinder(new GitChanges(ref), settings);
	const changed: TaskFile[] = [];
	for (const file of files) if (await finder.isAffected({ ...file, path: resolve(cwd, file.path) })) changed.push(file);
	return changed;
}
