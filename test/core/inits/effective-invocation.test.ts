import { describe, expect, it } from "vitest";
import { effectiveInvocation } from "../../../src/core/inits/effective-invocation.ts";
import { readInitInvocation } from "../../../src/core/inits/invocation.ts";

/**
 * The options in effect and the variables with unknown values, as one text. `env` contains `NAME=value`, or just `NAME`
 * if the value is not known.
 */
function optionsOf(command: string, env: string): string {
	const entries = env.split(" ").map((word): [string, string | undefined] => {
		const equals = word.indexOf("=");
		return equals === -1 ? [word, undefined] : [word.slice(0, equals), word.slice(equals + 1)];
	});
	const invocation = readInitInvocation(command.split(" "));
	if (invocation === undefined) throw new Error(`no init: ${command}`);
	const { options, unknown } = effectiveInvocation(invocation, new Map(entries));
	return [
		...options.map(({ name, value }) => (value === undefined ? name : `${name} ${value}`)),
		...unknown.map((name) => `?${name}`),
	].join(", ");
}

describe("effectiveInvocation", () => {
	it.each([
		["dumb-init -- a", "DUMB_INIT_SETSID=0", "-c"],
		["dumb-init -c -- a", "DUMB_INIT_SETSID=0", "-c"],
		["dumb-init -- a", "DUMB_INIT_SETSID=1", ""],
		["dumb-init -c -- a", "DUMB_INIT_SETSID=1", "-c"],
		["dumb-init -- a", "DUMB_INIT_SETSID=false", ""],
		["dumb-init -- a", "DUMB_INIT_SETSID=", ""],
		["dumb-init -- a", "DUMB_INIT_SETSID=00", ""],
		["dumb-init -- a", "DUMB_INIT_DEBUG=1", "-v"],
		["dumb-init -- a", "DUMB_INIT_DEBUG=true", ""],
		["dumb-init -r 15:3 -- a", "DUMB_INIT_SETSID=0 DUMB_INIT_DEBUG=1", "-r 15:3, -v, -c"],
		["dumb-init -- a", "DUMB_INIT_SETSID", "?DUMB_INIT_SETSID"],
		["dumb-init -- a", "TINI_KILL_PROCESS_GROUP=1 PIDONE_GROUP=1", ""],
		["tini -- a", "TINI_KILL_PROCESS_GROUP=1", "-g"],
		["tini -- a", "TINI_KILL_PROCESS_GROUP=0", "-g"],
		["tini -- a", "TINI_KILL_PROCESS_GROUP=", "-g"],
		["tini -- a", "TINI_KILL_PROCESS_GROUP", "-g"],
		["tini -g -- a", "TINI_KILL_PROCESS_GROUP=1", "-g"],
		["docker-init -- a", "TINI_SUBREAPER=1", "-s"],
		["tini-static -w -- a", "TINI_SUBREAPER=", "-w, -s"],
		["tini -- a", "TINI_VERBOSITY=3", "-v, -v"],
		["tini -vvv -- a", "TINI_VERBOSITY=2", "-v"],
		["tini -v -- a", "TINI_VERBOSITY=0", ""],
		["tini -v -- a", "TINI_VERBOSITY=much", ""],
		["tini -- a", "TINI_VERBOSITY=99999999999", "-v, -v, -v"],
		["tini -v -- a", "TINI_VERBOSITY", "-v, ?TINI_VERBOSITY"],
		["tini -- a", "DUMB_INIT_SETSID=0", ""],
		["pidone -- a", "PIDONE_GROUP=1 PIDONE_SETSID=yes", "-g, --setsid"],
		["pidone -- a", "PIDONE_GROUP=0 PIDONE_ALL=", ""],
		["pidone -g -- a", "PIDONE_GROUP=1", "-g"],
		["pidone --kill-after 5 -- a", "PIDONE_KILL_AFTER=9 PIDONE_GRACE=2", "--grace 2, --kill-after 5"],
		["pidone -e 3 -- a", "PIDONE_OK_STATUS=143,130", "-e 143,130, -e 3"],
		["pidone -- a", "PIDONE_REWRITE=TERM:QUIT PIDONE_DELAY=TERM=5", "-r TERM:QUIT, --delay TERM=5"],
		["pidone -- a", "PIDONE_KILL_ORPHANS=php-fpm* PIDONE_PARENT_DEATH_SIGNAL=TERM", "-p TERM, --kill-orphans php-fpm*"],
		["pidone -- a", "PIDONE_KILL_AFTER= PIDONE_HELP=1 PIDONE_TARGETS=app", ""],
		["pidone -- a", "TINI_SUBREAPER=1 DUMB_INIT_SETSID=0", ""],
		["catatonit -- a", "TINI_KILL_PROCESS_GROUP=1", ""],
		["pid1 -- a", "PIDONE_GROUP=1", ""],
	])("%s with %s: %s", (command, env, expected) => {
		expect(optionsOf(command, env)).toBe(expected);
	});
});
