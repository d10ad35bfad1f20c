import { type Dockerfile, parseDockerfile } from "../dockerfile/parse.ts";
import { type AnalysedStage, analyse } from "./analyse.ts";
import type { AnalysisOptions } from "./options.ts";
import { refuseUnbuildable } from "./refuse.ts";

/** A parsed Dockerfile, and the config of each stage. */
export interface AnalysedFile {
	readonly dockerfile: Dockerfile;
	readonly stages: readonly AnalysedStage[];
}

/**
 * Reads a Dockerfile and works out what its stages run. Throws DockerfileSyntaxError for a file that BuildKit does not
 * parse or build.
 */
export function analyseSource(source: string, options: AnalysisOptions): AnalysedFile {
	return analyseDockerfile(parseDockerfile(source), options);
}

/** The same for a parsed Dockerfile, which does not depend on the options. */
export function analyseDockerfile(dockerfile: Dockerfile, options: AnalysisOptions): AnalysedFile {
	const stages = analyse(dockerfile, options);
	refuseUnbuildable(dockerfile, stages, options);
	return { dockerfile, stages };
}
