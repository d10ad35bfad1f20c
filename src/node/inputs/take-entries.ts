import { existsSync } from "node:fs";
import { dirname, posix, relative, resolve, sep } from "node:path";
import { toOneLine } from "../../core/report/printable.ts";
import { UserError } from "../../core/user-error.ts";
import { describeError } from "../describe-error.ts";
import { type EntryWorld, readEntryFile } from "../entry/model/entry-files.ts";
import type { EntryNote, StatedBuild } from "../entry/model/stated-build.ts";
import type { EntrySource } from "../entry/model/value.ts";
import { readEntry } from "../entry/read-entry.ts";
import { guessKind } from "../entry/scan-text.ts";
import { type Discovery, identify } from "../files/discover.ts";
import { entryKindOf } from "../files/entry-names.ts";
import { findWorkTree } from "../files/git-ignore.ts";
import { isInside } from "../files/inside.ts";
import { realPathOf } from "../files/real-path.ts";
import type { FoundFile } from "../files/walk.ts";
import type { Io } from "../io.ts";
import { nameBuild } from "../settings/combine-builds.ts";
import type { Flags } from "../settings/flags.ts";
import type { TaskFile } from "./task-file.ts";

/**
 * The files of a run, with the Dockerfiles of files that say what is built in the place of these. What cannot be read
 * of them is reported.
 * @param isNamedEntry whether a file that was named may be such a file
 */
export async function takeEntries(
	found: Discovery,
	isNamedEntry: (file: FoundFile) => boolean,
	flags: Flags,
	io: Io,
): Promise<readonly TaskFile[]> {
	const taker = new EntryTaker(io.cwd);
	for (const [identity, file] of identify(found, io.cwd)) {
		if (isNamedEntry(file)) await taker.takeNamed(identity, file);
		else taker.put(identity, file.within === undefined ? file : { ...file, isFoundByName: true });
	}
	for (const file of found.entries) await taker.takeWalked(file);
	if (!flags.quiet)
		for (const { path, line, column, message } of taker.notes)
			io.err(`${toOneLine(`${path}:${line}:${column}: ${message}`)}\n`);
	return [...taker.files.values()];
}

class EntryTaker {
	/** By the path without links, or by a name of its own for one that is no file. */
	readonly files = new Map<string, TaskFile>();
	readonly notes: EntryNote[] = [];
	readonly #cwd: string;

	constructor(cwd: string) {
		this.#cwd = cwd;
	}

	put(identity: string, file: TaskFile): void {
		const known = this.files.get(identity);
		this.files.set(identity, known === undefined ? file : { ...file, ...known });
	}

