const told = new Set<string>();

/** Says on stderr, once for each test file, why something is left out: no check is left out silently. */
export const tellSkipped = (what: string, reason: string): void => {
	const line = `black-box: ${what} left out: ${reason}\n`;
	if (!told.has(line)) process.stderr.write(line);
	told.add(line);
};
