import { type AnalysedFile, analyseSource } from "../analysis/analyse-source.ts";
import type { AnalysisOptions } from "../analysis/options.ts";
import type { BuildContext } from "./image-files.ts";
import { StageCommands } from "./stage-commands.ts";

/** A parsed Dockerfile, the config of each stage, and what the commands run. */
export interface FollowedFile extends AnalysedFile {
	readonly commands: StageCommands;
}

/**
 * Reads a Dockerfile and works out what its stages run. Throws DockerfileSyntaxError for a file that BuildKit does not
 * parse or build.
 */
export function followSource(source: string, options: AnalysisOptions & BuildContext): FollowedFile {
	return followFile(analyseSource(source, options), options);
}

/** Adds what the commands of a file's stages run; each is followed on first use. */
export function followFile({ dockerfile, stages }: AnalysedFile, context: BuildContext): FollowedFile {
	return { dockerfile, stages, commands: new StageCommands({ dockerfile, stages }, context) };
}
