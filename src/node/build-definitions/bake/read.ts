import { existsSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { FROM_CURRENT } from "../../builder/bake-syntax.ts";
import type { DefinitionHost } from "../model/host.ts";
import { joinReadings } from "../model/join-readings.ts";
import { makeBuild, noteAt } from "../model/make-build.ts";
import type { DefinitionReading } from "../model/stated-build.ts";
import { textOf, toTable } from "../model/table.ts";
import type { DefinitionSource, Value } from "../model/value.ts";
import { askBake } from "./ask.ts";
import { parseDefinition } from "./definition.ts";
import { type BakeTarget, BakeTargets } from "./targets.ts";
import { BakeScope } from "./variables.ts";

/**
 * The builds that a bake definition states. Asks bake itself, if it is installed, for what pidone cannot evaluate.
 * Throws DefinitionError.
 */
export async function readBakeFile(source: DefinitionSource, host: DefinitionHost): Promise<DefinitionReading> {
	return readBakeFiles([source], host);
}

/** The same for several files that form one definition. Throws DefinitionError. */
export async function readBakeFiles(
	sources: readonly [DefinitionSource, ...DefinitionSource[]],
	host: DefinitionHost,
): Promise<DefinitionReading> {
	const bodies = sources.map(parseDefinition);
	const scope = new BakeScope(sources[0], bodies, host.env);
	const definition = new BakeTargets(bodies, scope);
	const targets = definition.list();
	const read = readTargets(targets, sources[0], host);
	const own = { ...read, notes: [...definition.notes, ...read.notes] };
	const isWhole = read.builds.length === targets.length && read.notes.length === 0;
	if (!scope.budget.isLeftToBake || isWhole) return own;
	const asked = await askBake(sources, targets, host.cwd);
	if (typeof asked !== "string") return readTargets(asked, sources[0], host);
	return { ...own, notes: [...own.notes, noteAt({ source: sources[0], offset: 0 }, asked)] };
}

function readTargets(
	targets: readonly BakeTarget[],
	source: DefinitionSource,
	{ cwd }: DefinitionHost,
): DefinitionReading {
	return joinReadings(targets.map((target) => readTarget(target, dirname(source.file), cwd)));
}

/** Paths are relative to the current folder, as for bake, or else to the folder of the file. */
function readTarget({ name, place, attributes }: BakeTarget, own: string, cwd: string): DefinitionReading {
	const readFrom = (folder: string): DefinitionReading =>
		makeBuild(
			{
				name,
				place,
				context: fromCurrent(attributes.get("context"), (path) => path || "."),
				dockerfile: fromCurrent(attributes.get("dockerfile"), (path) => resolve(folder, path)),
				inline: attributes.get("dockerfile-inline"),
				target: attributes.get("target"),
				args: toTable(attributes.get("args")),
				contexts: toTable(attributes.get("contexts")),
				platforms: attributes.get("platforms"),
			},
			{ folder },
		);
	const [fromCwd, fromOwn] = [readFrom(cwd), readFrom(own)];
	const isFound = ({ builds: [build] }: DefinitionReading): boolean =>
		build?.dockerfile !== undefined && existsSync(build.dockerfile);
	return !isFound(fromCwd) && (isFound(fromOwn) || cwd === own) ? fromOwn : fromCwd;
}

/** A path that `cwd://` marks as relative to the current folder, whatever else it would be relative to. */
function fromCurrent(value: Value | undefined, toPath: (path: string) => string): Value | undefined {
	const text = textOf(value);
	return value?.kind === "scalar" && text?.startsWith(FROM_CURRENT)
		? { ...value, value: toPath(text.slice(FROM_CURRENT.length)) }
		: value;
}
