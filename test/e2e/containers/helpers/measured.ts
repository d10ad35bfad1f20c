/** Prints what was measured with and without the init on one line: a run's output shows what the init is good for. */
export const tellMeasured = (what: string, before: string, after: string): void => {
	process.stderr.write(`e2e: ${what}: ${before} before, ${after} after\n`);
};

/** Seconds with their unit. */
export const inSeconds = (seconds: number): string => `${seconds.toFixed(seconds < 1 ? 2 : 1)} s`;
