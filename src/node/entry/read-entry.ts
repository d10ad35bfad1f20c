import type { EntryKind } from "../files/entry-names.ts";
import { readBakeEntry } from "./bake/read.ts";
import { readComposeEntry } from "./compose/read.ts";
import { readDevcontainerEntry } from "./devcontainer.ts";
import { readGitlabEntry } from "./gitlab.ts";
import { readMakefileEntry } from "./makefile.ts";
import type { EntryWorld } from "./model/entry-files.ts";
import type { EntryReading } from "./model/stated-build.ts";
import type { EntrySource } from "./model/value.ts";
import { readSkaffoldEntry } from "./skaffold.ts";
import { readTiltEntry } from "./tiltfile.ts";
import { readWorkflowEntry } from "./workflow.ts";

/** Reads the builds of a file. Throws EntryError. */
type EntryReader = (source: EntrySource, world: EntryWorld) => EntryReading | Promise<EntryReading>;

const READERS: Readonly<Record<EntryKind, EntryReader>> = {
	bake: readBakeEntry,
	compose: readComposeEntry,
	devcontainer: readDevcontainerEntry,
	gitlab: readGitlabEntry,
	make: readMakefileEntry,
	skaffold: readSkaffoldEntry,
	tilt: readTiltEntry,
	workflow: readWorkflowEntry,
};

/** The builds that a file states, in the language that its name or content says. Throws EntryError. */
export async function readEntry(source: EntrySource, kind: EntryKind, world: EntryWorld): Promise<EntryReading> {
	return READERS[kind](source, world);
}
