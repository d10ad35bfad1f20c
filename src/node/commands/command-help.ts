/** The texts of a command's help. */
export interface CommandHelp {
	/** One line, for the list of commands and for shell completion. */
	readonly summary: string;
	/** What the command is about, with examples; printed before the options. */
	readonly about: string;
	/** Printed after the options. */
	readonly footer: string;
}

/** The exit codes of a command, as text. The rows that differ between commands are given by their codes. */
export function exitCodes(rows: Readonly<Partial<Record<0 | 1 | 2 | 3 | 4, string>>>): string {
	const all: Readonly<Record<string, string>> = {
		0: "success, or nothing to do",
		2: "a mistake in the command line or a config file, or a file that cannot be read or written",
		...rows,
	};
	const lines = Object.entries(all).map(([code, meaning]) => `  ${code}  ${meaning}`);
	// A command with its own text for 0 works on one file.
	const several =
		rows[4] === undefined || rows[0] !== undefined ? "" : "\n  With several files, the highest code wins.";
	return `\nExit codes:\n${lines.join("\n")}${several}`;
}
