import type { DefinitionHost } from "../../../src/node/build-definitions/model/host.ts";
import type { DefinitionReading, StatedBuild } from "../../../src/node/build-definitions/model/stated-build.ts";
import { DefinitionError } from "../../../src/node/build-definitions/model/value.ts";
import { readDefinition } from "../../../src/node/build-definitions/read-definition.ts";
import { definitionKindOf } from "../../../src/node/files/definition-names.ts";

/** What a file in the folder `/p` is read with. */
interface Given {
	readonly files?: Readonly<Record<string, string>>;
	readonly env?: DefinitionHost["env"];
}

/** Reads a file in the folder `/p`, which contains the other files. */
export async function read(
	path: string,
	text: string,
	{ files = {}, env = {} }: Given = {},
): Promise<DefinitionReading> {
	const kind = definitionKindOf(path);
	if (kind === undefined) throw new Error(`${path} does not have the name of a build definition`);
	const host: DefinitionHost = { cwd: "/p", env, read: (file) => files[file.replace("/p/", "")] };
	return readDefinition({ path, file: `/p/${path}`, text }, kind, host);
}

/** The builds in short form: what they do not state is left out. */
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

/** The mistake in a file, with its location. */
export async function readMistake(path: string, text: string, given?: Given): Promise<string> {
	try {
		await read(path, text, given);
		return "no mistake";
	} catch (error) {
		if (!(error instanceof DefinitionError)) throw error;
		return `${error.place.source.path}:${error.position?.line}:${error.position?.column}: ${error.message}`;
	}
}
