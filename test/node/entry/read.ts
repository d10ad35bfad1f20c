import type { EntryWorld } from "../../../src/node/entry/model/entry-files.ts";
import type { EntryReading, StatedBuild } from "../../../src/node/entry/model/stated-build.ts";
import { EntryError } from "../../../src/node/entry/model/value.ts";
import { readEntry } from "../../../src/node/entry/read-entry.ts";
import { entryKindOf } from "../../../src/node/files/entry-names.ts";

/** What the files of a folder `/p` are read with. */
interface Given {
	readonly files?: Readonly<Record<string, string>>;
	readonly env?: EntryWorld["env"];
}

/** Reads a file of the folder `/p`, which holds the others. */
export async function read(path: string, text: string, { files = {}, env = {} }: Given = {}): Promise<EntryReading> {
	const kind = entryKindOf(path);
	if (kind === undefined) throw new Error(`${path} has no name of a file that says what is built`);
	const world: EntryWorld = { cwd: "/p", env, read: (file) => files[file.replace("/p/", "")] };
	return readEntry({ path, file: `/p/${path}`, text }, kind, world);
}

/** The builds in short: what is not said is left out. */
export async function readBuilds(path: string, text: string, given?: Given): Promise<object[]> {
	return (await read(path, text, given)).builds.map(shorten);
}

function shorten({ name, from: _, inline, ...build }: StatedBuild): object {
	return Object.fromEntries(
		Object.entries({ name, ...build, ...(inline === undefined ? {} : { inline: inline.text }) }).filter(
			([, value]) => typeof value !== "object" || Object.keys(value).length > 0,
		),
	);
}

/** The notes, as they are printed. */
export async function readNotes(path: string, text: string, given?: Given): Promise<string[]> {
	return (await read(path, text, given)).notes.map(
		(note) => `${note.path}:${note.line}:${note.column}: ${note.message}`,
	);
}

/** The mistake that a file has, with its place. */
export async function readMistake(path: string, text: string, given?: Given): Promise<string> {
	try {
		await read(path, text, given);
		return "no mistake";
	} catch (error) {
		if (!(error instanceof EntryError)) throw error;
		return `${error.place.source.path}:${error.position?.line}:${error.position?.column}: ${error.message}`;
	}
}
