/** A number as people write it. */
export function formatCount(count: number): string {
	return count.toLocaleString("en");
}
