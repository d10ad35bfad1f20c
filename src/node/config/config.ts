import type { RegistryAliases } from "../../core/analysis/registry-aliases.ts";
import type { Level } from "../../core/finding.ts";
import type { CatalogueEntry } from "../../core/images/catalogue-entry.ts";
import type { InitName } from "../../core/inits/init.ts";
import type { MirrorKind } from "../../core/install/install.ts";
import type { InstallOption } from "../../core/install/method.ts";
import type { ResolveStep } from "../resolve/resolve-steps.ts";

/** The settings in a config file. The command line takes precedence. schema/config.json is the same for editors. */
export interface ConfigSettings {
	readonly init?: InitName;
	readonly install?: InstallOption;
	readonly mirrors?: Readonly<Partial<Record<MirrorKind, string>>>;
	readonly platforms?: readonly string[];
	readonly target?: string;
	readonly buildArgs?: Readonly<Record<string, string>>;
	/** Images that the built-in catalogue does not know; `source` may be left out. */
	readonly bases?: readonly (Omit<CatalogueEntry, "source"> & { readonly source?: string })[];
	/** Registries, or parts of them, that have another registry's images, such as a mirror of Docker Hub. */
	readonly registryAliases?: RegistryAliases;
	/** The steps to find out what base images declare, in order. */
	readonly resolve?: readonly ResolveStep[];
	/** A folder of install templates, relative to the config file. */
	readonly templates?: string;
	/** The folder of the build context that holds the binaries. */
	readonly source?: string;
	readonly entrypointPath?: string;
	readonly initOptions?: readonly string[];
	readonly killOrphans?: readonly string[];
	readonly replace?: boolean;
	readonly inherited?: boolean;
	readonly exec?: boolean;
	/** Levels of findings by code. */
	readonly rules?: Readonly<Record<string, Level | "off">>;
}

/** A config file's content. */
export interface Config extends ConfigSettings {
	/** Settings for files that match gitignore patterns, relative to the config file. Later ones take precedence. */
	readonly overrides?: readonly (ConfigSettings & { readonly files: readonly string[] })[];
}

/** A loaded config file. */
export interface LoadedConfig {
	readonly path: string;
	readonly config: Config;
}
