import { resolve } from "node:path";
import { targetPlatforms } from "../../core/analysis/options.ts";
import { UserError } from "../../core/user-error.ts";
import { readCreationTime } from "../../init/ship/creation-time.ts";
import { listEmittedFiles } from "../../init/ship/emitted-files.ts";
import { initPlatforms, readBinaries } from "../files/shipped-init.ts";
import type { Io } from "../io.ts";
import { readPlatformsOf } from "../settings/platforms.ts";
import { SettingsFinder } from "../settings/settings-finder.ts";
import type { EmitFlags } from "./emit-for.ts";
import { emitOutputs } from "./outputs.ts";

/**
 * `pidone emit`: writes the shipped binaries of the init to a folder, with checksums and a bill of materials. Resolves
 * to the exit code.
 */
export async function runEmit(folder: string | undefined, flags: EmitFlags, io: Io): Promise<number> {
	if (folder === "") throw new UserError("the name of the directory is empty");
	if (flags.for !== undefined) {
		if (folder !== undefined)
			throw new UserError(`${folder}: with --for, the Dockerfiles determine the directories: omit it`);
		const { runEmitFor } = await import("./emit-for.ts");
		return runEmitFor(flags.for, flags, io);
	}
	if (flags.context !== undefined) throw new UserError("--context: requires --for");
	if (flags.fromBuilds) throw new UserError("--from-builds: requires --for");
	return emitInto(folder ?? ".pidone", flags, flags.platform ?? (await configuredPlatforms(flags, io)), io);
}

/** The platforms that a rewritten Dockerfile in this folder would need. */
async function configuredPlatforms({ config }: EmitFlags, { cwd }: Io): Promise<readonly string[]> {
	const finder = await SettingsFinder.make(config === undefined ? {} : { config }, cwd);
	return targetPlatforms(await finder.optionsFor(resolve(cwd, "Dockerfile")));
}

function emitInto(folder: string, flags: EmitFlags, platforms: readonly string[], io: Io): number {
	const binaries = readBinaries(readPlatformsOf(platforms, initPlatforms, "init"));
	const outputs = listEmittedFiles(binaries, readCreationTime(process.env)).map(({ name, ...file }) => ({
		path: `${folder.replace(/(?<=.)\/+$/, "")}/${name}`,
		within: resolve(io.cwd, folder),
		...file,
	}));
	return emitOutputs(outputs, flags, io) ? 1 : 0;
}
