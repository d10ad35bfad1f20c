import { type InitName, initNames } from "./index.ts";
import { readInitInvocation } from "./invocation.ts";
import { knownOptions } from "./translate.ts";

/** An init that a Dockerfile itself asks for. */
export interface InitRequest {
	/** Undefined: any. */
	readonly init?: InitName;
	/** Options for it, in front of `--`. */
	readonly options: readonly string[];
}

/**
 * Reads `tini` or `pidone,-g,--grace=5`: an init, and options for it. A comma also stands within a value: `pidone,--kill-orphans=nginx,php-fpm*`.
 * @returns what is wrong with it, and what would be right, where something is
 */
export function readInitRequest(value: string | undefined): InitRequest | { readonly mistake: string } {
	if (value === undefined) return { options: [] };
	const [name = "", ...pieces] = value.split(",");
	if (name === "") return { mistake: `it names no init: write --init, or --init=NAME with one of ${NAMES}` };
	if (/^(?:true|yes|on|1)$/i.test(name)) return { mistake: `it takes the name of an init: write --init, or --init=NAME with one of ${NAMES}` };
	if (/^(?:false|no|off|0)$/i.test(name)) return { mistake: "leave the flag out where no init is to be put in front" };
	const init = initNames.find((each) => each === name);
	if (init === undefined) return { mistake: `there is no init ${JSON.stringify(name)}: it must be one of ${NAMES}` };
	const options = joinValues(pieces);
	const mistake = describeMistake(init, options);
	return mistake === undefined ? { init, options } : { mistake };
}

const NAMES = initNames.join(", ");

/** A piece that begins no option goes on with the value of the one in front of it, when that has one behind `=`. */
function joinValues(pieces: readonly string[]): string[] {
	const options: string[] = [];
	for (const piece of pieces) {
		const last = options.at(-1);
		if (last?.includes("=") && piece !== "" && !piece.startsWith("-")) options[options.length - 1] = `${last},${piece}`;
		else options.push(piece);
	}
	return options;
}

function describeMistake(init: InitName, words: readonly string[]): string | undefined {
	if (words.some((word) => word === "" || word === "-" || word === "--")) return `behind the commas stand options of ${init}, each beginning with -`;
	const invocation = readInitInvocation([init, ...words]);
	const rest = invocation?.command[0];
	if (rest !== undefined) return `${JSON.stringify(rest)} is no option of ${init}: options begin with -`;
	const unknown = invocation?.options.find(({ name }) => !knownOptions[init]?.includes(name));
	if (unknown !== undefined) return `${init} has no option ${unknown.name}: it has ${knownOptions[init]?.join(", ")}`;
	return describeValues(init, words);
}

/** An option without the value that it takes, or with one that it does not. */
function describeValues(init: InitName, words: readonly string[]): string | undefined {
	const last = words.at(-1) ?? "";
	// With one word more than there is, it shows whether the last option still waits for one.
	if (readInitInvocation([init, ...words, "value"])?.command.length === 0) return `${last} of ${init} takes a value: write ${last}${valueExample(last)}`;
	const wrong = words.find((word) => /^--.*=/.test(word) && readInitInvocation([init, word])?.options[0]?.value === undefined);
	return wrong === undefined ? undefined : `${wrong.slice(0, wrong.indexOf("="))} of ${init} takes no value`;
}

function valueExample(option: string): string {
	return option.startsWith("--") ? "=VALUE" : ",VALUE";
}
