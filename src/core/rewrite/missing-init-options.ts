import { DEFAULT_INIT } from "../inits/init.ts";
import { type InitInvocation, readInvocationOf } from "../inits/invocation.ts";
import type { RewriteOptions } from "./options.ts";

/**
 * Describes the options that were asked for and that an init of somebody else lacks, which no rewrite adds; undefined
 * if it has all of them.
 */
export function describeMissingOptions(
	{ program, path, options }: InitInvocation,
	{ init = DEFAULT_INIT, initOptions = [] }: RewriteOptions,
): string | undefined {
	if (program !== init) return undefined;
	const missing = readInvocationOf(program, [path, ...initOptions]).options.filter((wanted) =>
		options.every(({ name, value }) => name !== wanted.name || value !== wanted.value),
	);
	if (missing.length === 0) return undefined;
	const words = missing.map(({ name, value }) => (value === undefined ? name : `${name} ${value}`)).join(" ");
	return `without ${words}: a rewrite changes only an init that it has added itself, so write the options there`;
}
