/**
 * The name that a misspelled one may stand for: one or two letters are wrong, missing or additional. Names that differ
 * only in a number are not considered misspelled.
 */
export function nearestName(wrong: string, names: readonly string[]): string | undefined {
	const most = Math.min(2, Math.floor(wrong.length / 3));
	const near = names.flatMap((name) => {
		const distance =
			withoutDigits(name) === withoutDigits(wrong) ? Number.POSITIVE_INFINITY : distanceOf(wrong, name, most);
		return distance <= most ? [{ name, distance }] : [];
	});
	return near.reduce<(typeof near)[number] | undefined>(
		(best, each) => (best === undefined || each.distance < best.distance ? each : best),
		undefined,
	)?.name;
}

function withoutDigits(name: string): string {
	return name.replace(/\d+/g, "");
}

/** The Levenshtein distance; any number above `most` if it is greater. */
function distanceOf(left: string, right: string, most: number): number {
	if (Math.abs(left.length - right.length) > most) return most + 1;
	let row = Array.from({ length: right.length + 1 }, (_, index) => index);
	for (let at = 1; at <= left.length; at++) {
		const next = [at];
		for (let to = 1; to <= right.length; to++) {
			const replaced = (row[to - 1] ?? 0) + (left[at - 1] === right[to - 1] ? 0 : 1);
			next.push(Math.min(replaced, (row[to] ?? 0) + 1, (next[to - 1] ?? 0) + 1));
		}
		row = next;
	}
	return row.at(-1) ?? 0;
}
