/** Globs of tags for ranges of versions. */

/**
 * For the beginning of a version: the last version on each release of Debian. `*` stands for every later one, and for
 * the tag that is this beginning itself.
 */
type LastVersions = Readonly<Record<string, Readonly<Record<number, string>>>>;

/** The release for each glob of tags, in the order in which the globs apply. */
export function byVersion(lines: LastVersions): Readonly<Record<string, string>> {
	const globs: Record<string, string> = {};
	for (const [line, last] of Object.entries(lines))
		for (const [release, version] of Object.entries(last))
			for (const glob of version === "*" ? withVariants(line) : upTo(line, version)) globs[glob] ??= release;
	return globs;
}

/** Globs for the versions of a line up to the given one, such as `7.1.[0-9]` and `7.1.1[0-6]` up to `7.1.16`. */
function upTo(line: string, version: string): readonly string[] {
	const [number = "", ...rest] = version.slice(line.length + 1).split(".");
	const lower = numberGlobs(Number(number) - (rest.length > 0 ? 1 : 0)).flatMap((glob) =>
		withVariants(`${line}.${glob}`),
	);
	return rest.length > 0 ? [...lower, ...upTo(`${line}.${number}`, version)] : lower;
}

/** Globs for a version, its patches and its variants. */
function withVariants(version: string): readonly string[] {
	return [version, `${version}[.-]*`];
}

/** Globs for the numbers from 0 to a number below 100. */
function numberGlobs(last: number): readonly string[] {
	if (last < 10) return last < 0 ? [] : [`[0-${last}]`];
	const tens = Math.floor(last / 10);
	return ["[0-9]", ...(tens > 1 ? [`[1-${tens - 1}][0-9]`] : []), `${tens}[0-${last % 10}]`];
}
