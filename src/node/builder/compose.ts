import { join } from "node:path";
import { readPlatformLists } from "../../core/platform-lists.ts";
import { isObject, type JsonObject, objectEntries, textEntries, textOf, textsOf } from "../json.ts";
import { readArguments } from "./arguments.ts";
import { readBuildArgs } from "./build-args.ts";
import type { BuilderIo, Project } from "./build-input.ts";
import { type BuilderCommand, commandWords, isOn, option, valuesOf, without } from "./builder-command.ts";
import { readGiven } from "./given-definition.ts";
import { changeNamedBuild, type NamedBuild, noteRemote, readNamedBuild, type Spelling } from "./named-build.ts";
import { COMPOSE_OPTIONS } from "./option-tables.ts";
import { parsePrinted, queryBuilder } from "./query-builder.ts";

/** Compose prints its model with every `$` doubled, as in its input. */
const SPELLING: Spelling = {
	inline: "dockerfile_inline",
	contexts: "additional_contexts",
	unescape: (text) => text.replaceAll("$$", "$"),
	escape: (text) => text.replaceAll("$", "$$$$"),
};

const MODEL = "compose.json";

/**
 * Compose lets bake read the contexts of its model, and not the Dockerfiles beside them: with `--quiet`, bake refuses
 * them, and without, it does not look.
 */
const ENTITLEMENTS = "BUILDX_BAKE_ENTITLEMENTS_FS";

/**
 * What `docker compose build` builds. Compose prints its model with all files, variables and profiles applied, and then
 * gets the same model with other Dockerfiles. Throws UserError with compose's own message.
 */
export async function readCompose(command: BuilderCommand, io: BuilderIo, env: NodeJS.ProcessEnv): Promise<Project> {
	const { program, options } = splitProgram(command);
	const input = valuesOf(options, "file").includes("-") ? await io.readStdin() : undefined;
	const named = command.arguments.flatMap((argument) => (argument.kind === "operand" ? [argument.text] : []));
	const { model, names } = io.isDryRun
		? readPrinted(command, named, input)
		: await printModel(command, named, io.cwd, input);
	const isBuilt = (name: string): boolean =>
		names.length === 0 || names.includes(name) || isOn(command.arguments, "with-dependencies");
	const services = objectEntries(model.services).flatMap(([name, { build, platform }]) =>
		isObject(build) && isBuilt(name) ? [{ name, definition: build, platform }] : [],
	);
	const local = services.filter((service) => noteRemote(service) === undefined);
	const ofCommand = readBuildArgs(valuesOf(command.arguments, "build-arg"), env);
	const deliver: Project["deliver"] = (rewritten, folder) => {
		const changed = rewritten.flatMap((each, index) => {
			const service = local[index];
			return service === undefined
				? []
				: [{ name: service.name, ...changeNamedBuild(service, each, SPELLING, folder) }];
		});
		const file = { path: MODEL, bytes: JSON.stringify(changeModel(model, changed), null, 2) };
		const words = [
			...program,
			...[option("file", join(folder, MODEL)), ...without(options, "file")].flatMap((argument) => argument.words),
		];
		// The command as it was given reads stdin again.
		return {
			files: [file, ...changed.flatMap(({ files }) => files)],
			words: commandWords({ ...command, program: words }),
			environment: { [ENTITLEMENTS]: env[ENTITLEMENTS] ?? "0" },
			...(input === undefined ? {} : { input }),
		};
	};
	return {
		notes: services.flatMap((service) => noteRemote(service) ?? []),
		inputs: local.map((service) => {
			const input = readNamedBuild(service, SPELLING, platformsOf(service, env), io.cwd);
			return { ...input, facts: { ...input.facts, buildArgs: { ...input.facts.buildArgs, ...ofCommand } } };
		}),
		deliver,
	};
}

interface PrintedModel {
	readonly model: JsonObject;
	/** The services to build; empty for all. Services that they depend on at run time are not built. */
	readonly names: readonly string[];
}

/**
 * Compose's model with the services that are asked for, and with those whose images these are built on, which `config`
 * leaves out.
 */
async function printModel(
	command: BuilderCommand,
	names: readonly string[],
	cwd: string,
	input?: Uint8Array,
): Promise<PrintedModel> {
	const printed = await queryBuilder(printWords(command, names), cwd, input);
	const model = parsePrinted(printed, `${command.name.split(" ").slice(0, -1).join(" ")} config --format json`);
	const all = withBases(model, names);
	return all.length === names.length ? { model, names } : printModel(command, all, cwd, input);
}

/** The model that compose has printed, from stdin. */
function readPrinted(command: BuilderCommand, named: readonly string[], input: Uint8Array | undefined): PrintedModel {
	const { program, options } = splitProgram(command);
	const given = [
		...program,
		...[option("file", "-"), ...without(options, "file")].flatMap((argument) => argument.words),
	];
	const build = commandWords({ ...command, program: given });
	const model = readGiven({ command, input, isPrinted, print: printWords(command, named), build });
	let names = named;
	for (let all = withBases(model, names); all.length > names.length; all = withBases(model, names)) names = all;
	return { model, names };
}

/** Whether every build is spelled out. */
function isPrinted(model: JsonObject): boolean {
	return (
		textOf(model.name) !== undefined &&
		isObject(model.services) &&
		objectEntries(model.services).every(([, { build }]) => typeof build !== "string")
	);
}

/** The words with which compose prints its model. */
function printWords(command: BuilderCommand, names: readonly string[]): string[] {
	return [...commandWords({ ...command, verb: "config" }, []), "--format", "json", ...names];
}

/** Services, and those whose images they are built on. */
function withBases(model: JsonObject, names: readonly string[]): readonly string[] {
	const bases = objectEntries(model.services).flatMap(([name, { build }]) =>
		names.includes(name) ? basesOf(build) : [],
	);
	return [...new Set([...names, ...bases])];
}

/** The services that a build takes as named contexts. */
function basesOf(build: unknown): string[] {
	const contexts = isObject(build) ? Object.values(textEntries(build.additional_contexts)) : [];
	return contexts.flatMap((context) => (context.startsWith("service:") ? [context.slice("service:".length)] : []));
}

/** The words up to `compose`, and compose's own options after it. */
function splitProgram({ program, name }: BuilderCommand): {
	program: readonly string[];
	options: ReturnType<typeof readArguments>;
} {
	const end =
		program.findLastIndex((word) => word === "compose" || /(?:^|[\\/])docker-compose(?:\.exe)?$/.test(word)) + 1;
	return { program: program.slice(0, end), options: readArguments(program.slice(end), COMPOSE_OPTIONS, name) };
}

/** What a service is built for: `build.platforms`, else `platform`. */
function platformsOf(
	{ definition, platform }: NamedBuild & { readonly platform: unknown },
	env: NodeJS.ProcessEnv,
): { platforms?: readonly string[] } {
	const own = textsOf(definition.platforms);
	const platforms = readPlatformLists(own.length > 0 ? own : [textOf(platform) ?? env.DOCKER_DEFAULT_PLATFORM ?? ""]);
	return platforms === undefined ? {} : { platforms };
}

/** The model with other builds, without profiles, which have been applied already. */
function changeModel(model: JsonObject, changed: readonly NamedBuild[]): JsonObject {
	const builds = new Map(changed.map(({ name, definition }) => [name, definition]));
	const services = objectEntries(model.services).map(([name, { profiles: _, ...service }]) => [
		name,
		builds.has(name) ? { ...service, build: builds.get(name) } : service,
	]);
	return { ...model, services: Object.fromEntries(services) };
}
