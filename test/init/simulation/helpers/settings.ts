import { SECOND, SIGCHLD } from "./linux.ts";
import type { Random } from "./random.ts";

type Personality = "pidone" | "dumb-init" | "tini" | "catatonit";

/** The settings from the options and the environment. Times are in nanoseconds. */
export interface Settings {
	readonly personality: Personality;
	readonly group: boolean;
	readonly all: boolean;
	readonly session: boolean;
	readonly subreaper: boolean;
	readonly warn: boolean;
	/** How often `-v` is given. */
	readonly verbose: number;
	readonly okStatuses: readonly number[];
	/** By signal: the one to send instead; 0 for none. */
	readonly rewrites: ReadonlyMap<number, number>;
	readonly delays: ReadonlyMap<number, number>;
	readonly killAfter: number | undefined;
	readonly stopSignals: readonly number[];
	readonly grace: number | undefined;
	readonly killOrphans: readonly string[];
}

/** Names of programs that options can name. */
export const NAMES = ["php-fpm", "php-fpm8.2", "nginx", "sh", "worker) S 1"];

/** Signals to test more often than others. */
const FREQUENT_SIGNALS = [15, 15, 15, 2, 3, 1, 10, 12, 13, 17, 18, 20, 21, 22, 28, 37, 34, 64];

/** Random options of an init under one of its names. */
export function makeSettings(random: Random, isPid1: boolean): Settings {
	const personality = random.pick<Personality>(["pidone", "pidone", "pidone", "dumb-init", "tini", "catatonit"]);
	const isDumbInit = personality === "dumb-init";
	const hasManyOptions = personality === "pidone" || personality === "tini";
	const group = random.chance(isDumbInit ? 60 : 40);
	const common: Settings = {
		personality,
		group,
		all: false,
		session: isDumbInit && group,
		subreaper: hasManyOptions && random.chance(30),
		warn: hasManyOptions && random.chance(15),
		verbose: random.chance(70) ? 0 : random.integer(1, 4),
		okStatuses: hasManyOptions && random.chance(30) ? [143, random.integer(0, 255)] : [],
		rewrites: makePairs(random, personality === "tini" || personality === "catatonit" ? 0 : 3, () =>
			makeRewrite(random, personality),
		),
		delays: new Map(),
		killAfter: undefined,
		stopSignals: [],
		grace: undefined,
		killOrphans: [],
	};
	return personality === "pidone" ? makePidonesSettings(random, common, isPid1) : common;
}

function makePidonesSettings(random: Random, common: Settings, isPid1: boolean): Settings {
	const all = random.chance(20);
	// If both signaled single children, an observer could not tell them apart.
	const isApart = isPid1 || (common.group && !all);
	return {
		...common,
		all,
		session: random.chance(15),
		delays: makePairs(random, 3, () => [makeForwarded(random), makeTime(random)]),
		stopSignals: random.chance(30) ? [random.pick([2, 3, 10])] : [],
		killAfter: random.chance(25) ? makeTime(random) : undefined,
		grace: random.pick([undefined, 0, makeTime(random), makeTime(random)]),
		killOrphans:
			isApart && random.chance(20)
				? [random.pick(["php-fpm*", "php-fpm", "worker) S 1"]), random.pick(["nginx", "n*"])]
				: [],
	};
}

function makePairs(random: Random, most: number, make: () => [number, number]): Map<number, number> {
	return new Map(random.chance(65) ? [] : Array.from({ length: random.integer(0, most) }, make));
}

function makeRewrite(random: Random, personality: Personality): [number, number] {
	const make = personality === "dumb-init" ? makeSignal : makeForwarded;
	const [from, to] = [make(random), random.chance(15) ? 0 : makeSignal(random)];
	return personality === "dumb-init" ? [from > 31 ? 15 : from, to > 31 ? 9 : to] : [from, to];
}

/** A signal that the init forwards. */
function makeForwarded(random: Random): number {
	for (;;) {
		const signal = makeSignal(random);
		if (signal !== SIGCHLD) return signal;
	}
}

