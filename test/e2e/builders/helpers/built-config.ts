/** What an image declares, in the same form for every builder. */
export interface BuiltConfig {
	readonly entrypoint: readonly string[];
	readonly cmd: readonly string[];
	readonly user: string;
	readonly stopSignal: string;
	readonly workingDir: string;
	readonly env: readonly string[];
	readonly healthcheck: readonly string[];
}

/** The configuration of an image, as builders and engines print it. */
export interface PrintedConfig {
	readonly Entrypoint?: readonly string[] | null;
	readonly Cmd?: readonly string[] | null;
	readonly User?: string;
	readonly StopSignal?: string;
	readonly WorkingDir?: string;
	readonly Env?: readonly string[] | null;
	readonly Healthcheck?: { readonly Test?: readonly string[] } | null;
}

/** Converts a configuration to a single form, whether a value is ignored, empty or written out. */
export function normalizeConfig(config: PrintedConfig): BuiltConfig {
	return {
		entrypoint: config.Entrypoint ?? [],
		cmd: config.Cmd ?? [],
		user: config.User ?? "",
		stopSignal: config.StopSignal ?? "",
		workingDir: config.WorkingDir || "/",
		env: [...(config.Env ?? [])].sort(),
		healthcheck: config.Healthcheck?.Test ?? [],
	};
}

/** Returns the configuration without the init in front of the command. Throws if there is no init. */
export function withoutInit(config: BuiltConfig): BuiltConfig {
	const end = config.entrypoint.indexOf("--");
	if (config.entrypoint[0] !== "/sbin/pidone" || end === -1)
		throw new Error(`no init in front of ${JSON.stringify(config)}`);
	return { ...config, entrypoint: config.entrypoint.slice(end + 1) };
}
