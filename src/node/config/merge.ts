import { dirname, relative, resolve } from "node:path";
import ignore from "ignore";
import type { CheckOptions } from "../../core/check/check.ts";
import type { CatalogueEntry } from "../../core/images/catalogue-entry.ts";
import { DEFAULT_INIT } from "../../core/inits/init.ts";
import { OptionMistake } from "../../core/option-mistake.ts";
import { withSlashes } from "../files/with-slashes.ts";
import type { ConfigSettings, LoadedConfig } from "./config.ts";
import { readTemplates } from "./templates.ts";

/** A config file's settings for one file: the general ones, then those of matching overrides. */
export function settingsFor({ path, config }: LoadedConfig, file: string): ConfigSettings {
	const { overrides = [], ...own } = config;
	const inside = withSlashes(relative(dirname(path), file));
	const matching = overrides.filter(
		({ files }) =>
			!inside.startsWith("..") &&
			ignore()
				.add([...files])
				.ignores(inside),
	);
	const settings = matching.reduce<ConfigSettings>(
		(merged, { files: _, ...override }) => mergeSettings(merged, override),
		own,
	);
	const templates = settings.templates === undefined ? undefined : resolve(dirname(path), settings.templates);
	return { ...settings, ...(templates === undefined ? {} : { templates }) };
}

/** Merges settings: later ones take precedence; maps and lists of bases are joined. */
export function mergeSettings(first: ConfigSettings, second: ConfigSettings): ConfigSettings {
	const joined = {
		mirrors: joinMaps(first.mirrors, second.mirrors),
		buildArgs: joinMaps(first.buildArgs, second.buildArgs),
		rules: joinMaps(first.rules, second.rules),
		registryAliases: joinMaps(first.registryAliases, second.registryAliases),
		bases: first.bases && second.bases ? [...second.bases, ...first.bases] : undefined,
	};
	return {
		...first,
		...second,
		...withoutUndefined(joined),
	};
}

/** The settings that are given. */
export function withoutUndefined(settings: object): ConfigSettings {
	return Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== undefined));
}

function joinMaps<T extends object>(first: T | undefined, second: T | undefined): T | undefined {
	return first && second ? { ...first, ...second } : undefined;
}

/**
 * Settings as options of the library. Throws UserError for an unreadable folder of templates, and OptionMistake for
 * orphans that the init cannot end.
 */
export function toOptions({
	rules,
	killOrphans,
	initOptions,
	templates,
	bases,
	resolve: _resolve,
	...settings
}: ConfigSettings): CheckOptions {
	if (killOrphans?.length && (settings.init ?? DEFAULT_INIT) !== "pidone")
		throw new OptionMistake(
			"killOrphans",
			killOrphans,
			`${settings.init} cannot end orphans: use pidone as the init, or omit the names`,
		);
	const orphans = killOrphans && killOrphans.length > 0 ? ["--kill-orphans", killOrphans.join(",")] : [];
	const allInitOptions = [...(initOptions ?? []), ...orphans];
	return {
		...settings,
		...(rules === undefined ? {} : { levels: rules }),
		...(allInitOptions.length > 0 ? { initOptions: allInitOptions } : {}),
		...(templates === undefined ? {} : { templates: readTemplates(templates) }),
		...(bases === undefined ? {} : { bases: bases.map(withSource) }),
	};
}

function withSource(base: Omit<CatalogueEntry, "source"> & { readonly source?: string }): CatalogueEntry {
	return { ...base, source: base.source ?? "stated by the user" };
}
