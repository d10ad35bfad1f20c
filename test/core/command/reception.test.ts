import { describe, expect, it } from "vitest";
import { check } from "../../../src/core/check/check.ts";
import { followCommand, mainSteps } from "../../../src/core/command/follow-command.ts";
import { findReceivers, needsGroup, type Reception, reachesAll } from "../../../src/core/command/reception.ts";
import { explain } from "../../../src/core/explain/explain.ts";
import { rewrite } from "../../../src/core/rewrite/rewrite.ts";

const SHELL = ["sh", "-c", "prepare; app"];
const TRAP = ["sh", "-c", "trap 'kill $pid' TERM; app & wait; other; true"];

describe("findReceivers", () => {
	it.each<[argv: readonly string[], receptions: readonly Reception[]]>([
		[["app"], ["pid1"]],
		[["sh", "-c", "exec app"], ["pid1"]],
		[
			["tini", "--", "app"],
			["pid1", "init"],
		],
		[SHELL, ["pid1", "none"]],
		[
			["tini", "--", ...SHELL],
			["pid1", "init", "none"],
		],
		[
			["tini", "-g", "--", ...SHELL],
			["pid1", "group", "group"],
		],
		[
			["pidone", "-a", "--", ...SHELL],
			["pid1", "everybody", "everybody"],
		],
		[
			["dumb-init", "-c", ...SHELL],
			["pid1", "init", "none"],
		],
		[
			["dumb-init", ...SHELL],
			["pid1", "group", "group"],
		],
		[
			["tini", "--", "timeout", "5", "app"],
			["pid1", "init", "group"],
		],
		[
			["tini", "--", "timeout", "5", ...SHELL],
			["pid1", "init", "group", "group"],
		],
		[
			["tini", "--", "timeout", "--foreground", "5", ...SHELL],
			["pid1", "init", "forwarder", "none"],
		],
		[
			["tini", "--", ...TRAP],
			["pid1", "init", "trap"],
		],
		// setsid and timeout run their program in a separate process group; the child of an init leads one anyway.
		[
			["tini", "-g", "--", "setsid", "-w", "app"],
			["pid1", "group", "none"],
		],
		[
			["dumb-init", "sh", "-c", "timeout 5 app; true"],
			["pid1", "group", "none", "none"],
		],
		[
			["dumb-init", "sh", "-c", "setsid app; true"],
			["pid1", "group", "none"],
		],
		[
			["dumb-init", "sh", "-c", "chpst -P app; chpst -u app app; true"],
			["pid1", "group", "group"],
		],
		[
			["dumb-init", "sh", "-c", "chpst -P app; true"],
			["pid1", "group", "none"],
		],
		[
			["tini", "-g", "--", "s6-setsid", "app"],
			["pid1", "group"],
		],
		[
			["tini", "-g", "--", "unbuffer", "app"],
			["pid1", "group", "none"],
		],
		[
			["tini", "-g", "--", "tini", "--", "app"],
			["pid1", "group", "init"],
		],
		[
			["dumb-init", "timeout", "5", ...SHELL],
			["pid1", "group", "group", "group"],
		],
		[
			["dumb-init", "sh", "-c", "timeout --foreground 5 app; true"],
			["pid1", "group", "group", "group"],
		],
		[
			["pidone", "-a", "--", "setsid", "-w", "app"],
			["pid1", "everybody", "everybody"],
		],
		// With job control, bash puts each of its children in a separate process group; dash needs a terminal for that.
		[
			["tini", "-g", "--", "bash", "-c", "set -m; app; true"],
			["pid1", "group", "none"],
		],
		[
			["tini", "-g", "--", "bash", "-c", "set -o monitor; app & other & fg %1"],
			["pid1", "group", "none"],
		],
		[
			["tini", "-g", "--", "bash", "-c", "set -m; (prepare; app); true"],
			["pid1", "group", "none"],
		],
		[
			["tini", "-g", "--", "bash", "-c", "set -em; set +m; app; true"],
			["pid1", "group", "group"],
		],
		[
			["tini", "-g", "--", "dash", "-c", "set -m; app; true"],
			["pid1", "group", "group"],
		],
		[
			["pidone", "-a", "--", "bash", "-c", "set -m; app; true"],
			["pid1", "everybody", "everybody"],
		],
		// A shell does not run a trap before its foreground child ends.
		[
			["sh", "-c", "trap 'kill $pid' TERM; app"],
			["pid1", "none"],
		],
		[
			["sh", "-c", "(trap 'kill $pid' TERM; app & wait); true"],
			["pid1", "none"],
		],
		[
			["sh", "-c", "trap '' TERM; app & wait"],
			["pid1", "none"],
		],
		[
			["sh", "-c", "trap 'kill $pid' TERM; app & pid=$!; while sleep 1; do check; done"],
			["pid1", "trap"],
		],
		// su and flock start a shell of their own.
		[
			["su", "app", "-c", "exec app"],
			["pid1", "forwarder"],
		],
		[
			["su", "app", "-c", "prepare; app"],
			["pid1", "forwarder", "none"],
		],
		[
			["flock", "/lock", "app"],
			["pid1", "none"],
		],
		[
			["tini", "--", "xvfb-run", "app"],
			["pid1", "init", "none"],
		],
		[
			["sh", "-c", "sudo app; true"],
			["pid1", "none", "none"],
		],
		[
			["micromamba", "run", "-n", "base", "app"],
			["pid1", "forwarder"],
		],
		[
			["consul-template", "-config", "/x", "-exec", "app"],
			["pid1", "forwarder"],
		],
		[
			["env-cmd", "-f", ".env", "app"],
			["pid1", "forwarder"],
		],
		[
			["tini", "--", "hatch", "run", "app"],
			["pid1", "init", "none"],
		],
		// It is not known whether it forwards signals.
		[
			["doas", "app"],
			["pid1", "parent"],
		],
		[
			["doas", "sudo", "app"],
			["pid1", "parent", "parent"],
		],
		// An init that receives no signals does not forward any.
		[
			["sh", "-c", "prepare; tini -g -- app"],
			["pid1", "none", "none"],
		],
		[
			["timeout", "5", "dumb-init", "app"],
			["pid1", "group", "group"],
		],
	])("of %j are %j", (argv, receptions) => {
		expect(findReceivers(mainSteps(argv)).map(({ reception }) => reception)).toEqual(receptions);
	});

	it("are none without a command", () => {
		expect(findReceivers([])).toEqual([]);
	});
});

