/** A time for people, with one more decimal if it is very short. */
export function inSeconds(seconds: number): string {
	return `${seconds.toFixed(seconds < 0.1 ? 2 : 1)} s`;
}

/** Milliseconds as seconds. */
export function toSeconds(milliseconds: number): number {
	return Math.round(milliseconds) / 1000;
}
