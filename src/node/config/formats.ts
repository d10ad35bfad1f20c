import { describeRegistryMistake } from "../../core/analysis/registry-aliases.ts";
import { describeNamesMistake } from "../../core/inits/check-init-options.ts";
import { normalizePlatform } from "../../core/platform.ts";

const MISTAKES: Readonly<Record<string, (text: string) => string | undefined>> = {
	platform: (text) => {
		const platform = normalizePlatform(text);
		return typeof platform === "string" ? undefined : platform.mistake;
	},
	registry: describeRegistryMistake,
	programs: describeNamesMistake,
};

/** What is wrong with a text, for each format of the schema. */
export function describeFormatMistake(format: string, text: string): string | undefined {
	return MISTAKES[format]?.(text);
}

/** Checks whether a text has a format, for each format of the schema. */
export const formats: Readonly<Record<string, (text: string) => boolean>> = Object.fromEntries(
	Object.entries(MISTAKES).map(([format, describe]) => [format, (text: string) => describe(text) === undefined]),
);
