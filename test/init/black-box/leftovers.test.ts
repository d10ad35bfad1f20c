// Processes that are left when the main child has ended: the init asks all of them to end, waits, and then kills them.
import { join } from "node:path";
import { expect, it } from "vitest";
import { canSubreap, describeInits } from "./helpers/describe-inits.ts";
import { binFolder } from "./helpers/inits.ts";
import { startProbe } from "./helpers/probe.ts";
import { runAsPid1, runBelowPid1, runScript, start } from "./helpers/processes.ts";
import { findProgram } from "./helpers/programs.ts";
import { tellSkipped } from "./helpers/skip.ts";

const loop = "while :; do sleep 1000 & wait $!; done";
let files = 0;
const hasNsenter = findProgram("nsenter") !== undefined && process.getuid?.() === 0;
if (!hasNsenter) tellSkipped("processes from outside the namespace", "nsenter(1) is not here, or not for this user");

describeInits(
	["pidone"],
	(init) => {
		it.each([
			[["-g"], 2],
			[["-a"], 2],
			[["-g"], 15],
			[["-a", "--grace=20"], 15],
		] as const)("get SIGTERM with %j although signal %i was forwarded before", async (options, signal) => {
			const wait = (path: string) => `while [ ! -e "${path}" ]; do sleep 0.05; done`;
			const rest = `(trap "" ${signal}; : >"$END.deaf"; ${wait("$END")}; trap "echo obeyed; exit" 15; echo deaf no more; : >"$END.seen"; ${loop}) &`;
			const file = join(binFolder, `end-${files++}`);
			const probe = await startProbe(
				init,
				options,
				`${rest} trap "echo forwarded" ${signal}; ${wait("$END.deaf")}; echo ready; while ! read line; do :; done; : >"$END"; ${wait("$END.seen")}; rm "$END" "$END.deaf" "$END.seen"; exit 3`,
				{ input: "", env: { END: file } },
			);
			probe.send(signal);
			await probe.readUntil(/forwarded/);
			probe.write("\n");
			await probe.readUntil(/deaf no more/);
			const { status, stdout } = await probe.result;
			expect([status, stdout.endsWith("obeyed\n")]).toEqual([3, true]);
		});

		it.runIf(canSubreap(init)).each([["--grace=0.3"], ["-a"]])(
			"below PID 1 all are ended with %s, however deep",
			async (option) => {
				const deep = `sh -c 'trap "" 15; sh -c "sh -c \\"sleep 12321; :\\"; :"; :' &`;
				const script = `$INIT ${option} --grace=0.3 sh -c "$CHILD"; echo status $?; cat /proc/[0-9]*/cmdline | tr "\\0" " " | grep -c "^sleep 12321\\|sleep 12321 $"`;
				const { stdout } = await runScript(init, script, { env: { CHILD: `${deep} ${deep} sleep 0.2; exit 3` } });
				expect(stdout).toBe("status 3\n0\n");
			},
		);

		it.runIf(canSubreap(init))("below PID 1 orphans that come during the grace are asked too", async () => {
			const middle = `sh -c '(trap "echo obeyed; exit" 15; echo ready; ${loop}) & trap "sleep 0.2; exit" 15; echo middle; ${loop}' &`;
			const began = performance.now();
			const { status, stdout } = await runBelowPid1(init, ["--grace=20", "sh", "-c", `${middle} sleep 0.3; exit 3`]);
			expect([status, stdout.split("\n").filter(Boolean).sort()]).toEqual([3, ["middle", "obeyed", "ready"]]);
			expect(performance.now() - began).toBeLessThan(10_000);
		});

		it.skipIf(init.isEmulated)(
			"below PID 1 a thousand are asked, and none is killed",
			{ timeout: 60_000 },
			async () => {
				const many = `i=0; while [ $i -lt 1100 ]; do sleep 12322 & i=$((i + 1)); done; exit 3`;
				const began = performance.now();
				expect((await runBelowPid1(init, ["-a", "--grace=50", "sh", "-c", many], { timeout: 60_000 })).status).toBe(3);
				expect(performance.now() - began).toBeLessThan(40_000);
			},
		);

		it.each([["-a"], ["--grace=20"]])("%s waits for a process that came from outside", async (option) => {
			if (!hasNsenter) return;
			const probe = await startProbe(init, [option], `trap "exit 3" 15; echo ready; ${loop}`);
			// A process that a shell starts after the signal arrived does not get that signal, and delays the init.
			const script = 'trap "sleep 0.5; echo obeyed; exit 4" 15; sleep 1000 & echo ready; wait $!';
			const visitor = start(["nsenter", "--target", `${probe.pid}`, "--pid", "sh", "-c", script]);
			await visitor.readUntil(/ready/);
			probe.send(15);
			expect((await probe.result).status).toBe(3);
			expect(await visitor.result).toMatchObject({ status: 4, stdout: "ready\nobeyed\n" });
		});

		it("are not waited for when they cannot be", async () => {
			expect(
				(await runAsPid1(init, ["-a", "--grace=0.2", "sh", "-c", "sh -c 'trap \"\" 15; sleep 1000' & exit 3"])).status,
			).toBe(3);
		});
	},
	{ concurrent: true },
);
