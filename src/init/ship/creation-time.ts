import { UserError } from "../../core/user-error.ts";

/** SPDX requires a creation time, and the same input must produce the same bytes. */
const NO_TIME = "0";

/** The end of the year 9999, the last one with four digits in ISO 8601. */
const LAST_SECOND = 253_402_300_799;

/**
 * The time for generated files: SOURCE_DATE_EPOCH, in seconds since 1970, or 1970 itself. Throws UserError for anything
 * else.
 * @see https://reproducible-builds.org/specs/source-date-epoch/
 */
export function readCreationTime({ SOURCE_DATE_EPOCH: text }: Readonly<Record<string, string | undefined>>): Date {
	const seconds = text || NO_TIME;
	if (!/^\d{1,12}$/.test(seconds) || Number(seconds) > LAST_SECOND) {
		throw new UserError(`SOURCE_DATE_EPOCH=${text}: must be a number of seconds since 1970`);
	}
	return new Date(Number(seconds) * 1000);
}
