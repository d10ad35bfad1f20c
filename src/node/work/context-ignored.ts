import { basename, dirname } from "node:path/posix";
import dockerignore from "@balena/dockerignore";
import type { CheckOptions } from "../../core/check/check.ts";
import { findCopiedBinaries } from "../../core/check/copied-binaries.ts";
import type { Finding } from "../../core/finding.ts";
import type { AnalysedRewrite } from "../../core/rewrite/result.ts";

/**
 * A finding if .dockerignore excludes the init's binaries from the build context from which a rewrite copies them.
 */
export function findIgnoredContext(
	{ edits, output, isChanged }: AnalysedRewrite,
	file: string,
	options: CheckOptions,
): Finding[] {
	if (!isChanged) return [];
	const added = findCopiedBinaries(output, options).filter(({ path }) =>
		edits.some((edit) => edit.text.includes(`${dirname(path)}/`)),
	);
	const message = describeIgnoreRule(
		added.map(({ path }) => path),
		file,
		options,
	);
	const edit = edits.find((each) => added.some(({ path }) => each.text.includes(`${dirname(path)}/`)));
	return message === undefined || edit === undefined
		? []
		: [{ code: "context-ignored", level: "warning", message, start: edit.start, end: edit.start }];
}

/**
 * Which files a .dockerignore excludes, and how to change that; undefined if it excludes none of them.
 */
export function describeIgnoreRule(
	paths: readonly string[],
	file: string,
	{ readContextFile }: CheckOptions,
): string | undefined {
	if (paths.length === 0) return undefined;
	const own = `${basename(file)}.dockerignore`;
	const name = readContextFile?.(own) === undefined ? ".dockerignore" : own;
	const rules = readContextFile?.(name);
	if (rules === undefined) return undefined;
	const path = findIgnored(paths, rules);
	if (path === undefined) return undefined;
	const folder = dirname(path) === "." ? path : dirname(path);
	return `${name} excludes ${folder}${folder === path ? "" : "/"} from the build context, which the init is copied from: add the line !${folder}`;
}

/** The first of the paths that the rules exclude; undefined if there is none, or Docker rejects the rules. */
function findIgnored(paths: readonly string[], rules: string): string | undefined {
	const ignored = dockerignore.default({ ignorecase: false }).add(escapeExpressions(rules));
	try {
		return paths.find((each) => ignored.ignores(each));
	} catch (error) {
		// Such as `[z-a]`: Docker does not build with it either.
		if (error instanceof SyntaxError) return undefined;
		throw error;
	}
}

/** The library turns patterns into expressions, in which these characters have a meaning that patterns lack. */
function escapeExpressions(rules: string): string {
	return rules.replace(/(\\.)|[+(){}|]/g, (character, escaped?: string) => escaped ?? `\\${character}`);
}
