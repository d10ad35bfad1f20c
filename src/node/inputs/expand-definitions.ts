import { existsSync } from "node:fs";
import { dirname, posix, relative, resolve } from "node:path";
import { formatPlace } from "../../core/dockerfile/position.ts";
import { toOneLine } from "../../core/report/printable.ts";
import { UserError } from "../../core/user-error.ts";
import { guessKind } from "../build-definitions/guess-kind.ts";
import { type DefinitionHost, readDefinitionFile } from "../build-definitions/model/host.ts";
import type { DefinitionNote, StatedBuild } from "../build-definitions/model/stated-build.ts";
import type { DefinitionSource } from "../build-definitions/model/value.ts";
import { readDefinition } from "../build-definitions/read-definition.ts";
import { describeError } from "../describe-error.ts";
import { definitionKindOf } from "../files/definition-names.ts";
import { type Discovery, identify } from "../files/discover.ts";
import { findWorkTree } from "../files/git-ignore.ts";
import { isInside } from "../files/inside.ts";
import { realPathOf } from "../files/real-path.ts";
import type { FoundFile } from "../files/walk.ts";
import { withSlashes } from "../files/with-slashes.ts";
import type { Io } from "../io.ts";
import { nameBuild } from "../settings/combine-builds.ts";
import type { Flags } from "../settings/flags.ts";
import { linkBuilds, linkKey, withLinked } from "./linked-builds.ts";
import type { TaskFile } from "./task-file.ts";

/**
 * The files of a run, with each build definition replaced by the Dockerfiles of its builds. Prints what cannot be read
 * of the definitions.
 * @param mayBeDefinition whether a file was named by the user and may be a build definition
 */
export async function expandDefinitions(
	found: Discovery,
	mayBeDefinition: (file: FoundFile) => boolean,
	flags: Flags,
	io: Io,
): Promise<readonly TaskFile[]> {
	const tasks = new TaskFiles(io.cwd);
	for (const [identity, file] of identify(found, io.cwd)) {
		if (mayBeDefinition(file)) await tasks.addNamed(identity, file);
		else tasks.put(identity, file.within === undefined ? file : { ...file, isFoundByName: true });
	}
	for (const file of found.definitions) await tasks.addWalked(file);
	if (!flags.quiet) printNotes(tasks.notes, io);
	return [...tasks.files.values()].map((file) => withLinked(file, tasks.builds));
}

/** Definitions that use the same file have the same notes on it. */
function printNotes(notes: readonly DefinitionNote[], io: Io): void {
	const lines = notes.map((note) => toOneLine(`${formatPlace(note.path, note)}: ${note.message}`));
	for (const line of new Set(lines)) io.err(`${line}\n`);
}

class TaskFiles {
	/** By the path without links; inline Dockerfiles by a key of their own. */
	readonly files = new Map<string, TaskFile>();
	/** Of what is processed, by their keys. */
	readonly builds = new Map<string, StatedBuild>();
	readonly notes: DefinitionNote[] = [];
	readonly #cwd: string;

	/** The builds of all files. */
	readonly #united = new Set<string>();

	constructor(cwd: string) {
		this.#cwd = cwd;
	}

	put(identity: string, file: TaskFile): void {
		const known = this.files.get(identity);
		this.files.set(identity, known === undefined ? file : { ...file, ...known });
	}

	/** Adds a file that the user named: a Dockerfile, unless it is a build definition. */
	async addNamed(identity: string, file: FoundFile): Promise<void> {
		const path = withSlashes(file.path);
		let source: DefinitionSource | undefined;
		try {
			source = this.#read(path);
			const kind = definitionKindOf(path) ?? (source && guessKind(path, source.text));
			if (source === undefined || kind === undefined) {
				this.put(identity, file);
				return;
			}
			const host = makeHost(source, this.#cwd);
			const reading = await readDefinition(source, kind, host);
			this.notes.push(...reading.notes);
			if (reading.builds.length === 0 && reading.notes.length === 0)
				this.notes.push({ path, line: 1, column: 1, message: "defines no build of an image" });
			const within = findWorkTree(dirname(source.file)) ?? this.#folderOf(source.file);
			for (const build of linkBuilds(reading.builds, source.file))
				this.#add(build, { source, within, statedIn: [...host.files] });
		} catch (error) {
			const text = source === undefined ? {} : { source: source.text };
			this.put(identity, { ...file, failure: { ...text, error: describeError(error) } });
		}
	}

	/** Adds the builds of a definition that a walk has met. */
	async addWalked({ path: name, within = this.#cwd }: FoundFile): Promise<void> {
		const path = withSlashes(name);
		try {
			const source = this.#read(path);
			const kind = definitionKindOf(path);
			if (source === undefined || kind === undefined) return;
			if (!isInside(realPathOf(source.file), realPathOf(within)))
				throw new UserError("is a link that leads out of the directory");
			// Without other information, the builder is started in the folder of the file.
			const host = makeHost(source, dirname(source.file));
			const { builds, notes } = await readDefinition(source, kind, host);
			this.notes.push(...notes);
			for (const build of linkBuilds(builds, source.file)) {
				const why = whyNotWalked(build, within);
				if (why === undefined) this.#add(build, { source, within, statedIn: [...host.files] });
				else this.notes.push({ ...build.from, message: `${build.name}: ${why}: skipped` });
			}
		} catch (error) {
			// The user has not named this file: a mistake in it does not stop the run.
			if (!(error instanceof UserError)) throw error;
			const { line, column } = error.position ?? { line: 1, column: 1 };
			this.notes.push({ path, line, column, message: `${error.message}: skipped` });
		}
	}

	#read(path: string): DefinitionSource | undefined {
		const file = resolve(this.#cwd, path);
		const text = readDefinitionFile(file);
		return text === undefined ? undefined : { path, file, text };
	}

	#folderOf(file: string): string {
		return isInside(file, this.#cwd) ? this.#cwd : dirname(file);
	}

	#add(build: StatedBuild, { source: { path, file }, within, statedIn }: Statement): void {
		const { dockerfile, inline, from } = build;
		const key = linkKey(file, build.name);
		if (inline !== undefined) {
			this.builds.set(key, build);
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
		this.builds.set(key, build);
		const identity = realPathOf(dockerfile);
		const shown = posix.join(dirname(path), withSlashes(relative(dirname(file), dockerfile)));
		const known = this.files.get(identity) ?? { path: shown, within };
		this.files.set(identity, {
			...known,
			builds: this.#isNew(identity, build) ? [...(known.builds ?? []), build] : (known.builds ?? []),
			statedIn: [...new Set([...(known.statedIn ?? []), ...statedIn])],
		});
	}

	/** Several files may state the same build of a Dockerfile, and mean the same by its links. */
	#isNew(identity: string, build: StatedBuild): boolean {
		const key = JSON.stringify([identity, { ...build, links: undefined }]);
		const isNew = !this.#united.has(key);
		this.#united.add(key);
		return isNew;
	}
}

interface Statement {
	readonly source: DefinitionSource;
	/** No Dockerfile outside of this folder is taken. */
	readonly within: string;
	readonly statedIn: readonly string[];
}

/** The machine's files and environment; remembers which files were asked for. */
function makeHost(source: DefinitionSource, cwd: string): DefinitionHost & { readonly files: ReadonlySet<string> } {
	const files = new Set([source.file]);
	const read = (file: string): string | undefined => {
		files.add(file);
		return readDefinitionFile(file);
	};
	return { read, files, env: process.env, cwd };
}

/**
 * Why a build from a walked folder is skipped. Its file may come from anywhere: it must not make pidone read or write
 * outside of that folder.
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
