/** A time as people read it. */
export function inSeconds(seconds: number): string {
	return `${seconds.toFixed(1)} s`;
}
