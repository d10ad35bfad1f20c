import { compatiblePlatform, normalizePlatform } from "../../core/platform.ts";
import { UserError } from "../../core/user-error.ts";

/** Reads --platform: lists with commas, any number of them. Throws UserError for what is not a platform. */
export function readPlatforms(lists: readonly string[]): string[] {
	return lists.flatMap((list) => list.split(",").map((text) => readPlatform(list, text)));
}

function readPlatform(list: string, text: string): string {
	const platform = normalizePlatform(text);
	if (typeof platform !== "string")
		throw new UserError(`--platform ${list}: ${list === text ? "" : `${JSON.stringify(text)} `}${platform.mistake}`);
	return platform;
}

/** What --platform takes for every platform that there is something for. */
const ALL = "all";

/**
 * Reads --platform as the platforms of what there is; `all` is all of them.
 * @param known platforms that there are
 * @param what what there is for them
 * Throws UserError for one that there is not.
 */
export function readPlatformsOf(lists: readonly string[], known: readonly string[], what: string): readonly string[] {
	return lists.flatMap((list) =>
		list.split(",").flatMap((text) => {
			if (text === ALL) return known;
			const platform = compatiblePlatform(readPlatform(list, text), known);
			if (platform === undefined)
				throw new UserError(
					`--platform ${list}: there is no ${what} for ${JSON.stringify(text)}: select from ${known.join(", ")}`,
				);
			return platform;
		}),
	);
}
