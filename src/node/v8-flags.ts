/** A flag of V8, and the last major version of Node.js that is known to have it. */
export type V8Flag = readonly [flag: string, last: number];

/** The last major version of Node.js that the flags were tried with. */
export const LAST_TRIED = 26;

/** Sets flags of V8 for this thread, and for those that it starts. */
export function setV8Flags(flags: readonly V8Flag[]): void {
	// Loading node:v8 takes as long as processing several files, and only long runs need it.
	const { setFlagsFromString } = process.getBuiltinModule("node:v8");
	for (const flag of selectFlags(flags, process.versions.node)) setFlagsFromString(flag);
}

/**
 * The flags for a version of Node.js: V8 prints an error for a flag that it lacks, and without the flags a run only
 * takes longer.
 */
export function selectFlags(flags: readonly V8Flag[], version: string): readonly string[] {
	return flags.filter(([, last]) => Number.parseInt(version, 10) <= last).map(([flag]) => flag);
}
