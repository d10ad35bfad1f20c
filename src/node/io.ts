/** What a command can see and say; cli.ts connects it to the process. */
export interface Io {
	readonly cwd: string;
	/** Writes to standard output. */
	readonly out: (text: string) => void;
	/** Writes to standard error; control characters are made visible, so that no file can do anything to a terminal. */
	readonly err: (text: string) => void;
	/** Reads standard input to its end. */
	readonly readStdin: () => Promise<Uint8Array>;
	/** Whether standard output is to have colours. */
	readonly color: boolean;
	/** Writes to standard error as it is where that is a terminal, for progress. */
	readonly errTerminal: ((text: string) => void) | undefined;
	/** Whether this is a job of a CI system, whose log people follow. */
	readonly isCi?: boolean;
	/** Calls back at the first signal that is to end the process, which then goes on; returns what takes that back. */
	readonly onSignal?: (listener: (signal: NodeJS.Signals) => void) => () => void;
	/** Whether a terminal is there, which sends its signals to all that run on it. */
	readonly hasTerminal: boolean;
}