/** A random signal that a process can catch. */
export function makeSignal(random: Random): number {
	for (;;) {
		const signal = random.chance(70) ? random.pick(FREQUENT_SIGNALS) : random.integer(1, 64);
		if (signal !== 9 && signal !== 19) return signal;
	}
}

/** Whole milliseconds, up to a minute, as nanoseconds. */
function makeTime(random: Random): number {
	return random.magnitude(1, 60_000) * (SECOND / 1000);
}

/** Writes settings as a command line and an environment. */
export function writeSettings(
	settings: Settings,
	random: Random,
): { readonly argv: readonly string[]; readonly environment: readonly string[] } {
	const values = listValues(settings);
	const environment = ["PATH=/bin", "HOME=/"];
	const argv: string[] = [`/sbin/${settings.personality}`];
	for (const [short, long, value] of values) {
		const isInEnvironment = settings.personality === "pidone" && random.chance(30);
		if (isInEnvironment) environment.push(`PIDONE_${long.toUpperCase().replaceAll("-", "_")}=${value ?? "1"}`);
		else argv.push(...writeOption(settings.personality, short, long, value, random));
	}
	if (settings.personality === "catatonit" && settings.verbose > 0) environment.push("CATATONIT_DEBUG=");
	if (settings.personality === "dumb-init" && !settings.session) environment.push("DUMB_INIT_SETSID=0");
	if (random.chance(50)) argv.push("--");
	return { argv: [...argv, "main", "-x", "--", "y"], environment };
}

type Value = readonly [short: string, long: string, value?: string];

function listValues(settings: Settings): Value[] {
	const {
		personality,
		group,
		all,
		session,
		subreaper,
		warn,
		verbose,
		okStatuses,
		rewrites,
		delays,
		killAfter,
		stopSignals,
		grace,
		killOrphans,
	} = settings;
	const isPidone = personality === "pidone";
	return [
		...choose(group && personality !== "dumb-init", ["g", "group"]),
		...choose(all, ["a", "all"]),
		...choose(session && isPidone, ["", "setsid"]),
		...choose(subreaper, ["s", "subreaper"]),
		...choose(warn, ["w", "warn"]),
		...Array.from({ length: countVerbose(personality, verbose) }, (): Value => ["v", "verbose"]),
		...okStatuses.map((status): Value => ["e", "ok-status", `${status}`]),
		...[...rewrites].map(([from, to]): Value => ["r", "rewrite", `${from}:${to}`]),
		...[...delays].map(([signal, time]): Value => ["", "delay", `${signal}=${writeSeconds(time)}`]),
		...choose(killAfter !== undefined, ["", "kill-after", writeSeconds(killAfter)]),
		...choose(stopSignals.length > 0, ["", "stop-signal", stopSignals.join(",")]),
		...choose(grace !== undefined, ["", "grace", writeSeconds(grace)]),
		...choose(killOrphans.length > 0, ["", "kill-orphans", killOrphans.join(",")]),
	];
}

/** How often `-v` is given: tini counts it, and catatonit does not have it. */
function countVerbose(personality: Personality, verbose: number): number {
	return personality === "catatonit" ? 0 : personality === "tini" ? verbose : Math.min(verbose, 1);
}

function choose(isChosen: boolean, value: Value): Value[] {
	return isChosen ? [value] : [];
}

function writeSeconds(time = 0): string {
	return `${time / SECOND}`;
}

function writeOption(
	personality: Personality,
	short: string,
	long: string,
	value: string | undefined,
	random: Random,
): string[] {
	const isShort = personality === "tini" || personality === "catatonit" || (short !== "" && random.chance(50));
	if (value === undefined) return [isShort ? `-${short}` : `--${long}`];
	if (random.chance(50)) return [isShort ? `-${short}${value}` : `--${long}=${value}`];
	return [isShort ? `-${short}` : `--${long}`, value];
}
