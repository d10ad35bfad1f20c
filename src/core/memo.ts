/** The number of remembered texts. It is small because a slice of a file keeps the whole file in memory. */
const MAX_KNOWN = 256;

/** Remembers a pure function's latest results: a file is read twice, and its parts more often. */
export function memoized<Result>(read: (text: string) => Result): (text: string) => Result {
	const known = new Map<string, { readonly result: Result }>();
	return (text) => {
		const found = known.get(text);
		if (found !== undefined) return found.result;
		const result = read(text);
		if (known.size >= MAX_KNOWN) known.clear();
		known.set(text, { result });
		return result;
	};
}
