import { basename } from "node:path";
import dockerignore from "@balena/dockerignore";
import type { CheckOptions } from "../findings/check.ts";
import type { Finding } from "../findings/finding.ts";
import type { RewriteResult } from "../rewrite/rewrite.ts";

/** A finding when .dockerignore keeps the init's binaries out of the build context from which a rewrite copies them. */
export function findIgnoredContext({ edits }: Pick<RewriteResult, "edits">, file: string, { source = ".pidone", readContextFile }: CheckOptions): Finding[] {
	const copy = edits.find(({ text }) => text.includes(` ${source}/`));
	const binary = copy && /\s(\S+\/(?:pidone|tini|dumb-init)-linux-)\S*/.exec(copy.text)?.[1];
	if (copy === undefined || binary === undefined) return [];
	const own = `${basename(file)}.dockerignore`;
	const name = readContextFile?.(own) === undefined ? ".dockerignore" : own;
	const rules = readContextFile?.(name);
	if (rules === undefined || !dockerignore.default({ ignorecase: false }).add(rules).ignores(`${binary}amd64`)) return [];
	const message = `${name} keeps ${source}/ out of the build context, from which the init is copied: add the line !${source}`;
	return [{ code: "context-ignored", level: "warning", message, start: copy.start, end: copy.start }];
}
