import { dirname, resolve } from "node:path";
import { readComposeFiles } from "./compose/read.ts";
import type { EntryWorld } from "./model/entry-files.ts";
import { joinReadings } from "./model/join-readings.ts";
import { makeBuild } from "./model/make-build.ts";
import type { EntryReading } from "./model/stated-build.ts";
import { itemsOf, textOf, toTable } from "./model/table.ts";
import type { EntrySource, Value } from "./model/value.ts";
import { readShellBuilds } from "./shell-builds.ts";
import { readCall, type StarlarkCall } from "./starlark.ts";

/** How many calls of one file are read. */
const MAX_CALLS = 500;
const CALL = /(?<![\w.])(docker_build|docker_build_with_restart|docker_compose|custom_build|local|local_resource)\(/g;

/** The builds that a Tiltfile states by calls with literal arguments (docs.tilt.dev/api.html). Throws EntryError. */
export function readTiltEntry(source: EntrySource, world: EntryWorld): EntryReading {
	const readings: EntryReading[] = [];
	for (const match of source.text.matchAll(CALL)) {
		const line = source.text.slice(source.text.lastIndexOf("\n", match.index) + 1, match.index);
		if (line.includes("#") || readings.length >= MAX_CALLS) continue;
		const call = readCall(source, match.index + match[0].length);
		const [, name = ""] = match;
		if (name.startsWith("docker_build")) readings.push(readBuild(call, source));
		else if (name === "docker_compose") readings.push(...readCompose(call, source, world));
		else readings.push(...readCommands(name, call, source));
	}
	return joinReadings(readings);
}

function readBuild({ positional, named, place }: StarlarkCall, source: EntrySource): EntryReading {
	const [ref, context] = positional;
	const { build, notes } = makeBuild(
		{
			name: textOf(ref ?? named.get("ref")) ?? "docker_build",
			place,
			context: context ?? named.get("context"),
			dockerfile: named.get("dockerfile"),
			inline: named.get("dockerfile_contents"),
			target: named.get("target"),
			args: toTable(named.get("build_args")),
			contexts: new Map(),
			platforms: named.get("platform"),
		},
		{ folder: dirname(source.file), isFromFolder: true },
	);
	return { builds: build === undefined ? [] : [build], notes };
}

function readCompose({ positional: [paths] }: StarlarkCall, source: EntrySource, world: EntryWorld): EntryReading[] {
	return itemsOf(paths).flatMap((path) => {
		const name = textOf(path);
		const file = resolve(dirname(source.file), name ?? ".");
		const text = name === undefined ? undefined : world.read(file);
		if (name === undefined || text === undefined) return [];
		const folder = dirname(source.path);
		return [readComposeFiles([{ path: folder === "." ? name : `${folder}/${name}`, file, text }], world)];
	});
}

function readCommands(name: string, { positional, named, place }: StarlarkCall, source: EntrySource): EntryReading[] {
	const commands: readonly (Value | undefined)[] = [
		...positional.slice(name === "local" ? 0 : 1),
		named.get("command"),
		named.get("cmd"),
	];
	return commands.flatMap((command) => {
		const text = textOf(command);
		if (text === undefined) return [];
		const folder = dirname(source.file);
		return [readShellBuilds({ name, text, placeOf: () => place, folder, variables: new Map() })];
	});
}
