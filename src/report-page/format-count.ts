/** A number as people read it. */
export function formatCount(count: number): string {
	return count.toLocaleString("en");
}