describe("reachesAll", () => {
	it.each([
		[["tini", "-g", "--", ...SHELL], true],
		[["tini", "--", ...TRAP], false],
		[["pidone", "-a", "--", "app"], true],
		[["tini", "--", ...SHELL], false],
		[["sh", "-c", "prepare; tini -g -- app"], false],
		[["tini", "-g", "--", "setsid", "-w", ...SHELL], false],
		[["tini", "-g", "--", "bash", "-c", "set -m; app & wait"], false],
		[["pidone", "-a", "--", "setsid", "-w", ...SHELL], true],
	])("of %j is %s", (argv, expected) => {
		expect(reachesAll(mainSteps(argv))).toBe(expected);
	});
});

describe("needsGroup", () => {
	it.each([
		[SHELL, true],
		[["env", "A=b", ...SHELL], true],
		[["bash", "-c", "if x; then app; else exec other; fi"], true],
		[["sh", "-c", "prepare; exec app"], false],
		// It replaces itself with a single command.
		[["bash", "-c", "app"], false],
		[["sh", "-c", "app"], true],
		[TRAP, false],
		// The parent forwards signals, and ends when the shell does.
		[["timeout", "5", ...SHELL], true],
		[["sudo", ...SHELL], true],
		[["sudo", "app"], false],
		[["doas", ...SHELL], false],
		[["time", "app"], true],
		[["xvfb-run", "app"], true],
		[["ssh-agent", "app"], false],
		[["strace", "-f", "app"], true],
		[["strace", "-D", "-f", "app"], false],
		// The program is in another process group, where -g does not reach it.
		[["unbuffer", "app"], false],
		[["setsid", "-w", "app"], false],
		[["bash", "-c", "set -m; app; true"], false],
		// Words after the options are arguments, and the last of several options counts.
		[["bash", "-c", "set -- -m; app; true"], true],
		[["bash", "-c", "set -m +m; app; true"], true],
		[["bash", "-c", "set -eo monitor; app; true"], false],
		[["sh", "-c", "set -m; app; true"], true],
		[["npm", "start"], true],
		[["gosu", "app", "yarn", "start"], true],
		[["pnpm", "start"], true],
		[["go", "run", "."], true],
		// Its daemon is in another session, where -g does not reach it.
		[["gradle", "bootRun"], false],
		[["forever", "server.js"], true],
		[["forever", "list"], false],
		[["env-cmd", "app"], true],
		[["foreman", "run", "app"], true],
		[["foreman", "start"], false],
		[["micromamba", "run", "app"], false],
		[["wait4x", "tcp", "db:5432", "--", "app"], true],
		[["busybox", "timeout", "5", "app"], false],
		[["go", "version"], false],
		[["composer", "--no-interaction", "run", "start"], true],
		[["cargo", "run"], false],
		[["lein", "run"], true],
		[["lein", "trampoline", "run"], false],
		[["bwrap", "--bind", "/", "/", "--", "app"], true],
		[["doppler", "run", "--", "app"], false],
		[["hatch", "run", "app"], true],
		// A terminal or a debugger puts the program in a separate process group.
		[["script", "-qec", "app; true"], false],
		[["gdb", "-ex", "run", "--args", "app"], false],
		[["app"], false],
		[[], false],
	])("of %j is %s", (argv, expected) => {
		expect(needsGroup(followCommand(argv))).toBe(expected);
	});
});

