import { flatMap } from "./flat-map.ts";
import { normalizePlatform } from "./platform.ts";
import { UserError } from "./user-error.ts";

/**
 * Reads the platforms that a builder's `--platform` requests, without duplicates. Throws UserError for a text that is
 * not a platform.
 * @param lists values of the option, each with commas
 * @param name how the error names the option
 * @returns undefined if no architecture is named, as in `--platform linux` and `--platform local`
 */
export function readPlatformLists(lists: readonly string[], name = "--platform"): string[] | undefined {
	const texts = flatMap(lists, (list) => list.split(",")).filter((text) => text !== "");
	const platforms: string[] = [];
	let dependsOnBuilder = texts.length === 0;
	for (const text of texts) {
		const platform = normalizePlatform(text);
		if (typeof platform === "string") platforms.push(platform);
		else if (platform.dependsOnBuilder) dependsOnBuilder = true;
		else throw new UserError(`${name} ${text}: ${platform.mistake}`);
	}
	return dependsOnBuilder ? undefined : [...new Set(platforms)];
}
