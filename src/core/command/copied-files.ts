import { readArgumentForm } from "../dockerfile/exec-form.ts";
import { readHeredocBodies } from "../dockerfile/heredoc-bodies.ts";
import { flagValue, type Instruction } from "../dockerfile/instruction.ts";
import { listWords } from "../dockerfile/validate.ts";
import { flatMap } from "../flat-map.ts";
import { baseName } from "../inits/invocation.ts";
import { matchesPattern } from "../shell/pattern.ts";
import { folderOf, joinPath, normalizePath, resolvePath } from "./posix-path.ts";

/** One COPY or ADD, its paths resolved. */
export interface Copy {
	readonly by: Instruction;
	/** Paths in the build context, the other stage or the image, without leading slash. */
	readonly sources: readonly string[];
	readonly destination: string;
	/** Whether the destination is a folder for certain. */
	readonly isFolder: boolean;
	/** The stage or image of `--from`, in lower case. */
	readonly from: string | undefined;
	/** From the network. */
	readonly isForeign: boolean;
	/** What `--chmod` says; undefined without it. */
	readonly isExecutable: boolean | undefined;
	/** With `--parents`: the sources, each with what of its path the destination keeps. */
	readonly parents?: readonly { readonly root: string; readonly kept: string }[];
	/** Files that are written out in the Dockerfile. */
	readonly heredocs: readonly { readonly path: string; readonly text: string; readonly line: number }[];
}

/** What a COPY or ADD depends on. */
export interface CopyPlace {
	readonly source: string;
	readonly workdir: string;
	/** Expands variables. */
	readonly expand: (text: string) => string;
	/** The value of one. */
	readonly lookup: (name: string) => string | undefined;
}

/** Reads a COPY or ADD. */
export function readCopy(by: Instruction, { source, workdir, expand, lookup }: CopyPlace): Copy {
	const form = readArgumentForm(by.argument.text);
	const words = (typeof form === "object" ? form.argv : listWords(by.argument.text)).map(expand);
	const sources = words.slice(0, -1);
	const written = words.at(-1) ?? "";
	const destination = resolvePath(workdir, written);
	const isFolder = sources.length > 1 || /(?:^|\/)\.{0,2}$/.test(written);
	const bodies = readHeredocBodies(by, source);
	const chmod = flagValue(by, "chmod");
	return {
		by,
		sources: bodies.length > 0 ? [] : sources.map(cleanSource),
		destination,
		isFolder,
		...(by.flags.some((flag) => flag.startsWith("--parents")) ? { parents: sources.map(splitAtPivot) } : {}),
		from: flagValue(by, "from")?.toLowerCase(),
		isForeign: sources.some((each) => /^(?:https?|git):|^git@/.test(each)),
		isExecutable: chmod === undefined ? undefined : isExecutableMode(chmod),
		heredocs: bodies.map(({ name, text, isQuoted, line }) => ({
			path: isFolder ? joinPath(destination, name) : destination,
			text: isQuoted ? text : expandHeredoc(text, lookup),
			line,
		})),
	};
}

/** What the bind mounts of a RUN show it, as if it were copied. */
export function readBindMounts(by: Instruction, { workdir, expand }: CopyPlace): Copy[] {
	const mounts = by.flags.filter((flag) => flag.startsWith("--mount="));
	return flatMap(mounts, (flag): Copy[] => {
		const fields = new Map(
			flag
				.slice("--mount=".length)
				.split(",")
				.map((field) => [field.replace(/=.*$/s, ""), expand(field.replace(/^[^=]*=?/, ""))]),
		);
		const target = fields.get("target") ?? fields.get("dst") ?? fields.get("destination");
		if ((fields.get("type") ?? "bind") !== "bind" || target === undefined) return [];
		return [
			{
				by,
				sources: [cleanSource(fields.get("source") ?? fields.get("src") ?? "")],
				destination: resolvePath(workdir, target),
				isFolder: false,
				from: fields.get("from")?.toLowerCase(),
				isForeign: false,
				isExecutable: undefined,
				heredocs: [],
			},
		];
	});
}

