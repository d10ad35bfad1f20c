import { describe, expect, it } from "vitest";
import type { InitName } from "../../../src/core/inits/init.ts";
import { readInitInvocation } from "../../../src/core/inits/invocation.ts";
import { translateOptions } from "../../../src/core/inits/translate.ts";

/** The options as one text, or what cannot be translated. */
function translate(from: string, to: InitName): string {
	const invocation = readInitInvocation(from.split(" "));
	if (invocation === undefined) throw new Error(`no init: ${from}`);
	const translation = translateOptions(invocation, to);
	return "untranslatable" in translation ? `no ${translation.untranslatable}` : translation.options.join(" ");
}

describe("translateOptions", () => {
	it.each<readonly [string, InitName, string]>([
		["tini -- a", "pidone", ""],
		["tini a", "pidone", ""],
		["tini -g -- a", "pidone", "-g"],
		["tini -s -- a", "pidone", ""],
		["tini -v -- a", "pidone", "-v"],
		["tini -vvv -- a", "pidone", "-v"],
		["tini -w -- a", "pidone", "-w"],
		["tini -p SIGTERM -- a", "pidone", "-p SIGTERM"],
		["tini -e 143 -e 130 -- a", "pidone", "-e 143 -e 130"],
		["tini -e143 -gvw -pSIGKILL -- a", "pidone", "-g -v -w -p SIGKILL -e 143"],
		["dumb-init -- a", "pidone", "-g --setsid"],
		["dumb-init a", "pidone", "-g --setsid"],
		["dumb-init -c -- a", "pidone", ""],
		["dumb-init --single-child a", "pidone", ""],
		["dumb-init -v a", "pidone", "-g --setsid -v"],
		["dumb-init -r 15:3 -- a", "pidone", "-g --setsid -r 15:3"],
		["dumb-init -c --rewrite=15:3 -r 2:0 -- a", "pidone", "-r 15:3 -r 2:0"],
		["catatonit -- a", "pidone", ""],
		["catatonit -g -- a", "pidone", "-g"],
		["pidone -g -a --kill-after 5 -- a", "pidone", "-g -a --kill-after 5"],
		["tini -gvv -w -p KILL -e 3 -- a", "tini", "-g -v -v -w -p KILL -e 3"],
		["dumb-init -- a", "tini", "-g"],
		["dumb-init -c -v -- a", "tini", "-v"],
		["dumb-init -r 15:3 -- a", "tini", "no -r"],
		["catatonit -g -- a", "tini", "-g"],
		["pidone -g -e 143 -- a", "tini", "-g -e 143"],
		["pidone -e 143,130 -- a", "tini", "-e 143 -e 130"],
		["pidone -r TERM:QUIT -- a", "tini", "no -r"],
		["pidone -a -- a", "tini", "no -a"],
		["pidone --kill-after=5 -- a", "tini", "no --kill-after"],
		["tini -- a", "dumb-init", "-c"],
		["tini -g -- a", "dumb-init", ""],
		["tini -vv -- a", "dumb-init", "-c -v"],
		["tini -w -- a", "dumb-init", "no -w"],
		["tini -p KILL -- a", "dumb-init", "no -p"],
		["tini -e 143 -- a", "dumb-init", "no -e"],
		["pidone -g -r 15:3 -- a", "dumb-init", "-r 15:3"],
		["pidone -r TERM:QUIT -- a", "dumb-init", "no -r TERM:QUIT"],
		["pidone --kill-orphans=5 -- a", "dumb-init", "no --kill-orphans"],
		["dumb-init -c -r 15:3 -- a", "dumb-init", "-c -r 15:3"],
	])("makes of %s for %s: %s", (from, to, expected) => {
		expect(translate(from, to)).toBe(expected);
	});

	it.each([
		["tini -l", "no -l"],
		["tini --version", "no --version"],
		["tini -h", "no -h"],
		["dumb-init -V", "no -V"],
		["dumb-init --version", "no -V"],
		["catatonit -P -- a", "no -P"],
		["pid1 -u root a", "no pid1's options"],
		["pid1 a", "no pid1's options"],
		["pidone --timeout 5 a", "no --timeout"],
	])("finds nothing for %s: %s", (from, expected) => {
		for (const to of ["pidone", "tini", "dumb-init"] as const) expect(translate(from, to)).toBe(expected);
	});

	it.each(["", "-g", "-v", "-g -v"])("comes back from pidone to tini with %j", (options) => {
		const there = translate(`tini ${options} -- a`.replace("  ", " "), "pidone");
		expect(translate(`pidone ${there} -- a`.replace("  ", " "), "tini")).toBe(options);
	});
});
