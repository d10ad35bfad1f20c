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

/**
 * The folder of a compose project, from which compose reads `.env`: that of its first file (compose-go:
 * cli/options.go). Undefined where compose is told it, or fetches that file.
 * @param options compose's own, before its verb
 */
export function findProjectFolder(
	options: readonly Argument[],
	cwd: string,
	env: NodeJS.ProcessEnv,
): string | undefined {
	if (valuesOf(options, "project-directory").length > 0) return undefined;
	const given = valuesOf(options, "file");
	const fromVariable = env.COMPOSE_FILE?.split(env.COMPOSE_PATH_SEPARATOR || delimiter) ?? [];
	const files = given.length > 0 ? given : fromVariable.filter((file) => file !== "");
	const first = files.find((file) => file !== "-");
	if (first !== undefined) return isRemote(first) ? undefined : dirname(resolve(cwd, first));
	return files.length > 0 ? cwd : findUpward(cwd);
}

function findUpward(folder: string): string | undefined {
	if (COMPOSE_FILES.some((name) => existsSync(join(folder, name)))) return folder;
	return dirname(folder) === folder ? undefined : findUpward(dirname(folder));
}
