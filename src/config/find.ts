import { readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { reasonOf } from "../files/read-source.ts";
import type { LoadedConfig } from "./config.ts";
import { parseConfig } from "./load.ts";
import { UserError } from "./user-error.ts";

const NAMES = [".pidone.yaml", ".pidone.yml", ".pidone.json"];

/** Finds the config file for Dockerfiles, upward from each one's folder; every folder is looked at once. */
export class ConfigFinder {
	readonly #byFolder = new Map<string, LoadedConfig | undefined>();

	/** The nearest config file at or above a folder (an absolute path). Throws UserError for one that is not valid. */
	find(folder: string): LoadedConfig | undefined {
		if (this.#byFolder.has(folder)) return this.#byFolder.get(folder);
		const parent = dirname(folder);
		const found = readFirst(folder) ?? (parent === folder ? undefined : this.find(parent));
		this.#byFolder.set(folder, found);
		return found;
	}
}

/** Reads a config file that is named. Throws UserError. */
export function readConfig(path: string): LoadedConfig {
	const text = readOptional(path);
	if (text === undefined) throw new UserError(`${path}: there is no such config file`);
	return { path, config: parseConfig(shortPath(path), text) };
}

function readFirst(folder: string): LoadedConfig | undefined {
	for (const name of NAMES) {
		const path = join(folder, name);
		const text = readOptional(path);
		if (text !== undefined) return { path, config: parseConfig(shortPath(path), text) };
	}
	return undefined;
}

/** A path as a user would name it here. */
function shortPath(path: string): string {
	const short = relative(process.cwd(), path);
	return short.startsWith("..") ? path : short;
}

function readOptional(path: string): string | undefined {
	try {
		return readFileSync(path, "utf8");
	} catch (error) {
		const code = error instanceof Error && "code" in error ? error.code : undefined;
		if (code === "ENOENT" || code === "ENOTDIR") return undefined;
		throw new UserError(`${shortPath(path)}: ${reasonOf(error)}`, { cause: error });
	}
}
