import { flatMap } from "../flat-map.ts";
import type { InitName } from "./init.ts";
import type { InitInvocation, InitOption } from "./invocation.ts";
import { optionTable } from "./option-table.ts";

/** The options of another init with the same effect, or the option without an equivalent. */
export type Translation = { readonly options: readonly string[] } | { readonly untranslatable: string };

/** The effects that an invocation requests, for any init. */
interface Effects {
	readonly group: boolean;
	readonly session: boolean;
	readonly verbose: number;
	readonly warn: boolean;
	readonly parentDeathSignal?: string;
	readonly okStatuses: readonly string[];
	readonly rewrites: readonly string[];
	/** Options that only pidone has. */
	readonly own: readonly string[];
}

/**
 * Translates an init's options into those of another one.
 * Sources: what tini 0.19.0 and dumb-init 1.2.5 do, as their usage texts state it.
 */
export function translateOptions(from: InitInvocation, to: InitName): Translation {
	if (from.program === "pid1") return { untranslatable: "pid1's options" };
	const effects = readEffects(from);
	if ("untranslatable" in effects) return effects;
	return WRITERS[to](effects);
}

function readEffects({ program, options }: InitInvocation): Effects | { untranslatable: string } {
	const has = (name: string): boolean => options.some((option) => option.name === name);
	// Only pidone takes several values, separated by commas.
	const values = (name: string): string[] =>
		flatMap(options, (option) =>
			option.name === name && option.value !== undefined
				? program === "pidone"
					? option.value.split(",")
					: [option.value]
				: [],
		);
	const unknown = options.find(({ name }) => optionTable[program].every((row) => row.name !== name || row.isAnswer));
	if (unknown !== undefined) return { untranslatable: unknown.name };
	const isSession = program === "dumb-init" ? !has("-c") : has("--setsid");
	const [parentDeathSignal] = values("-p");
	return {
		group: has("-g") || (program === "dumb-init" && !has("-c")),
		session: isSession,
		verbose: options.filter((option) => option.name === "-v").length,
		warn: has("-w"),
		...(parentDeathSignal === undefined ? {} : { parentDeathSignal }),
		okStatuses: values("-e"),
		rewrites: values("-r"),
		own: flatMap(options, (option) => (OWN.has(option.name) ? spell(option) : [])),
	};
}

const OWN = new Set(["-a", "--delay", "--kill-after", "--stop-signal", "--grace", "--kill-orphans"]);

function spell({ name, value }: InitOption): string[] {
	return value === undefined ? [name] : [name, value];
}

const WRITERS: Readonly<Record<InitName, (effects: Effects) => Translation>> = {
	pidone: ({ group, session, verbose, warn, parentDeathSignal, okStatuses, rewrites, own }) => ({
		options: [
			...(group ? ["-g"] : []),
			...(session ? ["--setsid"] : []),
			...(verbose > 0 ? ["-v"] : []),
			...(warn ? ["-w"] : []),
			...(parentDeathSignal === undefined ? [] : ["-p", parentDeathSignal]),
			...flatMap(okStatuses, (code) => ["-e", code]),
			...flatMap(rewrites, (rewrite) => ["-r", rewrite]),
			...own,
		],
	}),
	tini: ({ group, verbose, warn, parentDeathSignal, okStatuses, rewrites, own }) => {
		if (rewrites.length > 0) return { untranslatable: "-r" };
		if (own[0] !== undefined) return { untranslatable: own[0] };
		return {
			options: [
				...(group ? ["-g"] : []),
				...Array.from({ length: verbose }, () => "-v"),
				...(warn ? ["-w"] : []),
				...(parentDeathSignal === undefined ? [] : ["-p", parentDeathSignal]),
				...flatMap(okStatuses, (code) => ["-e", code]),
			],
		};
	},
	"dumb-init": ({ group, verbose, warn, parentDeathSignal, okStatuses, rewrites, own }) => {
		if (warn) return { untranslatable: "-w" };
		if (parentDeathSignal !== undefined) return { untranslatable: "-p" };
		if (okStatuses.length > 0) return { untranslatable: "-e" };
		if (own[0] !== undefined) return { untranslatable: own[0] };
		const named = rewrites.find((rewrite) => !/^\d+:\d+$/.test(rewrite));
		if (named !== undefined) return { untranslatable: `-r ${named}` };
		return {
			options: [
				...(group ? [] : ["-c"]),
				...(verbose > 0 ? ["-v"] : []),
				...flatMap(rewrites, (rewrite) => ["-r", rewrite]),
			],
		};
	},
};
