import { isAbsolute, join } from "node:path";

/** Variables that say where a user's files are, and more. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** A file in the user's cache folder; undefined if there is none (XDG Base Directory Specification). */
export function cachePath(environment: Environment, ...names: readonly string[]): string | undefined {
	return xdgPath(environment, "XDG_CACHE_HOME", ".cache", names);
}

/** A file in the user's configuration folder; undefined if there is none. */
export function configPath(environment: Environment, ...names: readonly string[]): string | undefined {
	return xdgPath(environment, "XDG_CONFIG_HOME", ".config", names);
}

/** A file in Docker's own folder; undefined if there is none. */
export function dockerPath(environment: Environment, ...names: readonly string[]): string | undefined {
	const folder = environment.DOCKER_CONFIG || homePath(environment, ".docker");
	return folder && join(folder, ...names);
}

/** A relative path is ignored. */
function xdgPath(environment: Environment, variable: string, folder: string, names: readonly string[]) {
	const named = environment[variable];
	const base = named && isAbsolute(named) ? named : homePath(environment, folder);
	return base && join(base, ...names);
}

function homePath({ HOME, USERPROFILE }: Environment, folder: string): string | undefined {
	const home = HOME || USERPROFILE;
	return home && isAbsolute(home) ? join(home, folder) : undefined;
}
