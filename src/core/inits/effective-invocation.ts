// Inits are also configured by environment variables, which an image sets with ENV.
import { flatMap } from "../flat-map.ts";
import type { InitInvocation, InitOption } from "./invocation.ts";

/** The environment of a new container. A variable that is present with `undefined` has an unknown value. */
export interface Environment {
	readonly has: (name: string) => boolean;
	readonly get: (name: string) => string | undefined;
}

/** An init with all options in force, whether they come from its command line or from its environment. */
export interface EffectiveInvocation extends InitInvocation {
	/** Variables that the init reads and whose value is unknown; they count as unset. */
	readonly unknown: readonly string[];
}

/**
 * Adds the options from an init's environment to those of its command line.
 * Sources: getenv in dumb-init.c of dumb-init 1.2.5 and in src/tini.c of tini 0.19.0; src/init/program/environment.ts.
 */
export function effectiveInvocation(invocation: InitInvocation, environment: Environment): EffectiveInvocation {
	const { program, options } = invocation;
	const unknown: string[] = [];
	const read = (name: string): string | undefined => {
		const value = environment.get(name);
		if (value === undefined && environment.has(name)) unknown.push(name);
		return value;
	};
	const inForce = READERS[program]?.(options, { read, has: (name) => environment.has(name) }) ?? options;
	return { ...invocation, options: inForce, unknown };
}

/** Reads variables, or only whether they are set. */
interface Reading {
	readonly read: (name: string) => string | undefined;
	readonly has: (name: string) => boolean;
}

type Reader = (options: readonly InitOption[], reading: Reading) => readonly InitOption[];

const READERS: Readonly<Partial<Record<InitInvocation["program"], Reader>>> = {
	pidone: withPidonesVariables,
	tini: withTinisVariables,
	"dumb-init": withDumbInitsVariables,
};

/** Only one value turns a switch on. The environment is read after the command line, which cannot turn it off. */
function withDumbInitsVariables(options: readonly InitOption[], { read }: Reading): readonly InitOption[] {
	const isDebug = read("DUMB_INIT_DEBUG") === "1";
	const isSingleChild = read("DUMB_INIT_SETSID") === "0";
	return [
		...options,
		...(isDebug ? addMissing("-v", options) : []),
		...(isSingleChild ? addMissing("-c", options) : []),
	];
}

/**
 * A variable turns its switch on if it is set, empty or not. The verbosity replaces all `-v`; its default is 1.
 */
function withTinisVariables(options: readonly InitOption[], { read, has }: Reading): readonly InitOption[] {
	const verbosity = read("TINI_VERBOSITY");
	const others = verbosity === undefined ? options : options.filter(({ name }) => name !== "-v");
	return [
		...others,
		...(has("TINI_SUBREAPER") ? addMissing("-s", options) : []),
		...(has("TINI_KILL_PROCESS_GROUP") ? addMissing("-g", options) : []),
		...Array.from({ length: verbosity === undefined ? 0 : countVerbose(verbosity) }, () => ({ name: "-v" })),
	];
}

/**
 * The number of `-v` for a verbosity: none for 1, and at most three, because more have no effect. A text that is not a
 * number is 0 (atoi).
 */
function countVerbose(verbosity: string): number {
	const level = Number(/^[\t-\r ]*\+?(\d+)/.exec(verbosity)?.[1] ?? 0);
	return Math.min(Math.max(level - 1, 0), 3);
}

/**
 * The options that variables stand for. `each` can be repeated, so that those of the command line are added; of a
 * `last`, the command line's applies.
 */
const PIDONES_VARIABLES: readonly (readonly [variable: string, option: string, kind: "switch" | "each" | "last"])[] = [
	["PIDONE_GROUP", "-g", "switch"],
	["PIDONE_ALL", "-a", "switch"],
	["PIDONE_SUBREAPER", "-s", "switch"],
	["PIDONE_WARN", "-w", "switch"],
	["PIDONE_VERBOSE", "-v", "switch"],
	["PIDONE_SETSID", "--setsid", "switch"],
	["PIDONE_OK_STATUS", "-e", "each"],
	["PIDONE_REWRITE", "-r", "each"],
	["PIDONE_DELAY", "--delay", "each"],
	["PIDONE_PARENT_DEATH_SIGNAL", "-p", "last"],
	["PIDONE_KILL_AFTER", "--kill-after", "last"],
	["PIDONE_STOP_SIGNAL", "--stop-signal", "last"],
	["PIDONE_GRACE", "--grace", "last"],
	["PIDONE_KILL_ORPHANS", "--kill-orphans", "last"],
];

/** An empty variable counts as unset, and `0` leaves a switch off. The command line is read after it. */
function withPidonesVariables(options: readonly InitOption[], { read }: Reading): readonly InitOption[] {
	const added = flatMap(PIDONES_VARIABLES, ([variable, name, kind]): InitOption[] => {
		const value = read(variable);
		if (!value) return [];
		if (kind === "switch") return value === "0" ? [] : addMissing(name, options);
		return kind === "last" && options.some((option) => option.name === name) ? [] : [{ name, value }];
	});
	return [...added, ...options];
}

function addMissing(name: string, options: readonly InitOption[]): InitOption[] {
	return options.some((option) => option.name === name) ? [] : [{ name }];
}
