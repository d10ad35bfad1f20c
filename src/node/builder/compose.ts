import { join } from "node:path";
import { readPlatformLists } from "../../core/platform-lists.ts";
import { UserError } from "../../core/user-error.ts";
import { isObject, type JsonObject, objectEntries, textEntries, textOf, textsOf } from "../json.ts";
import { readArguments } from "./arguments.ts";
import { askForModel, type ComposeCall, modelWords } from "./ask-compose.ts";
import { readBuildArgs } from "./build-args.ts";
import type { BuilderIo, Project, RewrittenInput } from "./build-input.ts";
import {
	type BuilderCommand,
	commandWords,
	isOn,
	operandsOf,
	option,
	valuesOf,
	without,
	wordsOf,
} from "./builder-command.ts";
import { findProjectFolder } from "./compose-files.ts";
import type { Delivery } from "./delivery.ts";
import { readGiven } from "./given-definition.ts";
import { isBuildKitOff } from "./init-supply.ts";
import { changeNamedBuilds, type NamedBuild, noteRemote, readNamedBuild, type Spelling } from "./named-build.ts";
import { COMPOSE_OPTIONS } from "./option-tables.ts";
import { parsePrinted } from "./query-builder.ts";

/** Compose prints its model with every `$` doubled, as in the files that it reads. */
const SPELLING: Spelling = {
	inline: "dockerfile_inline",
	contexts: "additional_contexts",
	unescape: (text) => text.replaceAll("$$", "$"),
	escape: (text) => text.replaceAll("$", "$$$$"),
};

const MODEL = "compose.json";

/**
 * Compose allows bake to read the build contexts of its model, but not the Dockerfiles outside them: with `--quiet`,
 * bake then refuses to read them. This turns its check off.
 */
const ENTITLEMENTS = "BUILDX_BAKE_ENTITLEMENTS_FS";

/**
 * What `docker compose build` builds. Compose prints its model with all files, variables and profiles applied, and then
 * reads the part that counts for a build, with other Dockerfiles. Throws UserError with compose's own message.
 */
export async function readCompose(command: BuilderCommand, io: BuilderIo, env: NodeJS.ProcessEnv): Promise<Project> {
	const { program, options } = splitProgram(command);
	const input = valuesOf(options, "file").includes("-") ? await io.readStdin() : undefined;
	const call = { program, options, cwd: io.cwd, input };
	const named = operandsOf(command.arguments);
	const printed = io.isDryRun ? readPrinted(command, named, call) : await printModel(command, named, call);
	const services = listServices(printed, isOn(command.arguments, "with-dependencies"));
	const local = services.filter((service) => noteRemote(service, SPELLING) === undefined);
	const ofCommand = readBuildArgs(valuesOf(command.arguments, "build-arg"), env);
	return {
		notes: services.flatMap((service) => noteRemote(service, SPELLING) ?? []),
		warnings: printed.warnings,
		inputs: local.map((service) => {
			const input = readNamedBuild(service, SPELLING, platformsOf(service, env), io.cwd);
			return { ...input, facts: { ...input.facts, buildArgs: { ...input.facts.buildArgs, ...ofCommand } } };
		}),
		deliver: (rewritten, folder) =>
			deliverCompose({ command, call, model: printed.model, local, env }, rewritten, folder),
	};
}

/** A service that is built, with its `build`. */
interface Service extends NamedBuild {
	readonly platform: unknown;
}

function listServices({ model, names }: PrintedModel, isWithDependencies: boolean): Service[] {
	const isBuilt = (name: string): boolean => names.length === 0 || names.includes(name) || isWithDependencies;
	return objectEntries(model.services).flatMap(([name, { build, platform }]) =>
		isObject(build) && isBuilt(name) ? [{ name, definition: build, platform }] : [],
	);
}

/** What compose builds, and how it was asked. */
interface ComposeProject {
	readonly command: BuilderCommand;
	readonly call: ComposeCall;
	readonly model: JsonObject;
	/** The services with a Dockerfile that pidone reads, in the order of the project's inputs. */
	readonly local: readonly Service[];
	readonly env: NodeJS.ProcessEnv;
}

