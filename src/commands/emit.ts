import { resolve } from "node:path";
import { UserError } from "../config/user-error.ts";
import { initPlatforms, readBinaries } from "../init/binaries.ts";
import { readCreationTime } from "../init/creation-time.ts";
import { listEmittedFiles } from "../init/emitted-files.ts";
import type { Io } from "./io.ts";
import { makeOutputs, type OutputFlags, reportOutputs } from "./outputs.ts";
import { readPlatformsOf } from "./platforms.ts";

export interface EmitFlags extends OutputFlags {
	readonly platform?: readonly string[];
	readonly check?: boolean;
}

/** `pidone emit`: puts the shipped binaries of the init into a folder, with checksums and a bill of materials. Returns the exit code. */
export function runEmit(folder: string, flags: EmitFlags, io: Io): number {
	if (folder === "") throw new UserError("the name of the folder is empty");
	const binaries = readBinaries(readPlatformsOf(flags.platform, initPlatforms, "an init"));
	const outputs = listEmittedFiles(binaries, readCreationTime(process.env)).map(({ name, ...file }) => ({
		path: `${folder.replace(/(?<=.)\/+$/, "")}/${name}`,
		within: resolve(io.cwd, folder),
		...file,
	}));
	const files = makeOutputs(outputs, io.cwd, flags.check ?? false);
	reportOutputs(files, flags, io.out);
	return flags.check && files.some(({ state }) => state !== "same") ? 1 : 0;
}
