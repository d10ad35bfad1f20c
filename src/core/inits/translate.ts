import { flatMap } from "../flat-map.ts";
import type { InitName } from "./init.ts";
import type { InitInvocation, InitOption } from "./invocation.ts";
import { optionTable } from "./option-table.ts";

/** The options of another init with the same effect, or the option without an equivalent. */
export type Translation = { readonly options: readonly string[] } | { readonly untranslatable: string };

/**
 * Translates an init's options into those of another one.
 * Sources: what tini 0.19.0 and dumb-init 1.2.5 do, as their usage texts state it.
 */
export function translateOptions(from: InitInvocation, to: InitName): Translation {
	if (from.program === "pid1") return { untranslatable: "pid1's options" };
	const known = optionTable[from.program].filter(({ isAnswer }) => !isAnswer);
	const unknown = from.options.find(({ name }) => known.every((row) => row.name !== name));
	if (unknown !== undefined) return { untranslatable: unknown.name };
	const effects = readEffects(from, to);
	const wanted = effects.filter(({ name }) => !UNWRITTEN[to].includes(name));
	const missing = wanted.find(({ name }) => optionTable[to].every((row) => row.name !== name));
	if (missing !== undefined) return { untranslatable: missing.name };
	const options = flatMap(wanted, spell);
	if (to !== "dumb-init") return { options };
	const named = wanted.find(({ name, value = "" }) => name === "-r" && !/^\d+:\d+$/.test(value));
	if (named !== undefined) return { untranslatable: `-r ${named.value}` };
	return { options: effects.some(({ name }) => name === "-g") ? options : ["-c", ...options] };
}

/** Effects for which an init has no option: dumb-init signals the group by default, and sessions are pidone's. */
const UNWRITTEN: Readonly<Record<InitName, readonly string[]>> = {
	pidone: [],
	tini: ["--setsid"],
	"dumb-init": ["-g", "--setsid"],
};

const PIDONES_OWN = new Set(["-a", "--delay", "--kill-after", "--stop-signal", "--grace", "--kill-orphans"]);

/** The effects that an invocation requests, as pidone's options. Only tini distinguishes between several `-v`. */
function readEffects({ program, options }: InitInvocation, to: InitName): readonly InitOption[] {
	const all = (name: string): readonly InitOption[] => options.filter((option) => option.name === name);
	// Only pidone takes several values, separated by commas.
	const values = (name: string): readonly InitOption[] =>
		flatMap(all(name), ({ value }) => {
			if (value === undefined) return [];
			return (program === "pidone" ? value.split(",") : [value]).map((each) => ({ name, value: each }));
		});
	const isDumbInit = program === "dumb-init" && all("-c").length === 0;
	return [
		...(isDumbInit
			? [{ name: "-g" }, { name: "--setsid" }]
			: [...all("-g").slice(0, 1), ...all("--setsid").slice(0, 1)]),
		...all("-v").slice(0, to === "tini" ? undefined : 1),
		...all("-w").slice(0, 1),
		...values("-p").slice(0, 1),
		...values("-e"),
		...values("-r"),
		...options.filter(({ name }) => PIDONES_OWN.has(name)),
	];
}

function spell({ name, value }: InitOption): string[] {
	return value === undefined ? [name] : [name, value];
}
