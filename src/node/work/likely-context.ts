import { existsSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { listContextFiles } from "../../core/check/context-files.ts";
import { findCopiedBinaries } from "../../core/check/copied-binaries.ts";
import type { Dockerfile } from "../../core/dockerfile/parse.ts";
import { toOneLine } from "../../core/report/printable.ts";
import type { RewriteOptions } from "../../core/rewrite/options.ts";
import { quotePaths } from "../builder/quote-words.ts";
import { findWorkTree } from "../files/git-ignore.ts";
import { withSlashes } from "../files/with-slashes.ts";
import type { Task } from "./work.ts";

/** A folder that is probably the build context. */
interface LikelyContext {
	/** Absolute. */
	readonly folder: string;
	/** The folder of the Dockerfile, which is the default. */
	readonly instead: string;
	/** A file or folder that the Dockerfile copies, and that only this folder has. */
	readonly file: string;
}

/** A Dockerfile in its place. */
type Place = Pick<Task, "context" | "isContextAssumed" | "within">;

/** What is not known about the place of an init. */
export interface ContextDoubt {
	/** Why the folder of the Dockerfile is probably not the build context. */
	readonly why: string;
	/** The option that says it is the likely one. */
	readonly option: string;
}

/** From where a Dockerfile copies an init. */
interface InitContext {
	/** The build context, absolute; undefined if only the builder has it. */
	readonly context: string | undefined;
	readonly doubt?: ContextDoubt;
}

/**
 * The build context from which a Dockerfile copies an init. It is the likely one if that has an init already, and in
 * doubt if it has none.
 */
export function findInitContext(
	dockerfile: Dockerfile,
	place: Place,
	{ options, cwd }: { readonly options: RewriteOptions; readonly cwd: string },
): InitContext {
	const { context } = place;
	const copied = findCopiedBinaries({ dockerfile }, options);
	const likely = copied.length === 0 ? undefined : findLikelyContext(dockerfile, place);
	if (likely === undefined) return { context };
	const { folder, instead, file } = likely;
	if (copied.some(({ path }) => existsSync(join(folder, path)))) return { context: folder };
	const [here = "", there = ""] = [instead, folder].map((path) => withSlashes(relative(cwd, path)) || ".");
	const why = toOneLine(`its build context may be ${there} instead of ${here}, because it copies ${file}`);
	return { context, doubt: { why, option: `--context ${quotePaths([there])}` } };
}

/** The doubt about a Dockerfile, and what to do, in one line. */
export function describeContextDoubt(path: string, { why, option }: ContextDoubt): string {
	return toOneLine(`${path}: ${why}: if so, run pidone emit --for ${quotePaths([path])} ${option}`);
}

/**
 * The folder above the Dockerfile that has what it copies, while its own folder does not: a Dockerfile in `docker/` is
 * usually built from the root of the repository. Files that neither has may be made before the build, and prove
 * nothing. Undefined if the context is known, or nothing speaks against the default.
 */
function findLikelyContext(
	dockerfile: Dockerfile,
	{ context, isContextAssumed, within }: Place,
): LikelyContext | undefined {
	if (!isContextAssumed || context === undefined) return undefined;
	const top = findWorkTree(context) ?? within;
	if (top === undefined || top === context) return undefined;
	const files = listContextFiles(dockerfile);
	const present = files.filter((file) => existsSync(join(context, file)));
	const missing = files.filter((file) => !present.includes(file));
	if (missing.length === 0) return undefined;
	for (let folder = dirname(context); folder.startsWith(top); folder = dirname(folder)) {
		const file = missing.find((each) => existsSync(join(folder, each)));
		if (file !== undefined && present.every((each) => existsSync(join(folder, each))))
			return { folder, file, instead: context };
		if (folder === top) break;
	}
	return undefined;
}