/** Compose's command for its printed model with other Dockerfiles. Throws UserError. */
function deliverCompose(
	{ command, call: { program, options, cwd, input }, model, local, env }: ComposeProject,
	rewritten: readonly RewrittenInput[],
	folder: string,
): Delivery {
	if (isBuildKitOff(env) && rewritten.some(({ usesContext }) => usesContext))
		throw new UserError(
			`${command.name}: with DOCKER_BUILDKIT=0, compose has no named contexts to copy the init from: unset DOCKER_BUILDKIT`,
		);
	const changed = changeNamedBuilds(local, rewritten, SPELLING, { folder, env });
	const file = { path: MODEL, bytes: JSON.stringify(changeModel(model, changed), null, 2) };
	// The model does not contain what the project's .env says, which secrets and settings may need.
	const projectFolder = findProjectFolder(options, cwd, env);
	const place = projectFolder === undefined ? [] : [option("project-directory", projectFolder)];
	const given = [option("file", join(folder, MODEL)), ...place, ...without(options, "file")];
	const words = [...program, ...wordsOf(given)];
	return {
		files: [file, ...changed.flatMap(({ files }) => files)],
		words: commandWords({ ...command, program: words }),
		environment: { [ENTITLEMENTS]: env[ENTITLEMENTS] ?? "0" },
		// If nothing is rewritten, the original command runs, and reads stdin again.
		...(input === undefined ? {} : { input }),
	};
}

interface PrintedModel {
	readonly model: JsonObject;
	/** The services to build; empty for all. Services that they only need at run time are not included. */
	readonly names: readonly string[];
	readonly warnings: string;
}

/**
 * Asks compose for its model with the requested services and those whose images they are built on. `config` omits the
 * latter unless they are named.
 */
async function printModel(command: BuilderCommand, names: readonly string[], call: ComposeCall): Promise<PrintedModel> {
	const { stdout, stderr } = await askForModel(call, names);
	const model = parsePrinted(stdout, `${command.name.split(" ").slice(0, -1).join(" ")} config --format json`);
	const all = withBases(model, names);
	if (all.length !== names.length) return printModel(command, all, call);
	return { model, names, warnings: stderr };
}

/** Reads the model that compose has printed from stdin. */
function readPrinted(command: BuilderCommand, named: readonly string[], call: ComposeCall): PrintedModel {
	const { program, options, input } = call;
	const given = [...program, ...wordsOf([option("file", "-"), ...without(options, "file")])];
	const build = commandWords({ ...command, program: given });
	const model = readGiven({ command, input, isPrinted, print: modelWords(call, named), build });
	let names = named;
	for (let all = withBases(model, names); all.length > names.length; all = withBases(model, names)) names = all;
	return { model, names, warnings: "" };
}

/** Whether all builds are in their long form, as compose prints them. */
function isPrinted(model: JsonObject): boolean {
	return (
		textOf(model.name) !== undefined &&
		isObject(model.services) &&
		objectEntries(model.services).every(([, { build }]) => typeof build !== "string")
	);
}

/** The given services, and those whose images they are built on. */
function withBases(model: JsonObject, names: readonly string[]): readonly string[] {
	const bases = objectEntries(model.services).flatMap(([name, { build }]) =>
		names.includes(name) ? basesOf(build) : [],
	);
	return [...new Set([...names, ...bases])];
}

/** The services whose images a build uses as named contexts. */
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

/** The platforms of a service: `build.platforms`, or else `platform`. */
function platformsOf({ definition, platform }: Service, env: NodeJS.ProcessEnv): { platforms?: readonly string[] } {
	const own = textsOf(definition.platforms);
	const platforms = readPlatformLists(own.length > 0 ? own : [textOf(platform) ?? env.DOCKER_DEFAULT_PLATFORM ?? ""]);
	return platforms === undefined ? {} : { platforms };
}

/** The keys of a service that affect a build, apart from `build`. Profiles have already been applied. */
const SERVICE_KEYS: readonly string[] = ["image", "platform", "depends_on", "provider"];

/**
 * The part of the model that affects a build, with other builds. Compose rejects some of its own output: for example,
 * it prints which `models` a service uses, but not the models themselves.
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
