const told = new Set<string>();

/** Reports on stderr, once for each test file, why something is skipped: no check is skipped silently. */
export const tellSkipped = (what: string, reason: string): void => {
	const line = `black-box: ${what} left out: ${reason}\n`;
	if (!told.has(line)) process.stderr.write(line);
	told.add(line);
};
