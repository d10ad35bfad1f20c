import { statSync } from "node:fs";
import { dirname, resolve } from "node:path";
import type { CheckOptions } from "../../core/check/check.ts";
import type { StatedBuild } from "../build-definitions/model/stated-build.ts";
import type { BuildInput } from "../builder/build-input.ts";
import type { ConfigSettings, LoadedConfig } from "../config/config.ts";
import { ConfigFinder, readConfig } from "../config/find.ts";
import { mergeSettings, settingsFor, toOptions } from "../config/merge.ts";
import { readContextFrom } from "../files/context.ts";
import { optionError } from "../option-error.ts";
import { isAsked, planResolveSteps, type ResolveStep } from "../resolve/resolve-steps.ts";
import { combineBuilds } from "./combine-builds.ts";
import { type FlagSettings, type Flags, readFlags } from "./flags.ts";
import type { SourceFlags } from "./image-sources.ts";
import { inWordsOfOptions } from "./option-mistake.ts";

/** The settings for a Dockerfile. */
export interface FoundSettings {
	readonly options: CheckOptions;
	/** The steps to find out what its bases declare, in order. */
	readonly steps: readonly ResolveStep[];
	/** The build context, absolute; undefined if only the builder has it. */
	readonly context: string | undefined;
	/** The builds that these settings are for, as messages name them; absent without a build definition. */
	readonly builds?: readonly string[];
	/** See StatedBuild. */
	readonly links?: Readonly<Record<string, string>>;
}

/** A Dockerfile, and the builds that use it. */
export interface BuiltFile {
	/** Absolute. */
	readonly file: string;
	readonly searchStart?: string | undefined;
	readonly source: string;
	readonly builds?: readonly StatedBuild[] | undefined;
	/** See TaskFile. */
	readonly isFoundByName?: boolean | undefined;
}

/** Options by file: defaults, config file, command line. */
export class SettingsFinder {
	readonly #flags: Flags;
	readonly #given: FlagSettings;
	readonly #cwd: string;
	readonly #finder: ConfigFinder;
	readonly #named: LoadedConfig | undefined;
	readonly #options = new Map<string, CheckOptions>();

	private constructor(flags: Flags, cwd: string, given: FlagSettings, named: LoadedConfig | undefined) {
		this.#flags = flags;
		this.#given = given;
		this.#cwd = cwd;
		this.#named = named;
		this.#finder = new ConfigFinder(flags.configTop);
	}

	/** Reads the command line's options. Throws UserError that names option and value. */
	static async make(flags: Flags, cwd: string): Promise<SettingsFinder> {
		const given = await readFlags(flags, cwd);
		checkFolder("--context", flags.context, cwd);
		checkFolder("--templates", flags.templates, cwd);
		const named = typeof flags.config === "string" ? await readNamedConfig(flags.config, cwd) : undefined;
		return new SettingsFinder(flags, cwd, given, named);
	}

	/** The topmost folder in which to search for config and lock files, if limited; absolute. */
	get top(): string | undefined {
		return this.#flags.configTop;
	}

	/**
	 * The options for a Dockerfile, whose path is absolute. `searchStart` is where the search for its config file begins,
	 * if not in its own folder. Throws UserError for that file.
	 */
	async optionsFor(file: string, searchStart = dirname(file)): Promise<CheckOptions> {
		return (await this.find(file, searchStart)).options;
	}

