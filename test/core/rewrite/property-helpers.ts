import { analyseSource } from "../../../src/core/analysis/analyse-source.ts";
import { findComments } from "../../../src/core/dockerfile/comments.ts";
import { type Dockerfile, parseDockerfile } from "../../../src/core/dockerfile/parse.ts";
import { DockerfileSyntaxError } from "../../../src/core/dockerfile/syntax-error.ts";
import { parseMarker } from "../../../src/core/rewrite/marker.ts";
import type { RewriteOptions } from "../../../src/core/rewrite/options.ts";
import { revert } from "../../../src/core/rewrite/revert.ts";
import { withoutWrongTarget } from "./arbitrary-options.ts";

/**
 * The file, and the options without a target that it does not have; undefined if BuildKit does not parse the file, or
 * builds nothing from it.
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

/** A marker of another rewrite may no longer fit the lines around it. */
export function tryRevert(text: string): void {
	try {
		revert(text);
	} catch (error) {
		if (!(error instanceof DockerfileSyntaxError)) throw error;
	}
}

/** Whether another rewrite seems to have changed this file. */
export function hasMarker(source: string): boolean {
	return findComments(parseDockerfile(source)).some(({ text }) => parseMarker(text) !== undefined);
}
