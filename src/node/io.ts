import type { ReadStream, WriteStream } from "node:fs";

/** The input and output of a command; cli.ts connects it to the process. */
export interface Io {
	readonly cwd: string;
	/** Writes to standard output. */
	readonly out: (text: string) => void;
	/** Writes to standard error. Makes control characters visible, so that no file can control the terminal. */
	readonly err: (text: string) => void;
	/** Reads standard input to its end. */
	readonly readStdin: () => Promise<Uint8Array>;
	/** Whether to print colors on standard output. */
	readonly color: boolean;
	/** Writes to standard error unchanged, for progress; undefined if it is not a terminal. */
	readonly errTerminal: ((text: string) => void) | undefined;
	/** Whether this is a job of a CI system, whose log people follow. */
	readonly isCi?: boolean;
	/** Calls back at the first SIGINT or SIGTERM, instead of ending the process; returns a function that unsubscribes. */
	readonly onSignal?: (listener: (signal: NodeJS.Signals) => void) => () => void;
	/** Whether there is a terminal: it sends its signals to all processes in the foreground. */
	readonly hasTerminal: boolean;
	/** Open files that a builder gets as its streams; without them, it inherits those of this process. */
	readonly builderStreams?: { readonly stdin: ReadStream; readonly stdout: WriteStream; readonly stderr: WriteStream };
}
