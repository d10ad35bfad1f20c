import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { parseImageReference } from "../../core/dockerfile/image-reference.ts";
import type { CatalogueEntry } from "../../core/images/catalogue-entry.ts";
import { describeNamesMistake, describeOptionMistake } from "../../core/inits/check-init-options.ts";
import { type InitName, initNames } from "../../core/inits/index.ts";
import { MIRROR_KINDS, type MirrorKind } from "../../core/install/install.ts";
import { INSTALL_METHODS, type InstallOption, isInstallOption } from "../../core/install/method.ts";
import { MIRROR_URL } from "../../core/rewrite/check-options.ts";
import { UserError } from "../../core/user-error.ts";
import { splitPair } from "../builder/build-args.ts";
import type { ConfigSettings } from "../config/config.ts";
import { withoutUndefined } from "../config/merge.ts";
import { reasonOf } from "../files/read-source.ts";
import { optionError } from "../option-error.ts";
import { ENGINES } from "../resolve/engines.ts";
import type { GivenLayout } from "../resolve/layout-source.ts";
import { readResolveSteps } from "../resolve/resolve-steps.ts";
import type { SourceFlags } from "./image-sources.ts";
import { readPlatforms } from "./platforms.ts";

/** The options that rewrite, check and explain share, as commander gives them. */
export interface Flags {
	readonly init?: string;
	readonly install?: string;
	readonly mirror?: readonly string[];
	readonly platform?: readonly string[];
	readonly target?: string;
	readonly buildArg?: readonly string[];
	readonly baseEntrypoint?: readonly string[];
	readonly baseCmd?: readonly string[];
	readonly baseUser?: readonly string[];
	readonly baseShell?: readonly string[];
	readonly baseConfig?: readonly string[];
	/** The steps to find out what base images declare, in order. */
	readonly resolve?: string;
	/** The container engine to ask; true for any. */
	readonly inspect?: string | true;
	readonly layout?: readonly string[];
	readonly insecureRegistry?: readonly string[];
	readonly frozen?: boolean;
	readonly templates?: string;
	readonly source?: string;
	readonly entrypointPath?: string;
	readonly initOption?: readonly string[];
	readonly killOrphans?: readonly string[];
	readonly replace?: boolean;
	readonly inherited?: boolean;
	readonly exec?: boolean;
	/** A path, or false for --no-config. */
	readonly config?: string | boolean;
	/** The topmost folder in which to search for config files. Set by commands, not by an option. */
	readonly configTop?: string;
	readonly context?: string;
	readonly stdinFilename?: string;
	/** Whether walks also find the Dockerfiles that builds name. */
	readonly fromBuilds?: boolean;
	/** A git reference: only files that have changed since. */
	readonly changedSince?: string;
	/** `I/N`: only one of several parts of the files. */
	readonly shard?: string;
	/** A file for the HTML report. */
	readonly report?: string;
	/** Files with results of trials for it. */
	readonly trial?: readonly string[];
	/** How many threads. */
	readonly jobs?: string;
	readonly quiet?: boolean;
	readonly verbose?: boolean;
}

/** The options of rewrite and revert. */
export interface RewriteFlags extends Flags {
	readonly write?: boolean;
	readonly check?: boolean;
	readonly json?: boolean;
}

/** The options of repos. */
export interface ReposFlags extends Flags {
	readonly branch: string;
	readonly state: string;
	readonly jobs?: string;
	readonly timeout: string;
	readonly message?: string;
	readonly prCommand?: string;
	readonly prBody?: string;
	readonly dryRun?: boolean;
	readonly json?: boolean;
}

/** The options of trial. */
export interface TrialFlags extends Flags {
	readonly engine?: string;
	/** Options of the engine's build. */
	readonly buildOption?: readonly string[];
	/** Options of the engine's run. */
	readonly runOption?: readonly string[];
	readonly readyLog?: string;
	readonly readyAfter?: string;
	readonly timeout: string;
	readonly stopTimeout: string;
	readonly json?: boolean;
}

