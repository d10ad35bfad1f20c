import { DockerfileSyntaxError } from "../../core/dockerfile/syntax-error.ts";

/**
 * Whether Podman and buildah run the C preprocessor on a file, by its name (containers/buildah:
 * imagebuildah/build.go).
 */
export function isPreprocessed(name: string): boolean {
	return name.endsWith(".in");
}

/**
 * A line for the C preprocessor that no comment looks like. Many comments look like `#if`, but not with an `#endif`.
 */
const DIRECTIVE = /^#(?:[\t ]*(?:include[\t ]*["<]|ifn?def[\t ]|endif\b)|define[\t ]+[A-Za-z_])/m;

/**
 * Throws DockerfileSyntaxError for a file that is a Dockerfile only once it has been preprocessed; others of such a
 * name are templates of other tools.
 */
export function refusePreprocessed(name: string, source: string): void {
	const offset = isPreprocessed(name) ? source.search(DIRECTIVE) : -1;
	if (offset === -1) return;
	const message =
		"the C preprocessor turns this file into a Dockerfile (Podman does so for names that end in .in): preprocess it first, and pass the result to pidone";
	throw new DockerfileSyntaxError(message, source, offset, { isParsed: true });
}
