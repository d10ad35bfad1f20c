import { existsSync } from "node:fs";
import { delimiter, dirname, join, resolve } from "node:path";
import type { Argument } from "./arguments.ts";
import { valuesOf } from "./builder-command.ts";
import { isRemote } from "./remote.ts";

/** The names by which compose finds its file, in its order. */
export const COMPOSE_FILES: readonly string[] = [
	"compose.yaml",
	"compose.yml",
	"docker-compose.yml",
	"docker-compose.yaml",
];

/** The names of the file that compose merges into the one that it has found, in its order. */
export const COMPOSE_OVERRIDES: readonly string[] = [
	"compose.override.yml",
	"compose.override.yaml",
	"docker-compose.override.yml",
	"docker-compose.override.yaml",
];

/**
 * The folder of a compose project, from which compose reads `.env`: that of its first file (compose-go:
 * cli/options.go). Undefined if an option names it, or compose fetches that file.
 * @param options compose's own, before its verb
 */
export function findProjectFolder(
	options: readonly Argument[],
	cwd: string,
	env: NodeJS.ProcessEnv,
): string | undefined {
	if (valuesOf(options, "project-directory").length > 0) return undefined;
	const files = findComposeFiles(options, cwd, env);
	const first = files.find((file) => file !== "-");
	if (first !== undefined) return isRemote(first) ? undefined : dirname(resolve(cwd, first));
	return files.length > 0 ? cwd : undefined;
}

/** The files that a compose project is made of, as compose is given them, or else as it finds them: absolute paths. */
export function findComposeFiles(
	options: readonly Argument[],
	cwd: string,
	{ COMPOSE_FILE = "", COMPOSE_PATH_SEPARATOR }: NodeJS.ProcessEnv,
): readonly string[] {
	const given = valuesOf(options, "file");
	if (given.length > 0) return given;
	const fromVariable = COMPOSE_FILE.split(COMPOSE_PATH_SEPARATOR || delimiter).filter((file) => file !== "");
	if (fromVariable.length > 0) return fromVariable;
	const start = valuesOf(options, "project-directory").at(-1) ?? ".";
	return findUpward(resolve(cwd, start));
}

function findUpward(folder: string): readonly string[] {
	const find = (names: readonly string[]): string[] =>
		names.map((name) => join(folder, name)).filter((file) => existsSync(file));
	const [found] = find(COMPOSE_FILES);
	if (found !== undefined) return [found, ...find(COMPOSE_OVERRIDES).slice(0, 1)];
	return dirname(folder) === folder ? [] : findUpward(dirname(folder));
}
