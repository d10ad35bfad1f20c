import { UserError } from "../config/user-error.ts";

/**
 * Reads --platform: lists with commas, any number of them; every platform when it is not given.
 * @param known platforms that there are
 * @param what what there is for them, with its article
 * Throws UserError for one that there is not.
 */
export function readPlatformsOf(lists: readonly string[] | undefined, known: readonly string[], what: string): readonly string[] {
	return (lists ?? known).flatMap((list) =>
		list.split(",").map((platform) => {
			if (!known.includes(platform)) throw new UserError(`--platform ${list}: there is ${what} for ${known.join(", ")}, not for ${JSON.stringify(platform)}`);
			return platform;
		}),
	);
}
