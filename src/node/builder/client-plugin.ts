import { existsSync } from "node:fs";
import { join } from "node:path";
import { UserError } from "../../core/user-error.ts";
import type { BuilderCommand } from "./builder-command.ts";
import { queryBuilder } from "./query-builder.ts";

/** A program that Docker's client finds by its name, and runs for a command of that name. */
export type ClientPlugin = "buildx" | "compose";

/** Packages that have a plugin: Docker's own, and those of distributions. */
const PACKAGES: Readonly<Record<ClientPlugin, string>> = {
	buildx:
		"docker-buildx-plugin of Docker's packages, docker-buildx of Debian's and Ubuntu's, or docker-cli-buildx of Alpine's",
	compose:
		"docker-compose-plugin of Docker's packages, docker-compose-v2 of Ubuntu's, or docker-cli-compose of Alpine's",
};

/**
 * Where Docker's client looks for plugins on Linux, besides its own configuration (docker/cli:
 * cli-plugins/manager/manager_unix.go).
 */
const FOLDERS: readonly string[] = [
	"/usr/local/lib/docker/cli-plugins",
	"/usr/local/libexec/docker/cli-plugins",
	"/usr/lib/docker/cli-plugins",
	"/usr/libexec/docker/cli-plugins",
];

/** Whether a plugin lies where Docker's client looks by default. */
export function isPluginFound(plugin: ClientPlugin, { DOCKER_CONFIG, HOME = "" }: NodeJS.ProcessEnv): boolean {
	const folders = [join(DOCKER_CONFIG || join(HOME, ".docker"), "cli-plugins"), ...FOLDERS];
	return folders.some((folder) => existsSync(join(folder, `docker-${plugin}`)));
}

/**
 * Throws UserError if a command needs a plugin that Docker's client does not have: the client itself would only report
 * the words after it as unknown. Asks the client only if the plugin is not in a usual place.
 */
export async function requirePlugin(
	{ program, name }: BuilderCommand,
	cwd: string,
	env: NodeJS.ProcessEnv,
): Promise<void> {
	const plugin = pluginOf(name);
	if (plugin === undefined || isPluginFound(plugin, env)) return;
	try {
		await queryBuilder([...program.slice(0, program.lastIndexOf(plugin) + 1), "version"], cwd);
	} catch (error) {
		if (!(error instanceof UserError)) throw error;
		// The messages of old and new clients. The command itself reports other errors.
		if (/is not a docker command|unknown command/.test(error.message))
			throw new UserError(missingPlugin(name, plugin), { cause: error });
	}
}

/** The message for a plugin that is not installed. */
export function missingPlugin(name: string, plugin: ClientPlugin): string {
	return `${name}: docker has no ${plugin} here: install the package ${PACKAGES[plugin]}`;
}

function pluginOf(name: string): ClientPlugin | undefined {
	const [program, first] = name.split(" ");
	return program === "docker" && (first === "buildx" || first === "compose") ? first : undefined;
}
