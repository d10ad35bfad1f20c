/**
 * The same as `values.flatMap(read)`, in a fifth of the time: V8 adds each result by a call of its runtime. Most
 * reading of a Dockerfile goes through here.
 */
export function flatMap<T, Result>(
	values: readonly T[],
	read: (value: T, index: number, values: readonly T[]) => Result | readonly Result[],
): Result[] {
	const results: Result[] = [];
	for (const [index, value] of values.entries()) {
		const result = read(value, index, values);
		if (Array.isArray(result)) for (const each of result as readonly Result[]) results.push(each);
		else results.push(result as Result);
	}
	return results;
}
