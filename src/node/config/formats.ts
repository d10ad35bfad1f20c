import { describeRegistryMistake } from "../../core/analysis/registry-aliases.ts";
import { normalizePlatform } from "../../core/platform.ts";

const MISTAKES: Readonly<Record<string, (text: string) => string | undefined>> = {
	platform: (text) => {
		const platform = normalizePlatform(text);
		return typeof platform === "string" ? undefined : platform.mistake;
	},
	registry: describeRegistryMistake,
};

/** What is wrong with a text, by a format of the schema. */
export function describeFormatMistake(format: string, text: string): string | undefined {
	return MISTAKES[format]?.(text);
}

/** Whether a text is of a format, by the formats of the schema. */
export const formats: Readonly<Record<string, (text: string) => boolean>> = Object.fromEntries(
	Object.entries(MISTAKES).map(([format, describe]) => [format, (text: string) => describe(text) === undefined]),
);
