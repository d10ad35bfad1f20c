import { compatiblePlatform, normalizePlatform } from "../../core/platform.ts";
import { optionError } from "../option-error.ts";

/** Reads --platform: any number of lists with commas. Throws UserError for a text that is not a platform. */
export function readPlatforms(lists: readonly string[]): string[] {
	return lists.flatMap((list) => list.split(",").map((text) => readPlatform(list, text)));
}

function readPlatform(list: string, text: string): string {
	const platform = normalizePlatform(text);
	if (typeof platform !== "string")
		throw optionError("--platform", list, `${list === text ? "" : `${JSON.stringify(text)} `}${platform.mistake}`);
	return platform;
}

/** The value of --platform that stands for every available platform. */
const ALL = "all";

/**
 * Reads --platform as a selection of available platforms; `all` selects all of them.
 * @param known the available platforms
 * @param what what is available for them, for the message
 * Throws UserError for a platform that is not available.
 */
export function readPlatformsOf(lists: readonly string[], known: readonly string[], what: string): readonly string[] {
	return lists.flatMap((list) =>
		list.split(",").flatMap((text) => {
			if (text === ALL) return known;
			const platform = compatiblePlatform(readPlatform(list, text), known);
			if (platform === undefined)
				throw optionError(
					"--platform",
					list,
					`no ${what} is available for ${JSON.stringify(text)}: select from ${known.join(", ")}`,
				);
			return platform;
		}),
	);
}
