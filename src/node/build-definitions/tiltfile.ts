import { dirname } from "node:path";
import { readComposeFiles } from "./compose/read.ts";
import { type DefinitionHost, readBeside } from "./model/host.ts";
import { joinReadings } from "./model/join-readings.ts";
import { makeBuild } from "./model/make-build.ts";
import type { DefinitionReading } from "./model/stated-build.ts";
import { textOf, textsIn, toTable } from "./model/table.ts";
import type { DefinitionSource, Value } from "./model/value.ts";
import { readShellBuilds } from "./shell-builds.ts";
import { readCall, type StarlarkCall } from "./starlark.ts";

/** How many calls of one file are read. */
const MAX_CALLS = 500;
const CALL = /(?<![\w.])(docker_build|docker_build_with_restart|docker_compose|custom_build|local|local_resource)\(/g;

/** Reads the builds of a Tiltfile: calls with literal arguments (docs.tilt.dev/api.html). Throws DefinitionError. */
export function readTiltfile(source: DefinitionSource, host: DefinitionHost): DefinitionReading {
	const readings: DefinitionReading[] = [];
	for (const match of source.text.matchAll(CALL)) {
		const line = source.text.slice(source.text.lastIndexOf("\n", match.index) + 1, match.index);
		if (line.includes("#") || readings.length >= MAX_CALLS) continue;
		const call = readCall(source, match.index + match[0].length);
		const [, name = ""] = match;
		if (name.startsWith("docker_build")) readings.push(readBuild(call, source));
		else if (name === "docker_compose") readings.push(...readCompose(call, source, host));
		else readings.push(...readCommands(name, call, source));
	}
	return joinReadings(readings);
}

function readBuild({ positional, named, place }: StarlarkCall, source: DefinitionSource): DefinitionReading {
	const [ref, context] = positional;
	return makeBuild(
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
}

function readCompose(
	{ positional: [paths] }: StarlarkCall,
	source: DefinitionSource,
	host: DefinitionHost,
): DefinitionReading[] {
	const [first, ...others] = textsIn(paths).flatMap((path) => readBeside(source, path, host) ?? []);
	return first === undefined ? [] : [readComposeFiles([first, ...others], host)];
}

function readCommands(
	name: string,
	{ positional, named, place }: StarlarkCall,
	source: DefinitionSource,
): DefinitionReading[] {
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
