import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { parseBool } from "../../core/dockerfile/parse-bool.ts";
import { pidone } from "../../core/inits/pidone.ts";
import { INIT_CONTEXT } from "../../core/install/init-context.ts";
import type { InstallOption } from "../../core/install/method.ts";
import { compatiblePlatform } from "../../core/platform.ts";
import { readPlatformLists } from "../../core/platform-lists.ts";
import { UserError } from "../../core/user-error.ts";
import { initPlatforms, readBinaries } from "../files/shipped-init.ts";
import { type BuilderCommand, commandWords, option, switchOn, valuesOf } from "./builder-command.ts";
import { isPluginFound, missingPlugin, requirePlugin } from "./client-plugin.ts";
import type { WorkspaceFile } from "./delivery.ts";
import { queryBuilder } from "./query-builder.ts";

/** How a build gets the init without a file in its build context. */
export type InitSupply =
	| { readonly kind: "context" }
	/** A builder that does not support named contexts copies from a local image, which is for one platform. */
	| { readonly kind: "image"; readonly name: string; readonly platform: string };

/** The `--install` option for a supply. */
export function installMethod(supply: InitSupply): InstallOption {
	return supply.kind === "context" ? `context:${INIT_CONTEXT}` : `image:${supply.name}`;
}

/**
 * Finds out how a builder can get the init. Podman 4.2, buildah 1.26.4, nerdctl 2.0, buildx 0.8 and all newer versions
 * support named contexts. `docker build` is either an alias of buildx or the classic builder. Throws UserError if the
 * engine does not answer or there is no init for its platform.
 */
export async function findSupply(command: BuilderCommand, cwd: string, env: NodeJS.ProcessEnv): Promise<InitSupply> {
	if (!mayBeClassic(command)) {
		await requirePlugin(command, cwd, env);
		return { kind: "context" };
	}
	if (await isAliasOfBuildx(command, cwd, env)) return { kind: "context" };
	return imageSupply(
		command,
		readPlatformLists(valuesOf(command.arguments, "platform")) ?? [await enginePlatform(command, cwd)],
	);
}

/**
 * Guesses the result of `findSupply` without starting programs, and notes what may be different. Throws UserError.
 */
export async function guessSupply(
	command: BuilderCommand,
	env: NodeJS.ProcessEnv,
): Promise<{ readonly supply: InitSupply; readonly note?: string }> {
	if (!mayBeClassic(command)) return { supply: { kind: "context" } };
	if (!isBuildKitOff(env)) {
		const isPlain = Boolean(env.DOCKER_BUILDKIT) || isPluginFound("buildx", env);
		const note = `${command.name} is assumed to use BuildKit; the classic builder would get the init as a local image`;
		return { supply: { kind: "context" }, ...(isPlain ? {} : { note }) };
	}
	const platforms = readPlatformLists(valuesOf(command.arguments, "platform"));
	const platform = `linux/${process.arch === "arm64" ? "arm64" : "amd64"}`;
	const supply = imageSupply(command, platforms ?? [platform]);
	return platforms === undefined
		? { supply, note: `the engine is assumed to run on ${platform}; pass --platform if not` }
		: { supply };
}

/** Whether the environment selects Docker's classic builder. */
export function isBuildKitOff({ DOCKER_BUILDKIT = "" }: NodeJS.ProcessEnv): boolean {
	return parseBool(DOCKER_BUILDKIT) === false;
}

/** Whether a command may use the classic builder, which does not support named contexts. */
function mayBeClassic({ engine, kind, name }: BuilderCommand): boolean {
	return engine === "docker" && kind === "build" && !name.includes("buildx");
}

function imageSupply(command: BuilderCommand, platforms: readonly string[]): InitSupply {
	const platform = compatiblePlatform(platforms[0] ?? "", initPlatforms);
	if (platforms.length > 1 || platform === undefined) {
		throw new UserError(
			`${command.name} --platform ${platforms.join(",")}: without BuildKit, select exactly one platform: ${initPlatforms.join(", ")}`,
		);
	}
	return { kind: "image", name: `pidone-init:${randomTag()}`, platform };
}

function randomTag(): string {
	return randomBytes(6).toString("hex");
}

/**
 * Where `docker build` is an alias of buildx, it prints buildx's help. Asking for that takes longer than everything
 * that pidone does, so the usual case is recognized by its conditions instead: the client is version 23 or newer and
 * finds the plugin (docker/cli: cmd/docker/builder.go).
 */
async function isAliasOfBuildx(
	{ program, verb, name }: BuilderCommand,
	cwd: string,
	env: NodeJS.ProcessEnv,
): Promise<boolean> {
	if (program.length === 1 && !env.DOCKER_BUILDKIT && isPluginFound("buildx", env)) {
		const [, version = "0"] = /^Docker version (\d+)/.exec(await queryBuilder([...program, "--version"], cwd)) ?? [];
		if (Number(version) >= 23) return true;
	}
	try {
		return (await queryBuilder([...program, verb, "--help"], cwd)).includes("--build-context");
	} catch (error) {
		// With DOCKER_BUILDKIT=1 and without buildx, even --help fails (docker/cli: cmd/docker/builder.go).
		if (!(error instanceof UserError && /buildx component is missing/.test(error.message))) throw error;
		throw new UserError(missingPlugin(name, "buildx"), { cause: error });
	}
}

async function enginePlatform(command: BuilderCommand, cwd: string): Promise<string> {
	const [platform = ""] =
		readPlatformLists([
			(
				await queryBuilder([...clientOf(command), "version", "--format", "{{.Server.Os}}/{{.Server.Arch}}"], cwd)
			).trim(),
		]) ?? [];
	return platform;
}

const IMAGE_FOLDER = "image";

/** The files in the temporary folder from which the image with the init is built. */
export function listImageFiles(platform: string): WorkspaceFile[] {
	const [binary] = readBinaries([platform]);
	if (binary === undefined) throw new Error(`BUG: there is no init for ${platform}`);
	return [
		{ path: `${IMAGE_FOLDER}/Dockerfile`, bytes: `FROM scratch\nCOPY pidone ${pidone.path}\n` },
		{ path: `${IMAGE_FOLDER}/pidone`, bytes: binary.bytes, isExecutable: true },
	];
}

/** The commands that build and remove the image with the init; `folder` is the temporary folder. */
export function imageCommands(
	command: BuilderCommand,
	name: string,
	folder: string,
): { readonly build: string[]; readonly remove: string[] } {
	// It gets the labels of the user's image, so that cleaning up after a killed build finds it too.
	const kept = command.arguments.filter(
		(argument) => argument.kind === "option" && (argument.name === "platform" || argument.name === "label"),
	);
	const build = commandWords(command, [switchOn("quiet"), option("tag", name), ...kept]);
	return {
		build: [...build, join(folder, IMAGE_FOLDER)],
		remove: [...clientOf(command), "image", "rm", "--force", name],
	};
}

/** The words before the verb, without `image` or `builder`. */
function clientOf({ program }: BuilderCommand): readonly string[] {
	return /^(?:image|builder)$/.test(program.at(-1) ?? "") ? program.slice(0, -1) : program;
}
