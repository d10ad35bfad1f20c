import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { readPlatformLists } from "../../../core/platform-lists.ts";
import { UserError } from "../../../core/user-error.ts";
import { isLocalFile, isRemote } from "../../builder/remote.ts";
import { listNames } from "../../list-names.ts";
import type { DefinitionNote, DefinitionReading, InlineDockerfile, StatedBuild } from "./stated-build.ts";
import { itemsOf, textOf } from "./table.ts";
import { DefinitionError, type Place, positionOf, type Scalar, type Value } from "./value.ts";

/** What a file says about a build, not evaluated yet. */
export interface BuildStatement {
	readonly name: string;
	readonly place: Place;
	readonly context?: Value | undefined;
	/** Relative to the context, unless `isFromFolder`. */
	readonly dockerfile?: Value | undefined;
	readonly inline?: Value | undefined;
	readonly target?: Value | undefined;
	readonly args: ReadonlyMap<string, Value>;
	readonly contexts: ReadonlyMap<string, Value>;
	readonly platforms?: Value | undefined;
}

interface Surroundings {
	/** The folder that the context is relative to, absolute. */
	readonly folder: string;
	/** Whether the path of the Dockerfile is relative to it, too. */
	readonly isFromFolder?: boolean;
	/** The platform of a build that names none, if known. */
	readonly defaultPlatform?: string;
}

/** A note about a place in a file. */
export function noteAt(place: Place, message: string): DefinitionNote {
	return { path: place.source.path, ...positionOf(place), message };
}

/**
 * Makes a build, which is plain data. If something decisive is unknown, or only the builder can fetch it, there is none
 * and a note says why. Throws DefinitionError for what no builder accepts.
 */
export function makeBuild(statement: BuildStatement, surroundings: Surroundings): DefinitionReading {
	const { name, place, context, dockerfile, inline, target, platforms } = statement;
	const decisive = [context, dockerfile, inline, target, ...itemsOf(platforms)];
	const unknown = decisive.find((value) => value?.kind === "scalar" && value.value === undefined);
	if (unknown?.kind === "scalar")
		return { builds: [], notes: [noteAt(unknown.place, `${name}: ${unknown.why}: skipped`)] };
	const folder = textOf(context) || ".";
	if (isRemote(folder)) {
		const isReadable = textOf(inline) !== undefined || isLocalFile(textOf(dockerfile));
		const why = isReadable ? "where pidone cannot put the init" : "so pidone cannot read the Dockerfile";
		const message = `${name}: its build context ${folder} is fetched by the builder, ${why}: skipped`;
		return { builds: [], notes: [noteAt(context?.place ?? place, message)] };
	}
	const root = resolve(surroundings.folder, folder);
	const inlined = readInline(inline);
	const args = knownTexts(statement.args);
	const contexts = knownTexts(statement.contexts);
	const build: StatedBuild = {
		name,
		from: { path: place.source.path, ...positionOf(place) },
		...(inlined === undefined
			? { dockerfile: findDockerfile(textOf(dockerfile), root, surroundings) }
			: { inline: inlined }),
		context: root,
		...(textOf(target) ? { target: textOf(target) ?? "" } : {}),
		args: args.texts,
		contexts: contexts.texts,
		...readPlatforms(platforms, surroundings.defaultPlatform),
	};
	const notes = [
		...noteUnknown(args.unknown, `${name}: pidone assumes the defaults of build arguments`),
		...noteUnknown(contexts.unknown, `${name}: pidone leaves out named contexts`),
	];
	return { builds: [build], notes };
}

/** One note for all unknown values, at the first of them. */
function noteUnknown(unknown: readonly (readonly [string, Scalar])[], what: string): DefinitionNote[] {
	const [first] = unknown;
	if (first === undefined) return [];
	const names = listNames(unknown.map(([name]) => name));
	return [noteAt(first[1].place, `${what} that are not known: ${names} (${first[1].why})`)];
}

function readInline(inline: Value | undefined): InlineDockerfile | undefined {
	const text = textOf(inline);
	if (text === undefined || inline?.kind !== "scalar") return undefined;
	const { source, offset } = inline.place;
	return { text, lines: inline.lines ?? [offset], path: source.path, file: source.file, outer: source.text };
}

/** If no file is named, BuildKit also looks for the lower-case name. */
function findDockerfile(given: string | undefined, root: string, { folder, isFromFolder }: Surroundings): string {
	if (given) return resolve(isFromFolder ? folder : root, given);
	const usual = resolve(root, "Dockerfile");
	const other = resolve(root, "dockerfile");
	return !existsSync(usual) && existsSync(other) ? other : usual;
}

function readPlatforms(value: Value | undefined, byDefault: string | undefined): Pick<StatedBuild, "platforms"> {
	const named = itemsOf(value).flatMap((item) => {
		const texts = textOf(item)?.split(",") ?? [];
		return texts.map((text) => ({ text: text.trim(), place: item.place })).filter(({ text }) => text !== "");
	});
	const platforms = named.map(({ text, place }) => readPlatform(text, place));
	// A platform that depends on the builder does not determine the architecture.
	const known = platforms.every((each) => each !== undefined) ? platforms.flat() : [];
	if (known.length > 0) return { platforms: [...new Set(known)] };
	return byDefault === undefined ? {} : { platforms: [byDefault] };
}

function readPlatform(text: string, place: Place): string[] | undefined {
	try {
		return readPlatformLists([text], "platform");
	} catch (error) {
		if (!(error instanceof UserError)) throw error;
		throw new DefinitionError(place, error.message);
	}
}

function knownTexts(values: ReadonlyMap<string, Value>): {
	readonly texts: Readonly<Record<string, string>>;
	readonly unknown: readonly (readonly [string, Scalar])[];
} {
	const entries = [...values].flatMap(([name, value]): [string, string][] => {
		const text = textOf(value);
		return text === undefined ? [] : [[name, text]];
	});
	const unknown = [...values].flatMap(([name, value]): [string, Scalar][] =>
		value.kind === "scalar" && value.value === undefined ? [[name, value]] : [],
	);
	return { texts: Object.fromEntries(entries), unknown };
}
