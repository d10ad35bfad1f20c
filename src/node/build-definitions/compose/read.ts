import { dirname } from "node:path";
import type { DefinitionHost } from "../model/host.ts";
import { joinReadings } from "../model/join-readings.ts";
import { makeBuild, noteAt } from "../model/make-build.ts";
import type { DefinitionNote, DefinitionReading } from "../model/stated-build.ts";
import { textOf, toTable, valueIn } from "../model/table.ts";
import { DefinitionError, type DefinitionSource, type Table } from "../model/value.ts";
import { loadCompose } from "./load.ts";
import { findProjectFiles } from "./project-files.ts";

/** The builds that a Compose file and its override state, as without `--file`. Throws DefinitionError. */
export function readComposeFile(source: DefinitionSource, host: DefinitionHost): DefinitionReading {
	return readComposeFiles(findProjectFiles(source, host), host);
}

/** The builds that Compose files state together. Throws DefinitionError. */
export function readComposeFiles(
	sources: readonly [DefinitionSource, ...DefinitionSource[]],
	host: DefinitionHost,
): DefinitionReading {
	const { services, unread } = loadCompose(sources, host);
	const folder = dirname(sources[0].file);
	const readings = [...services].map(([name, service]) => readService(name, service, folder, host));
	const fetched = unread.map((value) =>
		noteAt(value.place, `${textOf(value) ?? "a file"}: only Compose can fetch this file: skipped`),
	);
	return joinReadings([{ builds: [], notes: fetched }, ...readings]);
}

function readService(name: string, service: Table, folder: string, { env }: DefinitionHost): DefinitionReading {
	const build = valueIn(service, "build");
	if (build === undefined) return { builds: [], notes: [] };
	if (build.kind !== "table")
		throw new DefinitionError(build.place, `services.${name}.build must be a mapping or a text`);
	const own = valueIn(build, "platforms");
	const byDefault = env.DOCKER_DEFAULT_PLATFORM;
	const made = makeBuild(
		{
			name,
			place: build.place,
			context: valueIn(build, "context"),
			dockerfile: valueIn(build, "dockerfile"),
			inline: valueIn(build, "dockerfile_inline"),
			target: valueIn(build, "target"),
			args: argsOf(build, env),
			contexts: toTable(valueIn(build, "additional_contexts")),
			platforms: own ?? valueIn(service, "platform"),
		},
		{ folder, ...(byDefault ? { defaultPlatform: byDefault } : {}) },
	);
	return { builds: made.builds, notes: [...made.notes, ...noteOverrides(name, service)] };
}

/** Build arguments. One without a value takes it from the environment, if set. */
function argsOf(build: Table, env: DefinitionHost["env"]): ReturnType<typeof toTable> {
	const args = [...toTable(valueIn(build, "args"))].flatMap(([name, value]) => {
		if (value.kind !== "scalar" || value.value !== null) return [[name, value] as const];
		const given = env[name];
		return given === undefined ? [] : [[name, { ...value, value: given }] as const];
	});
	return new Map(args);
}

/** Notes on keys of a service that change what runs as PID 1, whatever its image declares. */
function noteOverrides(name: string, service: Table): DefinitionNote[] {
	const entrypoint = valueIn(service, "entrypoint");
	const init = valueIn(service, "init");
	const notes: DefinitionNote[] = [];
	if (entrypoint !== undefined && !(entrypoint.kind === "list" && entrypoint.items.length === 0))
		notes.push(
			noteAt(
				entrypoint.place,
				`${name}: entrypoint replaces the ENTRYPOINT of the Dockerfile, with the init in it: begin it with the init, or remove it`,
			),
		);
	if (init?.kind === "scalar" && init.value === true)
		notes.push(
			noteAt(
				init.place,
				`${name}: init: true already starts docker-init as PID 1, but only where Compose starts the service`,
			),
		);
	return notes;
}
