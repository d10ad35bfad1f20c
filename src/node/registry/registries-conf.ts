import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { parse } from "smol-toml";
import { UserError } from "../../core/user-error.ts";
import { configPath, type Environment } from "../cache/user-folders.ts";
import { isObject, type JsonObject, textOf } from "../json.ts";
import { readSettings } from "./read-settings.ts";

/** A registry from which to pull images instead of from the registry in their names. */
export interface Mirror {
	/** A host with or without a path: `harbor.corp/dockerhub`. */
	readonly location: string;
	readonly isInsecure: boolean;
	/** Which names it serves. */
	readonly serves: "all" | "digest-only" | "tag-only";
}

/** What registries.conf says about the names that begin with a prefix. */
export interface RegistryRow extends Omit<Mirror, "serves"> {
	/** `docker.io`, `quay.io/team`, `*.corp.example`. */
	readonly prefix: string;
	readonly isBlocked: boolean;
	readonly mirrors: readonly Mirror[];
}

/**
 * Reads Podman's registries.conf (containers-registries.conf(5)): the user's or the machine's, and the files that add
 * to it.
 * Throws UserError if one of them cannot be read.
 */
export async function readRegistriesConf(environment: Environment): Promise<readonly RegistryRow[]> {
	const rows = new Map<string, RegistryRow>();
	for (const path of await findFiles(environment)) for (const row of await readRows(path)) rows.set(row.prefix, row);
	return [...rows.values()];
}

/** The last one takes precedence. */
async function findFiles(environment: Environment): Promise<readonly string[]> {
	if (environment.CONTAINERS_REGISTRIES_CONF) return [environment.CONTAINERS_REGISTRIES_CONF];
	const folders = ["/etc/containers", configPath(environment, "containers") ?? []].flat();
	const own = folders.map((folder) => join(folder, "registries.conf")).reverse();
	const main = await firstThatExists(own);
	const added = await Promise.all(folders.map((folder) => listConf(join(folder, "registries.conf.d"))));
	return [...main, ...added.flat()];
}

async function firstThatExists(paths: readonly string[]): Promise<readonly string[]> {
	for (const path of paths) if ((await readSettings(path)) !== undefined) return [path];
	return [];
}

async function listConf(folder: string): Promise<readonly string[]> {
	const names = await readdir(folder).catch(() => []);
	return names
		.filter((name) => name.endsWith(".conf"))
		.sort()
		.map((name) => join(folder, name));
}

async function readRows(path: string): Promise<readonly RegistryRow[]> {
	const { registry } = parseToml(path, (await readSettings(path)) ?? "");
	if (registry === undefined || !Array.isArray(registry)) return [];
	return registry.filter(isObject).map((row) => readRow(path, row));
}

function parseToml(path: string, text: string): JsonObject {
	try {
		return parse(text);
	} catch (error) {
		const [what = ""] = String(error instanceof Error ? error.message : error).split("\n");
		throw new UserError(`${path}: ${what}`, { cause: error });
	}
}

function readRow(path: string, row: JsonObject): RegistryRow {
	const location = readLocation(path, row.location) ?? "";
	const prefix = textOf(row.prefix) ?? location;
	if (prefix === "") throw new UserError(`${path}: a [[registry]] has neither a location nor a prefix: add one`);
	const mirrors = Array.isArray(row.mirror) ? row.mirror.filter(isObject) : [];
	const byDefault = row["mirror-by-digest-only"] === true ? "digest-only" : "all";
	return {
		prefix,
		location,
		isInsecure: row.insecure === true,
		isBlocked: row.blocked === true,
		mirrors: mirrors.map((mirror) => readMirror(path, mirror, byDefault)),
	};
}

function readMirror(path: string, mirror: JsonObject, byDefault: Mirror["serves"]): Mirror {
	const location = readLocation(path, mirror.location);
	if (location === undefined) throw new UserError(`${path}: a [[registry.mirror]] has no location: add one`);
	const serves = mirror["pull-from-mirror"];
	const isNamed = serves === "digest-only" || serves === "tag-only" || serves === "all";
	return {
		location,
		isInsecure: mirror.insecure === true,
		serves: isNamed ? serves : byDefault,
	};
}

function readLocation(path: string, value: unknown): string | undefined {
	const location = textOf(value);
	if (location !== undefined && !/^[^\s/?#@]+(?:\/[^\s/?#@]+)*$/.test(location))
		throw new UserError(
			`${path}: the location ${location} is not a host with or without a path, such as harbor.corp/hub`,
		);
	return location;
}
