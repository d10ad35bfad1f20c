import { type Lock, type LockEntry, sortKeys } from "./lock-file.ts";

/** The change of an image's entry in a lock file. */
interface LockChange {
	readonly reference: string;
	readonly kind: "added" | "changed" | "removed";
}

/** A lock after a merge, and how it differs. */
export interface MergedLock {
	readonly lock: Lock;
	readonly changes: readonly LockChange[];
}

/**
 * Merges answers into a lock. An unchanged entry keeps its day.
 * @param isComplete whether to remove the images that no Dockerfile uses
 */
export function mergeLock(before: Lock, found: Lock, isComplete: boolean): MergedLock {
	const lock: Record<string, Readonly<Record<string, LockEntry>>> = isComplete ? {} : { ...before };
	for (const [reference, platforms] of Object.entries(found)) {
		const old = ownOf(before, reference) ?? {};
		const merged = Object.entries(platforms).map(([platform, entry]) => {
			const known = ownOf(old, platform);
			return [platform, known !== undefined && isSame(known, entry) ? known : entry] as const;
		});
		lock[reference] = { ...(isComplete ? {} : old), ...Object.fromEntries(merged) };
	}
	return { lock, changes: compare(before, lock) };
}

function compare(before: Lock, after: Lock): LockChange[] {
	const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
	return names.flatMap((reference): LockChange[] => {
		const old = ownOf(before, reference);
		const now = ownOf(after, reference);
		if (old === undefined) return [{ reference, kind: "added" }];
		if (now === undefined) return [{ reference, kind: "removed" }];
		const platforms = new Set([...Object.keys(old), ...Object.keys(now)]);
		const isChanged = [...platforms].some((platform) => ownOf(old, platform) !== ownOf(now, platform));
		return isChanged ? [{ reference, kind: "changed" }] : [];
	});
}

function ownOf<T>(record: Readonly<Record<string, T>>, key: string): T | undefined {
	return Object.hasOwn(record, key) ? record[key] : undefined;
}

/** Whether two entries are the same except for their days. */
function isSame(left: LockEntry, right: LockEntry): boolean {
	const [old, now] = [left, right].map((entry) => JSON.stringify(sortKeys({ ...entry, read: "" })));
	return old === now;
}
