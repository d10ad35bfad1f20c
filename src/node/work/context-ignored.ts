import { basename, dirname } from "node:path/posix";
import dockerignore from "@balena/dockerignore";
import type { CheckOptions } from "../../core/check/check.ts";
import { findCopiedBinaries } from "../../core/check/copied-binaries.ts";
import { parseDockerfile } from "../../core/dockerfile/parse.ts";
import type { Finding } from "../../core/finding.ts";
import type { RewriteResult } from "../../core/rewrite/result.ts";

/** A file with rules for what is not sent to the builder. */
interface IgnoreFile {
	/** `.dockerignore`, or the Dockerfile's own. */
	readonly name: string;
	readonly rules: string;
}

/**
 * A finding if .dockerignore excludes the init's binaries from the build context from which a rewrite copies them.
 */
export function findIgnoredContext(
	{ edits, text, isChanged }: RewriteResult,
	file: string,
	options: CheckOptions,
): Finding[] {
	const ignoreFile = isChanged ? readIgnoreFile(file, options) : undefined;
	if (ignoreFile === undefined) return [];
	const added = findCopiedBinaries({ dockerfile: parseDockerfile(text) }, options)
		.map(({ path }) => path)
		.filter((path) => edits.some((edit) => namesFolderOf(path, edit.text)));
	const message = describeIgnored(added, ignoreFile);
	const edit = edits.find((each) => added.some((path) => namesFolderOf(path, each.text)));
	return message === undefined || edit === undefined
		? []
		: [{ code: "context-ignored", level: "warning", message, start: edit.start, end: edit.start }];
}

/** Whether an added text names the folder of a path. */
function namesFolderOf(path: string, text: string): boolean {
	return text.includes(`${dirname(path)}/`);
}

/**
 * Which files a .dockerignore excludes, and how to change that; undefined if it excludes none of them.
 */
export function describeIgnoreRule(paths: readonly string[], file: string, options: CheckOptions): string | undefined {
	const ignoreFile = paths.length === 0 ? undefined : readIgnoreFile(file, options);
	return ignoreFile && describeIgnored(paths, ignoreFile);
}

function readIgnoreFile(file: string, { readContextFile }: CheckOptions): IgnoreFile | undefined {
	for (const name of [`${basename(file)}.dockerignore`, ".dockerignore"]) {
		const rules = readContextFile?.(name);
		if (rules !== undefined) return { name, rules };
	}
	return undefined;
}

function describeIgnored(paths: readonly string[], { name, rules }: IgnoreFile): string | undefined {
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
