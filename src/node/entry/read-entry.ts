import type { EntryKind } from "../files/entry-names.ts";
import { readBakeEntry } from "./bake/read.ts";
import { readComposeEntry } from "./compose/read.ts";
import type { EntryWorld } from "./entry-files.ts";
import type { EntryReading } from "./stated-build.ts";
import type { EntrySource } from "./value.ts";

/** Reads the builds of a file. Throws EntryError. */
type EntryReader = (source: EntrySource, world: EntryWorld) => EntryReading | Promise<EntryReading>;

const READERS: Readonly<Partial<Record<EntryKind, EntryReader>>> = {
	bake: readBakeEntry,
	compose: readComposeEntry,
};

/** The builds that a file states, in the language that its name or content says. Throws EntryError. */
export async function readEntry(source: EntrySource, kind: EntryKind, world: EntryWorld): Promise<EntryReading> {
	return READERS[kind]?.(source, world) ?? { builds: [], notes: [] };
}
