import { statSync } from "node:fs";
import { dirname, resolve } from "node:path";
import type { CheckOptions } from "../../core/check/check.ts";
import { UserError } from "../../core/user-error.ts";
import type { BuildInput } from "../builder/build-input.ts";
import type { ConfigSettings, LoadedConfig } from "../config/config.ts";
import { ConfigFinder, readConfig } from "../config/find.ts";
import { mergeSettings, settingsFor, toOptions } from "../config/merge.ts";
import { readContextFrom } from "../files/context.ts";
import { type FlagSettings, type Flags, readFlags } from "./flags.ts";

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

	/**
	 * The options for a Dockerfile, whose path is absolute. `configStart` is where the search for its config file begins,
	 * if not in its own folder. Throws UserError for that file.
	 */
	async optionsFor(file: string, configStart = dirname(file)): Promise<CheckOptions> {
		return { ...this.#optionsOf(await this.#settingsFor(file, configStart)), ...readContextFrom(this.contextOf(file)) };
	}

	/** The build context of a Dockerfile; absolute. */
	contextOf(file: string): string {
		return this.#flags.context === undefined ? dirname(file) : resolve(this.#cwd, this.#flags.context);
	}

	/**
	 * The options for a Dockerfile in a build, which says itself what is built: what a config file says of that does not
	 * count.
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

	async #settingsFor(file: string, configStart = dirname(file)): Promise<ConfigSettings> {
		const config = this.#flags.config === false ? undefined : (this.#named ?? (await this.#finder.find(configStart)));
		return mergeSettings(config === undefined ? {} : settingsFor(config, file), this.#given.settings);
	}

	/** The same settings give the same object, so that catalogues are indexed once. */
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
		throw new UserError(`${option} ${path}: there is no such directory`);
}

function readNamedConfig(path: string, cwd: string): Promise<LoadedConfig> {
	if (statSync(resolve(cwd, path), { throwIfNoEntry: false }) === undefined)
		throw new UserError(`--config ${path}: there is no such file`);
	return readConfig(resolve(cwd, path));
}
