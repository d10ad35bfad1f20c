import { LOCK_NAME } from "../files/upward-names.ts";
import { type LockEntry, SOURCES } from "./lock-file.ts";

/**
 * Says where an entry of a lock file comes from, and how old it is.
 * @param now milliseconds since 1970
 */
export function describeEntry(entry: LockEntry, now: number): string {
	const digest = "digest" in entry && entry.digest !== undefined ? `, ${entry.digest}` : "";
	const files = "image" in entry && entry.image.files !== undefined ? ", and its files" : "";
	return `${LOCK_NAME}: read from ${SOURCES[entry.source]} on ${entry.read}, ${describeAge(entry.read, now)}${digest}${files}`;
}

const DAY_MS = 24 * 60 * 60 * 1000;

function describeAge(day: string, now: number): string {
	const days = Math.floor(now / DAY_MS) - Math.floor(Date.parse(day) / DAY_MS);
	if (days <= 0) return "today";
	return days === 1 ? "yesterday" : `${days} days ago`;
}

/** The day of a time, in UTC. */
export function dayOf(time: number): string {
	return new Date(time).toISOString().slice(0, 10);
}