	/** A file that was named: if it does not say what is built, it is taken for a Dockerfile. */
	async takeNamed(identity: string, file: FoundFile): Promise<void> {
		const path = withSlashes(file.path);
		let source: EntrySource | undefined;
		try {
			source = this.#read(path);
			const kind = entryKindOf(path) ?? (source && guessKind(path, source.text));
			if (source === undefined || kind === undefined) {
				this.put(identity, file);
				return;
			}
			const world = makeWorld(source, this.#cwd);
			const reading = await readEntry(source, kind, world);
			this.notes.push(...reading.notes);
			if (reading.builds.length === 0 && reading.notes.length === 0)
				this.notes.push({ path, line: 1, column: 1, message: "states no build" });
			const within = findWorkTree(dirname(source.file)) ?? this.#folderOf(source.file);
			for (const build of reading.builds) this.#add(build, { source, within, statedIn: [...world.files] });
		} catch (error) {
			const text = source === undefined ? {} : { source: source.text };
			this.put(identity, { ...file, failure: { ...text, error: describeError(error) } });
		}
	}

	async takeWalked({ path: name, within = this.#cwd }: FoundFile): Promise<void> {
		const path = withSlashes(name);
		try {
			const source = this.#read(path);
			const kind = entryKindOf(path);
			if (source === undefined || kind === undefined) return;
			if (!isInside(realPathOf(source.file), realPathOf(within)))
				throw new UserError("is a link that leads out of the directory");
			// The builder is started in the folder of its file, if nobody says another.
			const world = makeWorld(source, dirname(source.file));
			const { builds, notes } = await readEntry(source, kind, world);
			this.notes.push(...notes);
			for (const build of builds) {
				const why = whyNotWalked(build, within);
				if (why === undefined) this.#add(build, { source, within, statedIn: [...world.files] });
				else this.notes.push({ ...build.from, message: `${build.name}: ${why}: skipped` });
			}
		} catch (error) {
			// A mistake in a file that nobody has named does not stop anything.
			if (!(error instanceof UserError)) throw error;
			const { line, column } = error.position ?? { line: 1, column: 1 };
			this.notes.push({ path, line, column, message: `${error.message}: skipped` });
		}
	}

	#read(path: string): EntrySource | undefined {
		const file = resolve(this.#cwd, path);
		const text = readEntryFile(file);
		return text === undefined ? undefined : { path, file, text };
	}

	#folderOf(file: string): string {
		return isInside(file, this.#cwd) ? this.#cwd : dirname(file);
	}

	#add(build: StatedBuild, { source: { path, file }, within, statedIn }: Statement): void {
		const { dockerfile, inline, from } = build;
		if (inline !== undefined) {
			const identity = `${inline.file}\n${inline.lines[0]}\n${build.name}`;
			this.files.set(identity, { path: inline.path, builds: [build], statedIn, inline });
			return;
		}
		if (dockerfile === undefined) return;
		if (!isInside(dockerfile, within)) {
			const message = `${nameBuild(build)}: its Dockerfile ${dockerfile} is outside ${within}: name it to process it`;
			this.notes.push({ ...from, message });
			return;
		}
		const identity = realPathOf(dockerfile);
		const shown = posix.join(dirname(path), relative(dirname(file), dockerfile).split(sep).join("/"));
		const known = this.files.get(identity) ?? { path: shown, within };
		this.files.set(identity, {
			...known,
			builds: uniteBuilds(known.builds ?? [], build),
			statedIn: [...new Set([...(known.statedIn ?? []), ...statedIn])],
		});
	}
}

/** Several files may lead to the same build. */
function uniteBuilds(builds: readonly StatedBuild[], added: StatedBuild): readonly StatedBuild[] {
	const key = JSON.stringify(added);
	return builds.some((build) => JSON.stringify(build) === key) ? builds : [...builds, added];
}

interface Statement {
	readonly source: EntrySource;
	/** No Dockerfile outside of this folder is taken. */
	readonly within: string;
	readonly statedIn: readonly string[];
}

/** The machine's files and environment; remembers which files were asked for. */
function makeWorld(source: EntrySource, cwd: string): EntryWorld & { readonly files: ReadonlySet<string> } {
	const files = new Set([source.file]);
	const read = (file: string): string | undefined => {
		files.add(file);
		return readEntryFile(file);
	};
	return { read, files, env: process.env, cwd };
}

/**
 * Why a build that a walk has met is left out. Its file may come from anywhere: it must not lead readers or writers out
 * of the folder that was walked.
 */
function whyNotWalked({ dockerfile, context }: StatedBuild, within: string): string | undefined {
	const root = realPathOf(within);
	const isOutside = (path: string): boolean => !isInside(path, within) || !isInside(realPathOf(path), root);
	if (context !== undefined && isOutside(context))
		return `its build context ${relative(within, context)} is outside the directory`;
	if (dockerfile === undefined) return undefined;
	const shown = relative(within, dockerfile);
	if (isOutside(dockerfile)) return `its Dockerfile ${shown} is outside the directory`;
	return existsSync(dockerfile) ? undefined : `its Dockerfile ${shown} does not exist`;
}

function withSlashes(path: string): string {
	return sep === "\\" ? path.replaceAll(sep, "/") : path;
}
