import { flatMap } from "./flat-map.ts";
import { normalizePlatform } from "./platform.ts";
import { UserError } from "./user-error.ts";

/**
 * The platforms that a builder's `--platform` asks for, each once.
 * @param lists values of the option, each with commas
 * @returns undefined when nothing says which architecture is meant, as in `--platform linux` and `--platform local`
 * Throws UserError for what is not a platform.
 */
export function readPlatformLists(lists: readonly string[]): string[] | undefined {
	const texts = flatMap(lists, (list) => list.split(",")).filter((text) => text !== "");
	const platforms: string[] = [];
	let dependsOnBuilder = texts.length === 0;
	for (const text of texts) {
		const platform = normalizePlatform(text);
		if (typeof platform === "string") platforms.push(platform);
		else if (platform.dependsOnBuilder) dependsOnBuilder = true;
		else throw new UserError(`--platform ${text}: ${platform.mistake}`);
	}
	return dependsOnBuilder ? undefined : [...new Set(platforms)];
}