describe("explain, check and rewrite agree on who gets the signal", () => {
	const options = { initOptions: ["-a"] };
	const source = "FROM debian\nCOPY pidone /sbin/pidone\nENTRYPOINT prepare; app\n";
	const { text } = rewrite(source, options);

	it("when the init signals every process", () => {
		expect(text).toContain('ENTRYPOINT ["/sbin/pidone", "-a", "--", "/bin/sh", "-c", "prepare; app"]');
		const [stage] = explain(text, options);
		expect(stage?.before?.children[0]?.children[0]?.onStop).toBe("gets SIGTERM, like every process");
		expect(check(text, options).findings.map(({ code }) => code)).not.toContain("script-never-execs");
	});

	it.each([
		["writes", "migrate\napp", '"/sbin/pidone", "-g", "--", "/start"'],
		["writes, and that ends in exec", "migrate\nexec app", '"/sbin/pidone", "--", "/start"'],
		["writes, and that handles signals", "trap 'kill %1' TERM\napp & wait", '"/sbin/pidone", "--", "/start"'],
	])("about a script that the Dockerfile %s", (_, script, words) => {
		const written = `FROM debian:12\nCOPY --chmod=755 <<"EOF" /start\n#!/bin/sh\n${script}\nEOF\nENTRYPOINT ["/start"]\n`;
		const { text: output } = rewrite(written);
		expect(output).toContain(`ENTRYPOINT [${words}]`);
		expect(check(output).findings.map(({ code }) => code)).not.toContain("script-never-execs");
	});

	it("whether or not the build context is read", () => {
		const written = 'FROM debian:12\nCOPY start /\nENTRYPOINT ["/start"]\n';
		const { text: output } = rewrite(written, { readContextFile: () => "#!/bin/sh\nmigrate\napp\n" });
		expect(output).toBe(rewrite(written).text);
	});

	it("when a shell in exec form would not forward them", () => {
		const written = 'FROM debian:12\nCMD ["sh", "-c", "prepare; app"]\n';
		const { text: output } = rewrite(written);
		expect(output).toContain('ENTRYPOINT ["/sbin/pidone", "-g", "--"]');
		expect(explain(output)[0]?.before?.children[0]?.children[0]?.onStop).toBe(
			"gets SIGTERM, like its whole process group",
		);
		expect(check(written).findings.map(({ code }) => code)).toContain("shell-form");
		expect(check(output).findings.map(({ code }) => code)).not.toContain("shell-form");
	});
});