/** A path without slashes around it, or a URL without its query. */
function cleanSource(source: string): string {
	const path = /^https?:/.test(source) ? source.replace(/[?#].*$/s, "") : source;
	return normalizePath(path).replace(/^\/+|\/+$/g, "");
}

/** Of `a/./b/c`, the destination keeps `b/c`; without a pivot, all. */
function splitAtPivot(source: string): { readonly root: string; readonly kept: string } {
	const at = source.indexOf("/./", 1);
	const clean = (path: string): string => normalizePath(path).replace(/^\/+|\/+$/g, "");
	return at === -1
		? { root: "", kept: clean(source) }
		: { root: clean(source.slice(0, at)), kept: clean(source.slice(at + 3)) };
}

/** Whether a mode, as chmod takes it, lets somebody execute the file. */
export function isExecutableMode(mode: string): boolean {
	return /^[0-7]+$/.test(mode) ? (Number.parseInt(mode, 8) & 0o111) !== 0 : /[+=][rwXst]*[xX]/.test(mode);
}

/**
 * BuildKit expands variables in a heredoc without quotes; scripts escape those that are meant for the shell. One that
 * nothing sets may come from the base.
 */
function expandHeredoc(text: string, lookup: CopyPlace["lookup"]): string {
	return text.replace(
		/\\(.)|\$(?:([A-Za-z_]\w*)|\{([A-Za-z_]\w*)\}|\{\d+\}|\d+|[@*#?!$-])/gs,
		(written, escaped?: string, bare?: string, braced?: string) => {
			if (escaped !== undefined) return escaped;
			const name = bare ?? braced;
			return name === undefined ? "" : (lookup(name) ?? written);
		},
	);
}

/** Where a copy takes a file from. */
export interface CopySource {
	readonly path: string;
	/** Whether it names the file; a folder or a glob need not hold it. */
	readonly isNamed: boolean;
}

const NONE: readonly CopySource[] = [];

/** From where a copy may put something at a path of the image; the likelier first. */
export function sourcesFor({ sources, destination, isFolder, parents }: Copy, path: string): readonly CopySource[] {
	if (!path.startsWith(destination)) return NONE;
	if (parents !== undefined) return withParents(parents, path.slice(destination.length).replace(/^\//, ""));
	if (path === destination)
		return isFolder ? [] : sources.slice(0, 1).map((source) => ({ path: source, isNamed: !/[*?[]/.test(source) }));
	const folder = destination === "/" ? "/" : `${destination}/`;
	if (!path.startsWith(folder)) return NONE;
	const rest = path.slice(folder.length);
	const asFiles = sources
		.filter((source) => baseName(source) === rest)
		.map((source) => ({ path: source, isNamed: true }));
	const asGlobs = flatMap(sources, (source) =>
		matchesGlob(baseName(source), rest) ? [joinPath(folderOf(source), rest)] : [],
	);
	// The content of a folder is copied, not the folder.
	const asFolders = sources.filter((source) => !/[*?[]/.test(source)).map((source) => joinPath(source, rest));
	return asFiles.length > 0 ? asFiles : [...asGlobs, ...asFolders].map((source) => ({ path: source, isNamed: false }));
}

/** @param rest the path below the destination */
function withParents(parents: NonNullable<Copy["parents"]>, rest: string): readonly CopySource[] {
	return flatMap(parents, ({ root, kept }) => {
		const isGlob = /[*?[]/.test(kept);
		if (rest !== kept && !isGlob && !rest.startsWith(`${kept}/`)) return [];
		return [{ path: root === "" ? rest : joinPath(root, rest), isNamed: rest === kept }];
	});
}

function matchesGlob(glob: string, name: string): boolean {
	return /[*?[]/.test(glob) && !name.includes("/") && matchesPattern(glob, name) === true;
}