	/** The same, with the steps to find out what the bases of the Dockerfile declare. */
	async find(file: string, searchStart = dirname(file)): Promise<FoundSettings> {
		const settings = await this.#settingsFor(file, searchStart);
		const context = this.contextOf(file);
		const options = { ...this.#optionsOf(settings), ...readContextFrom(context) };
		return { options, steps: this.#stepsOf(settings.resolve), context };
	}

	/**
	 * The settings for each variant of a file's build. The build takes precedence over a config file, and the command
	 * line over the build.
	 */
	async findAll({
		file,
		searchStart,
		source,
		builds = [],
		isFoundByName,
	}: BuiltFile): Promise<readonly FoundSettings[]> {
		if (builds.length === 0) return [await this.find(file, searchStart)];
		const { target, buildArgs: _args, platforms, ...config } = await this.#fromConfig(file, searchStart);
		const given = this.#given.settings;
		return combineBuilds(builds, source, isFoundByName ? [target ?? ""] : []).map((variant): FoundSettings => {
			const own = {
				buildArgs: variant.buildArgs,
				...((variant.platforms ?? platforms) ? { platforms: variant.platforms ?? platforms } : {}),
			};
			const settings = mergeSettings({ ...config, ...own }, given);
			const context = this.#flags.context === undefined ? variant.context : this.contextOf(file);
			const options = {
				...this.#optionsOf(settings),
				...(given.target === undefined ? variant.targets : {}),
				contexts: variant.contexts,
				...(context === undefined ? {} : readContextFrom(context)),
			};
			return { options, steps: this.#stepsOf(settings.resolve), context, builds: variant.names, links: variant.links };
		});
	}

	/** Whether a source may have to be asked for a Dockerfile whose config file is searched from a folder. */
	async mayAsk(searchStart: string): Promise<boolean> {
		const { resolve: given } = this.#given.settings;
		if (this.#stepsOf(given).some(isAsked)) return true;
		if (given !== undefined || this.sources.isFrozen) return false;
		const config = (await this.#configFrom(searchStart))?.config;
		return [config ?? {}, ...(config?.overrides ?? [])].some(({ resolve: steps = [] }) => steps.some(isAsked));
	}

	/** An error in a setting of a Dockerfile, in the words of the command line if the value comes from there. */
	inWordsOfOptions(error: unknown): unknown {
		return inWordsOfOptions(error, this.#given.settings);
	}

	/** The command line's options for the sources of base images. */
	get sources(): SourceFlags {
		return this.#given.sources;
	}

	/**
	 * The steps to find out what the bases of a Dockerfile declare. Throws UserError for its config file.
	 * @param byDefault the steps if neither the command line nor the config file names any
	 */
	async stepsFor(file: string, byDefault?: readonly ResolveStep[]): Promise<readonly ResolveStep[]> {
		return this.#stepsOf((await this.#settingsFor(file)).resolve ?? byDefault);
	}

	#stepsOf(given: readonly ResolveStep[] | undefined): readonly ResolveStep[] {
		const { isFrozen, hasEngine, layouts } = this.sources;
		return planResolveSteps(given, { isFrozen, hasEngine, hasLayouts: layouts.length > 0 });
	}

	/** The folder of a Dockerfile's config file. Throws UserError for an invalid one. */
	async configFolderOf(file: string): Promise<string | undefined> {
		const config = await this.#configFrom(dirname(file));
		return config === undefined ? undefined : dirname(config.path);
	}

	/** The build context of a Dockerfile; absolute. */
	contextOf(file: string): string {
		return this.#flags.context === undefined ? dirname(file) : resolve(this.#cwd, this.#flags.context);
	}

	/**
	 * The options for a Dockerfile in a builder's command, which overrides the config file's settings for the build.
	 */
	async optionsForBuild({
		file,
		context,
		facts,
	}: Pick<BuildInput, "file" | "context" | "facts">): Promise<CheckOptions> {
		const {
			target: _target,
			buildArgs: _buildArgs,
			platforms: _platforms,
			...settings
		} = await this.#settingsFor(file);
		return { ...this.#optionsOf(settings), ...facts, ...(context === undefined ? {} : readContextFrom(context)) };
	}

	async #settingsFor(file: string, searchStart?: string): Promise<ConfigSettings> {
		return mergeSettings(await this.#fromConfig(file, searchStart), this.#given.settings);
	}

	async #fromConfig(file: string, searchStart = dirname(file)): Promise<ConfigSettings> {
		const config = await this.#configFrom(searchStart);
		return config === undefined ? {} : settingsFor(config, file);
	}

	async #configFrom(start: string): Promise<LoadedConfig | undefined> {
		return this.#flags.config === false ? undefined : (this.#named ?? (await this.#finder.find(start)));
	}

	/** Returns the same object for the same settings, so that catalogues are indexed once. */
	#optionsOf(settings: ConfigSettings): CheckOptions {
		const key = JSON.stringify(settings);
		const known = this.#options.get(key);
		if (known !== undefined) return known;
		const { anyBase } = this.#given;
		const options = { ...toOptions(settings), ...(anyBase === undefined ? {} : { anyBase }) };
		this.#options.set(key, options);
		return options;
	}
}

function checkFolder(option: string, path: string | undefined, cwd: string): void {
	if (path !== undefined && !statSync(resolve(cwd, path), { throwIfNoEntry: false })?.isDirectory())
		throw optionError(option, path, "no such directory");
}

async function readNamedConfig(path: string, cwd: string): Promise<LoadedConfig> {
	const config = await readConfig(resolve(cwd, path));
	if (config === undefined) throw optionError("--config", path, "no such file");
	return config;
}
