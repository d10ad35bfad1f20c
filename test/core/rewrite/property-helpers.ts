import { analyseSource } from "../../../src/core/analysis/analyse-source.ts";
import { findComments } from "../../../src/core/dockerfile/comments.ts";
import { type Dockerfile, parseDockerfile } from "../../../src/core/dockerfile/parse.ts";
import { DockerfileSyntaxError } from "../../../src/core/dockerfile/syntax-error.ts";
import { parseMarker } from "../../../src/core/rewrite/marker.ts";
import type { RewriteOptions } from "../../../src/core/rewrite/options.ts";
import { revert } from "../../../src/core/rewrite/revert.ts";
import { withoutWrongTarget } from "./arbitrary-options.ts";

/**
 * The file, and the options without a target that it does not have; undefined when BuildKit does not parse it, or makes
 * no build of it.
 */
export function tryRead(
	source: string,
	someOptions: RewriteOptions,
): { readonly dockerfile: Dockerfile; readonly options: RewriteOptions } | undefined {
	try {
		const options = withoutWrongTarget(someOptions, parseDockerfile(source).stages);
		return { dockerfile: analyseSource(source, options).dockerfile, options };
	} catch (error) {
		if (error instanceof DockerfileSyntaxError) return undefined;
		throw error;
	}
}

/** A marker of another rewrite may not fit what stands around it now. */
export function tryRevert(text: string): void {
	try {
		revert(text);
	} catch (error) {
		if (!(error instanceof DockerfileSyntaxError)) throw error;
	}
}

/** Whether another rewrite seems to have been here. */
export function hasMarker(source: string): boolean {
	return findComments(parseDockerfile(source)).some(({ text }) => parseMarker(text) !== undefined);
}
