import { type Dockerfile, parseDockerfile } from "../dockerfile/parse.ts";
import { type AnalysedStage, analyse } from "./analyse.ts";
import type { AnalysisOptions } from "./options.ts";
import { refuseUnbuildable } from "./refuse.ts";

/** A file that was read, and what it means. */
export interface AnalysedFile {
	readonly dockerfile: Dockerfile;
	readonly stages: readonly AnalysedStage[];
}

/**
 * Reads a Dockerfile and works out what its stages run. Throws DockerfileSyntaxError for one that BuildKit does not
 * parse, or makes no build of.
 */
export function analyseSource(source: string, options: AnalysisOptions): AnalysedFile {
	return analyseDockerfile(parseDockerfile(source), options);
}

/** The same for a Dockerfile that is parsed: it stays what it is, whatever the options are. */
export function analyseDockerfile(dockerfile: Dockerfile, options: AnalysisOptions): AnalysedFile {
	const stages = analyse(dockerfile, options);
	refuseUnbuildable(dockerfile, stages, options);
	return { dockerfile, stages };
}