/** The command line's settings, in the terms of a config file. */
export interface FlagSettings {
	readonly settings: ConfigSettings;
	/** What --base-entrypoint and similar options say about every otherwise unknown base. */
	readonly anyBase?: CatalogueEntry;
	readonly sources: SourceFlags;
}

/** Reads the options of the command line. Throws UserError that names option and value. */
export async function readFlags(flags: Flags, cwd: string): Promise<FlagSettings> {
	const sources = readSourceFlags(flags, cwd);
	checkInitOptions(flags);
	const { bases, anyBase } = readBaseFlags(flags);
	const files = (await Promise.all((flags.baseConfig ?? []).map((path) => readBaseConfig(path, cwd)))).flat();
	const settings = {
		init: readIfGiven(flags.init, readInit),
		install: readIfGiven(flags.install, readInstall),
		mirrors: readMirrors(flags.mirror),
		platforms: flags.platform && readPlatforms(flags.platform),
		target: flags.target,
		buildArgs: readBuildArgs(flags.buildArg),
		bases: bases.length + files.length > 0 ? [...bases, ...files] : undefined,
		resolve: readIfGiven(flags.resolve, readResolveSteps),
		templates: readIfGiven(flags.templates, (folder) => resolve(cwd, folder)),
		source: flags.source,
		entrypointPath: flags.entrypointPath,
		initOptions: flags.initOption,
		killOrphans: flags.killOrphans?.flatMap(readProgramNames),
		replace: flags.replace,
		inherited: flags.inherited,
		exec: flags.exec,
	};
	return { settings: withoutUndefined(settings), sources, ...(anyBase === undefined ? {} : { anyBase }) };
}

function readSourceFlags(flags: Flags, cwd: string): SourceFlags {
	const { inspect, layout = [], insecureRegistry = [], frozen = false, resolve: steps } = flags;
	if (typeof inspect === "string" && !ENGINES.includes(inspect))
		throw optionError(
			"--inspect",
			inspect,
			`must be one of ${ENGINES.join(", ")}; a path goes before --inspect or after --`,
		);
	const asked = [steps && "--resolve", inspect && "--inspect", layout.length > 0 && "--layout"].find(Boolean);
	if (frozen && asked) throw new UserError(`--frozen looks nothing up, and cannot be combined with ${asked}`);
	return {
		...(typeof inspect === "string" ? { engine: inspect } : {}),
		layouts: layout.map((given) => readLayout(given, cwd)),
		insecureRegistries: insecureRegistry,
		isFrozen: frozen,
		hasEngine: inspect !== undefined,
	};
}

/** `PATH` or `IMAGE=PATH`; a path may have an equals sign, too. */
function readLayout(given: string, cwd: string): GivenLayout {
	const equals = given.indexOf("=");
	const isWhole = equals < 1 || existsSync(resolve(cwd, given));
	const path = isWhole ? given : given.slice(equals + 1);
	if (path === "" || !existsSync(resolve(cwd, path))) throw optionError("--layout", given, "no such file or directory");
	return isWhole ? { path } : { image: given.slice(0, equals), path };
}

/** Throws UserError for options that the init does not have, or no init, if the command line does not select one. */
function checkInitOptions({ init, initOption: words }: Flags): void {
	if (words === undefined) return;
	const candidates = initNames.filter((name) => init === undefined || name === init);
	const mistakes = candidates.map((name) => describeOptionMistake(name, words));
	const [first] = mistakes;
	if (first !== undefined && mistakes.every((mistake) => mistake !== undefined))
		throw optionError("--init-option", words.join(" "), first);
}

function readIfGiven<T>(value: string | undefined, read: (value: string) => T): T | undefined {
	return value === undefined ? undefined : read(value);
}

function readInit(name: string): InitName {
	const init = initNames.find((each) => each === name);
	if (init === undefined) throw optionError("--init", name, `must be one of ${initNames.join(", ")}`);
	return init;
}

