import type { Distro } from "../images/catalogue-entry.ts";
import { DEFAULT_SHELL, type ImageFacts } from "../images/facts.ts";
import { mergePackageFacts, type PackageFacts } from "../images/package-facts.ts";
import { entrypointWords } from "./command.ts";

/** The part of an image's config that decides what runs, at one point of a build. `undefined`: not known. */
export interface ImageConfig {
	/** Empty: none. */
	readonly entrypoint: readonly string[] | undefined;
	readonly cmd: readonly string[] | undefined;
	readonly user: string | undefined;
	readonly shell: readonly string[] | undefined;
	readonly stopSignal: string | undefined;
	readonly distro: Distro | undefined;
	/** What the files of the base show. */
	readonly files?: PackageFacts | undefined;
	/** Why the command that the base image declares must stay PID 1, as long as it is in force. */
	readonly mustBePid1: string | undefined;
}

/** The config of an unknown image. */
export const UNKNOWN_CONFIG: ImageConfig = {
	entrypoint: undefined,
	cmd: undefined,
	user: undefined,
	shell: undefined,
	stopSignal: undefined,
	distro: undefined,
	files: undefined,
	mustBePid1: undefined,
};

/** The config that `FROM scratch` begins with. */
export const SCRATCH_CONFIG: ImageConfig = changeConfig(UNKNOWN_CONFIG, {
	entrypoint: [],
	cmd: [],
	user: "root",
	shell: DEFAULT_SHELL,
	stopSignal: "SIGTERM",
	distro: "scratch",
});

/** The config that a known image begins with. */
export function configFromFacts(facts: ImageFacts): ImageConfig {
	const { entrypoint, cmd, user, shell, stopSignal, distro, files, mustBePid1 } = facts;
	return { entrypoint: entrypointWords(entrypoint), cmd, user, shell, stopSignal, distro, files, mustBePid1 };
}

/**
 * A config with other values for some of its fields. Every config has the same fields in the same order: a spread would
 * make objects of different shapes, which V8 reads slowly.
 */
export function changeConfig(config: ImageConfig, changes: Partial<ImageConfig>): ImageConfig {
	const { entrypoint, cmd, user, shell, stopSignal, distro, files, mustBePid1 } = config;
	return Object.assign({ entrypoint, cmd, user, shell, stopSignal, distro, files, mustBePid1 }, changes);
}

/** The config of a base that differs between platforms: the values that all of them agree on. */
export function mergeConfigs(configs: readonly ImageConfig[]): ImageConfig {
	const [first = UNKNOWN_CONFIG, ...others] = configs;
	if (others.length === 0) return first;
	const isShared = ([key, value]: [string, unknown]): boolean =>
		others.every((other) => JSON.stringify(Reflect.get(other, key)) === JSON.stringify(value));
	return changeConfig(UNKNOWN_CONFIG, {
		...Object.fromEntries(Object.entries(first).filter(isShared)),
		files: mergePackageFacts(configs.map(({ files }) => files)),
		mustBePid1: configs.find((config) => config.mustBePid1 !== undefined)?.mustBePid1,
	});
}
