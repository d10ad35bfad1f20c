import { dirname } from "node:path";
import type { EntryWorld } from "../model/entry-files.ts";
import { makeBuild, noteAt } from "../model/make-build.ts";
import type { EntryNote, EntryReading } from "../model/stated-build.ts";
import { textOf, toTable, valueIn } from "../model/table.ts";
import { EntryError, type EntrySource, type Table } from "../model/value.ts";
import { loadCompose } from "./load.ts";
import { findProjectFiles } from "./project-files.ts";

/** The builds that a Compose file states, and with it its override, as without `--file`. Throws EntryError. */
export function readComposeEntry(source: EntrySource, world: EntryWorld): EntryReading {
	return readComposeFiles(findProjectFiles(source, world), world);
}

/** The builds that Compose files state together. Throws EntryError. */
export function readComposeFiles(sources: readonly [EntrySource, ...EntrySource[]], world: EntryWorld): EntryReading {
	const { services, unread } = loadCompose(sources, world);
	const folder = dirname(sources[0].file);
	const readings = [...services].map(([name, service]) => readService(name, service, folder, world));
	const fetched = unread.map((value) =>
		noteAt(value.place, `${textOf(value) ?? "a file"}: only Compose can fetch this file: skipped`),
	);
	return {
		builds: readings.flatMap(({ builds }) => builds),
		notes: [...fetched, ...readings.flatMap(({ notes }) => notes)],
	};
}

function readService(name: string, service: Table, folder: string, { env }: EntryWorld): EntryReading {
	const build = valueIn(service, "build");
	if (build === undefined) return { builds: [], notes: [] };
	if (build.kind !== "table") throw new EntryError(build.place, `services.${name}.build must be a mapping or a text`);
	const own = valueIn(build, "platforms");
	const byDefault = env.DOCKER_DEFAULT_PLATFORM;
	const { build: made, notes } = makeBuild(
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
	return { builds: made === undefined ? [] : [made], notes: [...notes, ...noteOverrides(name, service)] };
}

/** Arguments; one without a value has that of the environment, or none. */
function argsOf(build: Table, env: EntryWorld["env"]): ReturnType<typeof toTable> {
	const args = [...toTable(valueIn(build, "args"))].flatMap(([name, value]) => {
		if (value.kind !== "scalar" || value.value !== null) return [[name, value] as const];
		const given = env[name];
		return given === undefined ? [] : [[name, { ...value, value: given }] as const];
	});
	return new Map(args);
}

/** What of a service changes what runs as PID 1, whatever its image says. */
function noteOverrides(name: string, service: Table): EntryNote[] {
	const entrypoint = valueIn(service, "entrypoint");
	const init = valueIn(service, "init");
	const notes: EntryNote[] = [];
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
