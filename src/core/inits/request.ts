import { describeOptionMistake } from "./check-init-options.ts";
import { type InitName, initNames } from "./index.ts";

/** An init that a Dockerfile requests. */
export interface InitRequest {
	/** Undefined for any init. */
	readonly init?: InitName;
	/** Options for it, before `--`. */
	readonly options: readonly string[];
}

/**
 * Reads `tini` or `pidone,-g,--grace=5`: an init, and options for it. A value may contain commas, too:
 * `pidone,--kill-orphans=nginx,php-fpm*`.
 * @returns what is wrong with it, and what to write instead, if something is
 */
export function readInitRequest(value: string | undefined): InitRequest | { readonly mistake: string } {
	if (value === undefined) return { options: [] };
	const [name = "", ...pieces] = value.split(",");
	if (name === "") return { mistake: `no init is named: write --init, or --init=NAME with one of ${NAMES}` };
	if (/^(?:true|yes|on|1)$/i.test(name))
		return { mistake: `it must be the name of an init: write --init, or --init=NAME with one of ${NAMES}` };
	if (/^(?:false|no|off|0)$/i.test(name)) return { mistake: "remove the flag if you want no init" };
	const init = initNames.find((each) => each === name);
	if (init === undefined) return { mistake: `unknown init ${JSON.stringify(name)}: it must be one of ${NAMES}` };
	const options = joinValues(pieces);
	if (options.some((word) => word === "" || word === "-" || word === "--"))
		return { mistake: `write options of ${init} after the commas, each beginning with -` };
	const mistake = describeOptionMistake(init, options);
	return mistake === undefined ? { init, options } : { mistake };
}

const NAMES = initNames.join(", ");

/** A piece that is not an option continues the value of the one before it, if that has a value after `=`. */
function joinValues(pieces: readonly string[]): string[] {
	const options: string[] = [];
	for (const piece of pieces) {
		const last = options.at(-1);
		if (last?.includes("=") && piece !== "" && !piece.startsWith("-")) options[options.length - 1] = `${last},${piece}`;
		else options.push(piece);
	}
	return options;
}
