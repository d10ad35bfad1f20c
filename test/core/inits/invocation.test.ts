import { describe, expect, it } from "vitest";
import { baseName, readInitInvocation } from "../../../src/core/inits/invocation.ts";

/** An invocation in short form: the options as `-x=value`, and how many words belong to the init. */
function read(...argv: string[]): readonly [program: string, options: string, length: number] | undefined {
	const invocation = readInitInvocation(argv);
	if (invocation === undefined) return undefined;
	expect(invocation.command).toEqual(argv.slice(invocation.length));
	const options = invocation.options
		.map(({ name, value }) => (value === undefined ? name : `${name}=${value}`))
		.join(" ");
	return [invocation.program, options, invocation.length];
}

describe("readInitInvocation", () => {
	it.each([
		[["/sbin/pidone", "--", "a"], "pidone"],
		[["/sbin/tini", "--", "a"], "tini"],
		[["tini", "--", "a"], "tini"],
		[["/usr/bin/tini-static", "--", "a"], "tini"],
		[["/sbin/docker-init", "--", "a"], "tini"],
		[["/usr/local/bin/dumb-init", "--", "a"], "dumb-init"],
		[["catatonit", "--", "a"], "catatonit"],
		[["/pid1", "a"], "pid1"],
	])("knows %j as %s", (argv, program) => {
		expect(read(...argv)?.[0]).toBe(program);
	});

	it.each([
		[[]],
		[["a"]],
		[["/bin/sh", "-c", "tini -- a"]],
		[["docker-init.sh"]],
		[["/init"]],
		[["tini-2"]],
		[["/tini/app"]],
		[["env"]],
		[["env", "A=b", "tini", "--", "a"]],
		[["supervisord"]],
	])("does not take %j for an init", (argv) => {
		expect(read(...argv)).toBeUndefined();
	});

	it.each([
		[["tini", "--", "a"], "", 2],
		[["tini", "a", "-g"], "", 1],
		[["tini"], "", 1],
		[["tini", "--"], "", 2],
		[["tini", "-g", "--", "a", "--", "-b"], "-g", 3],
		[["tini", "-", "a"], "", 1],
		[["tini", "-vvv", "a"], "-v -v -v", 2],
		[["tini", "-gsw", "--", "a"], "-g -s -w", 3],
		[["tini", "-p", "SIGTERM", "--", "a"], "-p=SIGTERM", 4],
		[["tini", "-pSIGTERM", "--", "a"], "-p=SIGTERM", 3],
		[["tini", "-gp", "SIGTERM", "a"], "-g -p=SIGTERM", 3],
		[["tini", "-e", "143", "-e130", "a"], "-e=143 -e=130", 4],
		[["tini", "-p"], "-p", 2],
		[["tini", "-l"], "-l", 2],
		[["tini", "--version"], "--version", 2],
		[["dumb-init", "a", "b"], "", 1],
		[["dumb-init", "-c", "--", "a"], "-c", 3],
		[["dumb-init", "--single-child", "a"], "-c", 2],
		[["dumb-init", "-r", "15:3", "a"], "-r=15:3", 3],
		[["dumb-init", "-r15:3", "a"], "-r=15:3", 2],
		[["dumb-init", "--rewrite", "15:3", "a"], "-r=15:3", 3],
		[["dumb-init", "--rewrite=15:3", "--rewrite=2:3", "a"], "-r=15:3 -r=2:3", 3],
		[["dumb-init", "-cvr", "15:3", "--verbose", "--", "a"], "-c -v -r=15:3 -v", 5],
		[["catatonit", "-g", "--", "a"], "-g", 3],
		[["pidone", "--group", "--all", "a"], "-g -a", 3],
		[["pidone", "--ok-status=143", "-e", "130", "a"], "-e=143 -e=130", 4],
		[["pidone", "--parent-death-signal", "KILL", "--rewrite", "TERM:QUIT", "a"], "-p=KILL -r=TERM:QUIT", 5],
		[["pidone", "--kill-after", "10s", "--grace=5", "a"], "--kill-after=10s --grace=5", 4],
		[["pidone", "--setsid", "--", "a"], "--setsid", 3],
		[["pid1", "--env", "A=b", "-u", "root", "--workdir=/a", "a"], "-e=A=b -u=root -w=/a", 6],
	])("reads %j", (argv, options, length) => {
		expect(read(...argv)?.slice(1)).toEqual([options, length]);
	});

	it.each(["env", "/usr/bin/env", "/bin/env"])("looks through %s", (env) => {
		expect(readInitInvocation([env, "tini", "-g", "--", "a"])).toEqual({
			program: "tini",
			path: "tini",
			options: [{ name: "-g" }],
			length: 4,
			command: ["a"],
		});
	});
});

describe("baseName", () => {
	it.each([
		["/sbin/tini", "tini"],
		["tini", "tini"],
		["/a/", ""],
	])("of %s is %j", (path, expected) => {
		expect(baseName(path)).toBe(expected);
	});
});
