import { expect, it } from "vitest";
import { describeInits } from "./helpers/describe-inits.ts";
import { locate } from "./helpers/inits.ts";
import { listReached, startProbe } from "./helpers/probe.ts";
import { runAsPid1, runBelowPid1, runScript } from "./helpers/processes.ts";

const variables = [
	"GROUP",
	"ALL",
	"SUBREAPER",
	"OK_STATUS",
	"REWRITE",
	"DELAY",
	"KILL_AFTER",
	"GRACE",
	"KILL_ORPHANS",
	"SETSID",
	"PARENT_DEATH_SIGNAL",
	"WARN",
	"VERBOSE",
];
const printIds = "read pid name state parent group session rest </proc/$$/stat; echo $pid $group $session";

describeInits(["pidone", "tini", "dumb-init", "catatonit"], (init) => {
	it("is handed on as it is", async () => {
		const env = {
			A: "",
			B: "x=y",
			LD_PRELOAD_NOT: "1",
			"odd name": "value\nof two lines",
			TINI_VERBOSITY: "1",
			DUMB_INIT_DEBUG: "0",
		};
		const { stdout } = await runAsPid1(init, ["env", "-0"], { env });
		expect(stdout.split("\0")).toEqual(
			expect.arrayContaining(Object.entries(env).map(([name, value]) => `${name}=${value}`)),
		);
	});

	it("an empty one is ignored", async () => {
		const { status, stdout } = await runScript(locate(init), "env -i $INIT -- sh -c 'echo ran'");
		expect([status, stdout]).toEqual([0, "ran\n"]);
	});

	// Debian's catatonit is older than 0.2.1, the version that changes to / too.
	it.skipIf(init.isReference && init.personality === "catatonit")("the working directory is the child's", async () => {
		const { stdout } = await runAsPid1(init, ["sh", "-c", "readlink /proc/$$/cwd /proc/1/cwd"], { cwd: "/usr/lib" });
		expect(stdout).toBe(init.personality === "tini" ? "/usr/lib\n/usr/lib\n" : "/usr/lib\n/\n");
	});
});

describeInits(["pidone"], (init) => {
	it.each([
		["GROUP", "1", ["child", "child here", "main", "main here"]],
		["GROUP", "yes", ["child", "child here", "main", "main here"]],
		["GROUP", "0", ["main", "main here"]],
		["ALL", "1", ["child", "child here", "main", "main here", "session", "session here"]],
		["ALL", "", ["main", "main here"]],
	])("PIDONE_%s=%s sends to %j", async (name, value, expected) => {
		expect(await listReached(init, [], expected.length / 2, { env: { [`PIDONE_${name}`]: value } })).toEqual(expected);
	});

	it("PIDONE_SETSID makes a session", async () => {
		expect((await runAsPid1(init, ["sh", "-c", printIds], { env: { PIDONE_SETSID: "1" } })).stdout).toMatch(
			/^(\d+) \1 \1\n$/,
		);
	});

	it("PIDONE_OK_STATUS", async () => {
		expect((await runAsPid1(init, ["sh", "-c", "exit 5"], { env: { PIDONE_OK_STATUS: "4,5" } })).status).toBe(0);
		expect(
			(await runAsPid1(init, ["-e", "6", "sh", "-c", "exit 5"], { env: { PIDONE_OK_STATUS: "4,5" } })).status,
		).toBe(0);
	});

	it("PIDONE_VERBOSE makes it print messages", async () => {
		expect((await runAsPid1(init, ["true"], { env: { PIDONE_VERBOSE: "1" } })).stderr).toMatch(/^(pidone: .+\n)+$/);
		expect((await runAsPid1(init, ["true"], { env: { PIDONE_VERBOSE: "0" } })).stderr).toBe("");
	});

	it("PIDONE_WARN reports orphans", async () => {
		const script = "pid=$(sleep 0 >/dev/null & echo $!); while [ -e /proc/$pid ]; do :; done; echo $pid";
		const { stdout, stderr } = await runAsPid1(init, ["sh", "-c", script], { env: { PIDONE_WARN: "1" } });
		expect(stderr).toMatch(new RegExp(`\\b${stdout.trim()}\\b`));
	});

	it("PIDONE_KILL_AFTER", async () => {
		const probe = await startProbe(init, [], `trap "" 15; echo ready; sleep 1000`, {
			env: { PIDONE_KILL_AFTER: "0.05" },
		});
		probe.send(15);
		expect((await probe.result).status).toBe(137);
	});

	it("PIDONE_DELAY", async () => {
		const probe = await startProbe(
			init,
			[],
			"trap 'echo term' 15; trap 'echo usr1' 10; echo ready; while :; do sleep 1000 & wait $!; done",
			{
				env: { PIDONE_DELAY: "TERM=1" },
			},
		);
		probe.send(15);
		probe.send(10);
		expect([await probe.readLine(), await probe.readLine()]).toEqual(["usr1", "term"]);
	});

	it("PIDONE_GRACE", async () => {
		const script =
			'(trap "sleep 0.2; echo done; kill \\$!; exit" 15; echo ready; while :; do sleep 1000 & wait $!; done) & read line; exit 3';
		const probe = await startProbe(init, [], script, { env: { PIDONE_GRACE: "5" }, input: "" });
		probe.write("\n");
		const { status, stdout } = await probe.result;
		expect([status, stdout]).toEqual([3, "ready\ndone\n"]);
	});

	it("an empty value counts as none", async () => {
		const env = Object.fromEntries(variables.map((name) => [`PIDONE_${name}`, ""]));
		expect(await runAsPid1(init, ["sh", "-c", "exit 5"], { env })).toEqual({ status: 5, stdout: "", stderr: "" });
	});

	it.each([
		["1", "the child's"],
		["99", "99"],
		["", ""],
		["10", "10"],
		["1x", "1x"],
	])("LISTEN_PID=%j becomes %j", async (before, after) => {
		const { stdout } = await runAsPid1(init, ["sh", "-c", 'echo "$LISTEN_PID,$LISTEN_FDS,$$"'], {
			env: { LISTEN_PID: before, LISTEN_FDS: "3" },
		});
		const [announced, descriptors, own] = stdout.trim().split(",");
		expect([announced, descriptors]).toEqual([after === "the child's" ? own : after, "3"]);
	});

	it("LISTEN_PID may get more digits", async () => {
		const { stdout } = await runBelowPid1(
			{ ...init, command: ["sh", "-c", 'LISTEN_PID=$$ exec "$@"', "sh", ...init.command] },
			["sh", "-c", "echo $LISTEN_PID $$"],
		);
		const [announced, own] = stdout.trim().split(" ");
		expect(announced).toBe(own);
	});
});
