import { isDigest } from "../cache/digest.ts";
import { isObject, parseObject } from "../json.ts";
import type { DeclaredImage, Resolution } from "./image-source.ts";
import { platformOf } from "./select-manifest.ts";

/** Configs have a few KB, a few hundred with the longest histories. */
export const MAX_CONFIG_BYTES = 8 * 1024 * 1024;

/** What a config blob says. */
export type ConfigReading =
	| {
			readonly kind: "known";
			readonly image: DeclaredImage;
			/** As `normalizePlatform` names it; undefined if the config names none. */
			readonly platform?: string;
			/** The digests of the uncompressed layers, from the bottom up; undefined if it does not list them. */
			readonly diffIds?: readonly string[];
	  }
	| Extract<Resolution, { readonly kind: "unknown" }>;

/** Reads an image's config blob. Docker rejects one with a value of the wrong type, so it is unknown what would run. */
export function readImageConfig(blob: Uint8Array): ConfigReading {
	if (blob.length > MAX_CONFIG_BYTES) return { kind: "unknown", reason: "its config has more than 8 MB" };
	const document = parseConfig(blob);
	if (document === undefined) return { kind: "unknown", reason: "its config is not a JSON object" };
	const config = document.get("config") ?? {};
	if (!isObject(config)) return { kind: "unknown", reason: "the key config of its config is not an object" };
	const platform = platformOf(Object.fromEntries(document));
	const keys = keysOf(config);
	const wrong: string[] = [];
	const read = <T>(name: string, reader: (value: unknown) => T | undefined): T | undefined => {
		const value = keys.get(name.toLowerCase()) ?? undefined;
		if (value === undefined) return undefined;
		const result = reader(value);
		if (result === undefined) wrong.push(name);
		return result;
	};
	const image = {
		...given("entrypoint", read("Entrypoint", readTexts)),
		...given("cmd", read("Cmd", readTexts)),
		...given("user", read("User", readText)),
		...given("shell", read("Shell", readTexts)),
		...given("stopSignal", read("StopSignal", readText)),
		...given("env", read("Env", readTexts)),
		...given("onBuild", read("OnBuild", readTexts)),
		...given("volumes", read("Volumes", readNames)),
	};
	if (wrong.length > 0)
		return { kind: "unknown", reason: `its config has a value of the wrong type in ${wrong.join(" and ")}` };
	const diffIds = readDiffIds(document.get("rootfs"));
	return {
		kind: "known",
		image,
		...(platform === undefined ? {} : { platform }),
		...(diffIds === undefined ? {} : { diffIds }),
	};
}

/** An empty value declares nothing, as in Docker. */
function given<K extends string, T extends { readonly length: number }>(key: K, value: T | undefined) {
	return (value === undefined || value.length === 0 ? {} : { [key]: value }) as { readonly [key in K]?: T };
}

function parseConfig(blob: Uint8Array): ReadonlyMap<string, unknown> | undefined {
	const value = parseObject(new TextDecoder("utf-8", { ignoreBOM: true }).decode(blob));
	return value && keysOf(value);
}

/** Go ignores the case of keys, and the last one wins. */
function keysOf(object: object): ReadonlyMap<string, unknown> {
	return new Map(Object.entries(object).map(([key, value]) => [key.toLowerCase(), value]));
}

/** Engines call the list Layers. */
function readDiffIds(value: unknown): readonly string[] | undefined {
	if (!isObject(value)) return undefined;
	const keys = keysOf(value);
	const diffIds = readTexts(keys.get("diff_ids") ?? keys.get("layers"));
	return diffIds?.every((each) => isDigest(each)) ? diffIds : undefined;
}

function readText(value: unknown): string | undefined {
	return typeof value === "string" ? value : undefined;
}

function readTexts(value: unknown): readonly string[] | undefined {
	return Array.isArray(value) && value.every((each) => typeof each === "string") ? value : undefined;
}

function readNames(value: unknown): readonly string[] | undefined {
	return isObject(value) ? Object.keys(value).sort() : undefined;
}
