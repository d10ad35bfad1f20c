import { readFileSync, statSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { UserError } from "../../core/user-error.ts";
import { errorCode } from "../error-code.ts";
import { isInside } from "../files/inside.ts";
import { reasonOf } from "../files/read-source.ts";
import { shortPath } from "../files/short-path.ts";
import { CONFIG_NAMES } from "../files/upward-names.ts";
import type { LoadedConfig } from "./config.ts";

/** Finds the config files for Dockerfiles, upward from their folders; each folder is read once. */
export class ConfigFinder {
	readonly #byFolder = new Map<string, Promise<LoadedConfig | undefined>>();
	readonly #top: string | undefined;

	/** @param top the topmost folder to search, as an absolute path */
	constructor(top?: string) {
		this.#top = top;
	}

	/** The nearest config file at or above a folder (an absolute path). Throws UserError for one that is not valid. */
	find(folder: string): Promise<LoadedConfig | undefined> {
		const known = this.#byFolder.get(folder);
		if (known !== undefined) return known;
		const found = this.#search(folder);
		this.#byFolder.set(folder, found);
		return found;
	}

	async #search(folder: string): Promise<LoadedConfig | undefined> {
		if (this.#top !== undefined && !isInside(folder, this.#top)) return undefined;
		const parent = dirname(folder);
		const isTop = parent === folder || folder === this.#top;
		return (await readFirst(folder)) ?? (isTop ? undefined : this.find(parent));
	}
}

/** Reads a config file; undefined if it does not exist. Throws UserError. */
export async function readConfig(path: string): Promise<LoadedConfig | undefined> {
	const text = readOptional(path);
	return text === undefined ? undefined : parse(path, text);
}

async function readFirst(folder: string): Promise<LoadedConfig | undefined> {
	const [path, other] = CONFIG_NAMES.map((name) => join(folder, name)).filter(isPresent);
	if (path === undefined) return undefined;
	if (other !== undefined)
		throw new UserError(`${shortPath(path)}: ${basename(other)} is in the same directory: keep one of them`);
	return readConfig(path);
}

/** Loaded on demand: the validator takes longer to load than most runs take. */
async function parse(path: string, text: string): Promise<LoadedConfig> {
	const { parseConfig } = await import("./load.ts");
	return { path, config: parseConfig(shortPath(path), text) };
}

function readOptional(path: string): string | undefined {
	if (!isPresent(path)) return undefined;
	try {
		return readFileSync(path, "utf8");
	} catch (error) {
		const code = errorCode(error);
		if (code === "ENOENT" || code === "ENOTDIR") return undefined;
		throw new UserError(`${shortPath(path)}: ${reasonOf(error)}`, { cause: error });
	}
}

/** Most folders have none, and the exception of an attempt to read takes ten times as long as this check. */
function isPresent(path: string): boolean {
	return statSync(path, { throwIfNoEntry: false }) !== undefined;
}