function readInstall(text: string): InstallOption {
	if (!isInstallOption(text)) throw optionError("--install", text, `must be one of ${INSTALL_METHODS}`);
	return text;
}

function readMirrors(mirrors: readonly string[] | undefined): Partial<Record<MirrorKind, string>> | undefined {
	if (mirrors === undefined) return undefined;
	return Object.fromEntries(
		mirrors.map((mirror) => {
			const [kind, url] = splitPair(mirror);
			if (!MIRROR_KINDS.some((each) => each === kind))
				throw optionError("--mirror", mirror, `must be KIND=URL, where KIND is one of ${MIRROR_KINDS.join(", ")}`);
			if (!MIRROR_URL.test(url))
				throw optionError("--mirror", mirror, `${JSON.stringify(url)} is not a URL such as https://mirror.example.org`);
			return [kind, url.replace(/\/+$/, "")];
		}),
	);
}

function readProgramNames(names: string): string[] {
	const mistake = describeNamesMistake(names);
	if (mistake !== undefined) throw optionError("--kill-orphans", names, mistake);
	return names.split(",");
}

function readBuildArgs(buildArgs: readonly string[] | undefined): Record<string, string> | undefined {
	if (buildArgs === undefined) return undefined;
	return Object.fromEntries(
		buildArgs.map((buildArg) => {
			const equals = buildArg.indexOf("=");
			if (equals > 0) return [buildArg.slice(0, equals), buildArg.slice(equals + 1)];
			const value = process.env[buildArg];
			if (value === undefined)
				throw optionError(
					"--build-arg",
					buildArg,
					"must be NAME=VALUE, or the name of an environment variable that is set",
				);
			return [buildArg, value];
		}),
	);
}

async function readBaseConfig(path: string, cwd: string): Promise<NonNullable<ConfigSettings["bases"]>> {
	const { parseBases } = await import("../config/load.ts");
	try {
		return parseBases(path, readFileSync(resolve(cwd, path), "utf8"));
	} catch (error) {
		if (error instanceof UserError) throw error;
		throw optionError("--base-config", path, reasonOf(error), { cause: error });
	}
}

/** `--base-…` options: `IMAGE=value` for one image, or `value` for every otherwise unknown base. */
function readBaseFlags(flags: Flags): { bases: CatalogueEntry[]; anyBase?: CatalogueEntry } {
	const byImage = new Map<string, Partial<CatalogueEntry>>();
	const given = [
		["--base-entrypoint", "entrypoint", flags.baseEntrypoint],
		["--base-cmd", "cmd", flags.baseCmd],
		["--base-shell", "shell", flags.baseShell],
		["--base-user", "user", flags.baseUser],
	] as const;
	for (const [option, fact, texts = []] of given)
		for (const text of texts) {
			const [, image = "", value = text] = /^([^=["'\s]+)=(.*)$/s.exec(text) ?? [];
			const stated = fact === "user" ? value : readWords(value, option, text);
			byImage.set(image, { ...byImage.get(image), [fact]: stated });
		}
	const entries = [...byImage].map(([image, facts]): [string, CatalogueEntry] => {
		const { name, tag } = parseImageReference(image);
		return [
			image,
			{ ...facts, images: [name], ...(tag === undefined ? {} : { tags: [tag] }), source: "the command line" },
		];
	});
	const anyBase = entries.find(([image]) => image === "")?.[1];
	return {
		bases: entries.flatMap(([image, entry]) => (image === "" ? [] : [entry])),
		...(anyBase === undefined ? {} : { anyBase }),
	};
}

/** @param text the whole value of the option */
function readWords(value: string, option: string, text: string): string[] {
	try {
		const words: unknown = JSON.parse(value);
		if (Array.isArray(words) && words.every((word) => typeof word === "string")) return words;
	} catch {}
	throw optionError(option, text, `must be a JSON array of strings, such as '["/entrypoint.sh"]', or [] for none`);
}
