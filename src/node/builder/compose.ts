import { join } from "node:path";
import { readPlatformLists } from "../../core/platform-lists.ts";
import { UserError } from "../../core/user-error.ts";
import { isObject, type JsonObject, objectEntries, textEntries, textOf, textsOf } from "../json.ts";
import { readArguments } from "./arguments.ts";
import { askForModel, type ComposeCall, modelWords } from "./ask-compose.ts";
import { readBuildArgs } from "./build-args.ts";
import type { BuilderIo, Project } from "./build-input.ts";
import { type BuilderCommand, commandWords, isOn, option, valuesOf, without } from "./builder-command.ts";
import { findProjectFolder } from "./compose-files.ts";
import { readGiven } from "./given-definition.ts";
import { isBuildKitOff } from "./init-supply.ts";
import { changeNamedBuild, type NamedBuild, noteRemote, readNamedBuild, type Spelling } from "./named-build.ts";
import { COMPOSE_OPTIONS } from "./option-tables.ts";
import { parsePrinted } from "./query-builder.ts";

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
 * gets the part that counts for a build, with other Dockerfiles. Throws UserError with compose's own message.
 */
export async function readCompose(command: BuilderCommand, io: BuilderIo, env: NodeJS.ProcessEnv): Promise<Project> {
	const { program, options } = splitProgram(command);
	const input = valuesOf(options, "file").includes("-") ? await io.readStdin() : undefined;
	const call = { program, options, cwd: io.cwd, input };
	const named = command.arguments.flatMap((argument) => (argument.kind === "operand" ? [argument.text] : []));
	const { model, names, warnings } = io.isDryRun
		? readPrinted(command, named, call)
		: await printModel(command, named, call);
	const isBuilt = (name: string): boolean =>
		names.length === 0 || names.includes(name) || isOn(command.arguments, "with-dependencies");
	const services = objectEntries(model.services).flatMap(([name, { build, platform }]) =>
		isObject(build) && isBuilt(name) ? [{ name, definition: build, platform }] : [],
	);
	const local = services.filter((service) => noteRemote(service, SPELLING.inline) === undefined);
	const projectFolder = findProjectFolder(options, io.cwd, env);
	const ofCommand = readBuildArgs(valuesOf(command.arguments, "build-arg"), env);
	const deliver: Project["deliver"] = (rewritten, folder) => {
		if (isBuildKitOff(env) && rewritten.some(({ usesContext }) => usesContext))
			throw new UserError(
				`${command.name}: with DOCKER_BUILDKIT=0, compose has no named contexts to copy the init from: unset DOCKER_BUILDKIT`,
			);
		const changed = rewritten.flatMap((each, index) => {
			const service = local[index];
			return service === undefined
				? []
				: [{ name: service.name, ...changeNamedBuild(service, each, SPELLING, { folder, env }) }];
		});
		const file = { path: MODEL, bytes: JSON.stringify(changeModel(model, changed), null, 2) };
		// Secrets and settings may come from its .env, which is not in the model.
		const place = projectFolder === undefined ? [] : [option("project-directory", projectFolder)];
		const given = [option("file", join(folder, MODEL)), ...place, ...without(options, "file")];
		const words = [...program, ...given.flatMap((argument) => argument.words)];
		// The command as it was given reads stdin again.
		return {
			files: [file, ...changed.flatMap(({ files }) => files)],
			words: commandWords({ ...command, program: words }),
			environment: { [ENTITLEMENTS]: env[ENTITLEMENTS] ?? "0" },
			...(input === undefined ? {} : { input }),
		};
	};
	return {
		notes: services.flatMap((service) => noteRemote(service, SPELLING.inline) ?? []),
		warnings,
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
	readonly warnings: string;
}

/**
 * Compose's model with the services that are asked for, and with those whose images these are built on, which `config`
 * leaves out.
 */
async function printModel(command: BuilderCommand, names: readonly string[], call: ComposeCall): Promise<PrintedModel> {
	const { stdout, stderr } = await askForModel(call, names);
	const model = parsePrinted(stdout, `${command.name.split(" ").slice(0, -1).join(" ")} config --format json`);
	const all = withBases(model, names);
	if (all.length !== names.length) return printModel(command, all, call);
	return { model, names, warnings: stderr };
}

/** The model that compose has printed, from stdin. */
function readPrinted(command: BuilderCommand, named: readonly string[], call: ComposeCall): PrintedModel {
	const { program, options, input } = call;
	const given = [
		...program,
		...[option("file", "-"), ...without(options, "file")].flatMap((argument) => argument.words),
	];
	const build = commandWords({ ...command, program: given });
	const model = readGiven({ command, input, isPrinted, print: modelWords(call, named), build });
	let names = named;
	for (let all = withBases(model, names); all.length > names.length; all = withBases(model, names)) names = all;
	return { model, names, warnings: "" };
}

/** Whether every build is spelled out. */
function isPrinted(model: JsonObject): boolean {
	return (
		textOf(model.name) !== undefined &&
		isObject(model.services) &&
		objectEntries(model.services).every(([, { build }]) => typeof build !== "string")
	);
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

/** The keys of a service that count for a build, apart from `build`. Profiles have been applied already. */
const SERVICE_KEYS: readonly string[] = ["image", "platform", "depends_on", "provider"];

/**
 * The part of the model that counts for a build, with other builds. Compose does not accept everything that it prints:
 * it prints which `models` a service uses, but not the models.
 */
function changeModel(model: JsonObject, changed: readonly NamedBuild[]): JsonObject {
	const builds = new Map(changed.map(({ name, definition }) => [name, definition]));
	const services = objectEntries(model.services).map(([name, service]) => {
		const kept = Object.entries(service).filter(([key]) => SERVICE_KEYS.includes(key));
		const build = builds.get(name) ?? service.build;
		return [name, { ...Object.fromEntries(kept), ...(build === undefined ? {} : { build }) }];
	});
	const { name, secrets = {} } = model;
	return { name, services: Object.fromEntries(services), secrets };
}
