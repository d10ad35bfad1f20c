import type { InitProgram } from "./init.ts";

/**
 * The kind of an option's value, from the programs' usage texts and sources: github.com/krallin/tini 0.19.0,
 * github.com/Yelp/dumb-init 1.2.5.
 */
export type OptionValue =
	| "signals"
	| "signal-name"
	| "rewrites"
	| "numeric-rewrite"
	| "statuses"
	| "status"
	| "seconds"
	| "delays"
	| "names"
	| "text";

/** One option of an init. */
export interface OptionRow {
	/** The short spelling, if there is one. */
	readonly name: string;
	/** The long spelling, if there are both. */
	readonly long?: string;
	/** Absent if it takes no value. */
	readonly value?: OptionValue;
	/** Whether the init only prints something and exits, so that nothing runs. */
	readonly isAnswer?: true;
}

/**
 * The options of every init: the one place for reading command lines, for checking what users give, and for
 * translating.
 */
export const optionTable: Readonly<Record<InitProgram, readonly OptionRow[]>> = {
	pidone: [
		{ name: "-g", long: "--group" },
		{ name: "-a", long: "--all" },
		{ name: "-s", long: "--subreaper" },
		{ name: "-v", long: "--verbose" },
		{ name: "-w", long: "--warn" },
		{ name: "-p", long: "--parent-death-signal", value: "signals" },
		{ name: "-e", long: "--ok-status", value: "statuses" },
		{ name: "-r", long: "--rewrite", value: "rewrites" },
		{ name: "--setsid" },
		{ name: "--delay", value: "delays" },
		{ name: "--kill-after", value: "seconds" },
		{ name: "--stop-signal", value: "signals" },
		{ name: "--grace", value: "seconds" },
		{ name: "--kill-orphans", value: "names" },
		{ name: "-h", long: "--help", isAnswer: true },
		{ name: "-V", long: "--version", isAnswer: true },
	],
	tini: [
		{ name: "-g" },
		{ name: "-s" },
		{ name: "-v" },
		{ name: "-w" },
		{ name: "-p", value: "signal-name" },
		{ name: "-e", value: "status" },
		{ name: "-h", isAnswer: true },
		{ name: "-l", isAnswer: true },
		{ name: "--version", isAnswer: true },
	],
	"dumb-init": [
		{ name: "-c", long: "--single-child" },
		{ name: "-v", long: "--verbose" },
		{ name: "-r", long: "--rewrite", value: "numeric-rewrite" },
		{ name: "-h", long: "--help", isAnswer: true },
		{ name: "-V", long: "--version", isAnswer: true },
	],
	catatonit: [{ name: "-g" }],
	pid1: [
		{ name: "-e", long: "--env", value: "text" },
		{ name: "-u", long: "--user", value: "text" },
		{ name: "-g", long: "--group", value: "text" },
		{ name: "-w", long: "--workdir", value: "text" },
		{ name: "--timeout", value: "text" },
	],
};
