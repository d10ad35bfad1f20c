import { describe, expect, it } from "vitest";
import { canSubreap, describeInits } from "./helpers/describe-inits.ts";
import { startProbe } from "./helpers/probe.ts";
import { runAsPid1, startScript } from "./helpers/processes.ts";

const loop = "while :; do sleep 1000 & wait $!; done";
// Processes that are left when the main child exits after a line on its stdin: one that obeys SIGTERM, and one that
// does not.
const obeys = `(trap "sleep 0.1; echo obeyed; kill \\$!; exit" 15; echo ready; ${loop}) &`;
const refuses = `(trap "" 15; echo ready; ${loop}) &`;
const session = `setsid sh -c 'trap "sleep 0.1; echo obeyed; kill \\$!; exit" 15; echo ready; ${loop}' &`;
const end = "read line; exit 3";

describeInits(
	["pidone"],
	(init) => {
		const finish = async (
			options: readonly string[],
			script: string,
		): Promise<{ status: number; lines: string[]; seconds: number }> => {
			const probe = await startProbe(init, options, `${script} ${end}`, { input: "" });
			const began = performance.now();
			probe.write("\n");
			const { status, stdout } = await probe.result;
			return { status, lines: stdout.split("\n").slice(1, -1), seconds: (performance.now() - began) / 1000 };
		};

		describe("--grace", () => {
			it.each([[["--grace", "10"]], [["--grace=10"]], [["-g"]], [["-a"]], [["-g", "--grace=10"]]])(
				"%j waits for those that obey, and no longer",
				async (options) => {
					const { status, lines, seconds } = await finish(options, obeys);
					expect([status, lines]).toEqual([3, ["obeyed"]]);
					expect(seconds).toBeLessThan(5);
				},
			);

			it.each([[["--grace", "0.3"]], [["-g", "--grace=0.3"]], [["-a", "--grace", "0.300"]]])(
				"%j ends those that do not obey when the time is up",
				async (options) => {
					const { status, lines, seconds } = await finish(options, refuses);
					expect([status, lines]).toEqual([3, []]);
					expect(seconds).toBeGreaterThanOrEqual(0.3);
					expect(seconds).toBeLessThan(5);
				},
			);

			it.each([[[]], [["--grace=0"]], [["-g", "--grace=0"]], [["-a", "--grace", "0"]]])(
				"with %j nobody is waited for",
				async (options) => {
					const { status, lines, seconds } = await finish(options, obeys);
					expect([status, lines]).toEqual([3, []]);
					expect(seconds).toBeLessThan(5);
				},
			);

			// It does not wait for a single long sleep, which would miss a signal that arrives before its exec.
			const untilAsked = 'until [ "$asked" ]; do sleep 0.05; done';

			it.each([
				[["-g"], 15, 15],
				[["-a"], 15, 15],
				[["-g", "-r", "TERM:HUP"], 15, 1],
				[["-g", "--stop-signal=ALRM"], 14, 14],
			] as const)(
				"with %j, those that got signal %i with a main child which it ends are not signalled again",
				async (options, signal, forwarded) => {
					const end = `trap "trap - ${forwarded}; sleep 0.3; kill -${forwarded} $$" ${forwarded}`;
					const work = `(trap "asked=1; echo asked" 1 14 15; echo ready; ${untilAsked}; sleep 1; echo finished)`;
					const probe = await startProbe(init, options, `${end}; ${work} & wait; wait`);
					probe.send(signal);
					const { status, stdout } = await probe.result;
					expect(stdout.split("\n").slice(1)).toEqual(["asked", "finished", ""]);
					expect(status).toBe(128 + forwarded);
				},
			);

			// A shell that waits for its child ends at once. A child in the background would ignore INT and QUIT.
			it.each([
				[["-g"], 1],
				[["-g"], 2],
				[["-g"], 3],
				[["-a"], 3],
			] as const)("with %j, those that work after signal %i are not cut off by SIGTERM", async (options, signal) => {
				const work = `trap "asked=1; echo asked" ${signal}; trap "echo cut off; exit" 15; echo ready`;
				const script = `(${work}; ${untilAsked}; sleep 1; echo finished); echo never`;
				const probe = await startProbe(init, options, script);
				probe.send(signal);
				const { status, stdout } = await probe.result;
				expect(stdout.split("\n").slice(1)).toEqual(["asked", "finished", ""]);
				expect(status).toBe(128 + signal);
			});

			it("those that go on after signal 3 get SIGTERM when half of the time is over", async () => {
				const work = `trap "asked=1; echo asked" 3; trap "echo ended; exit" 15; echo ready`;
				const goOn = "while :; do sleep 0.05; done";
				const probe = await startProbe(init, ["-g", "--grace=4"], `(${work}; ${goOn}); echo never`);
				const began = performance.now();
				probe.send(3);
				const { status, stdout } = await probe.result;
				expect(stdout.split("\n").slice(1)).toEqual(["asked", "ended", ""]);
				expect(status).toBe(131);
				expect(performance.now() - began).toBeGreaterThanOrEqual(2000);
			});

			it("waits for other sessions, too", async () => {
				expect((await finish(["--grace=10"], session)).lines).toEqual(["obeyed"]);
				expect((await finish(["-a"], session)).lines).toEqual(["obeyed"]);
			});

			it("takes no time if nobody is left", async () => {
				const began = performance.now();
				expect((await runAsPid1(init, ["--grace=30", "sh", "-c", "exit 3"])).status).toBe(3);
				expect(performance.now() - began).toBeLessThan(5000);
			});

			it("is not delayed by stopped processes", async () => {
				const { status, seconds } = await finish(["--grace=0.3"], "sh -c 'echo ready; kill -STOP $$' &");
				expect(status).toBe(3);
				expect(seconds).toBeLessThan(5);
			});

			it("a signal meanwhile reaches them", async () => {
				const script = `(trap "" 15; trap "echo reached; kill -9 \\$!; exit" 10; echo ready; ${loop}) & echo main; ${end}`;
				const probe = await startProbe(init, ["-g", "--grace=20"], script, { input: "" });
				probe.write("\n");
				const began = performance.now();
				const wait = setInterval(() => tryToSend(probe.send, 10), 20);
				const { stdout } = await probe.result;
				clearInterval(wait);
				expect(stdout).toContain("reached\n");
				expect(performance.now() - began).toBeLessThan(10_000);
			});

			it.runIf(canSubreap(init))("below PID 1 it ends what it has adopted, and nothing else", async () => {
				const others = `(trap "echo wrong" 15; trap "echo spared" 10; echo there; ${loop}) &`;
				const script = `${others} $INIT --grace=10 sh -c '(trap "echo obeyed; kill \\$!; exit" 15; echo ready; ${loop}) & ${end}'; echo status $?; kill -10 -1; read line`;
				const running = startScript(init, script, { input: "" });
				expect([await running.readLine(), await running.readLine()].sort()).toEqual(["ready", "there"]);
				running.write("\n");
				expect([await running.readLine(), await running.readLine(), await running.readLine()]).toEqual([
					"obeyed",
					"status 3",
					"spared",
				]);
			});
		});

		describe("--kill-after", () => {
			it.each([
				[["--kill-after", "0.2"], 15],
				[["--kill-after=0.2", "--stop-signal=INT"], 2],
				[["--kill-after=0.2", "--stop-signal", "SIGQUIT"], 3],
				[["-g", "--kill-after=0.2"], 15],
				[["-a", "--kill-after=0.2"], 15],
				[["--kill-after=0.2", "-r", "TERM:USR1"], 15],
				[["--kill-after=0.2", "-r", "HUP:TERM"], 1],
			] as const)("%j ends a child that does not obey signal %i", async (options, signal) => {
				const probe = await startProbe(init, options, `trap "" 15 2 3 10; echo ready; ${loop}`);
				const began = performance.now();
				probe.send(signal);
				expect((await probe.result).status).toBe(137);
				expect(performance.now() - began).toBeGreaterThanOrEqual(200);
				expect(performance.now() - began).toBeLessThan(5000);
			});

			it.skipIf(init.isEmulated)("counts RTMIN+3", async () => {
				const probe = await startProbe(init, ["--kill-after=0.1"], `trap "" 37; echo ready; ${loop}`);
				probe.send(37);
				expect((await probe.result).status).toBe(137);
			});

			it.each([1, 2, 3, 10, 28])("signal %i is not a stop signal", async (signal) => {
				const probe = await startProbe(
					init,
					["--kill-after=0.1"],
					`trap "sleep 0.3; echo done; exit 5" ${signal}; echo ready; ${loop}`,
				);
				probe.send(signal);
				expect((await probe.result).status).toBe(5);
			});

			it("a child that exits on the signal keeps its status", async () => {
				const probe = await startProbe(init, ["--kill-after=30"], `trap "exit 5" 15; echo ready; ${loop}`);
				probe.send(15);
				expect((await probe.result).status).toBe(5);
			});

			it("counts from the first signal", async () => {
				const probe = await startProbe(init, ["--kill-after=0.5"], `trap "" 15; echo ready; ${loop}`);
				const began = performance.now();
				const wait = setInterval(() => tryToSend(probe.send, 15), 100);
				const { status } = await probe.result;
				clearInterval(wait);
				expect(status).toBe(137);
				expect(performance.now() - began).toBeLessThan(3000);
			});

			it("with -g ends the whole group", async () => {
				const probe = await startProbe(
					init,
					["-g", "--kill-after=0.2", "--grace=20"],
					`(trap "" 15; ${loop}) & trap "" 15; echo ready; ${loop}`,
				);
				const began = performance.now();
				probe.send(15);
				expect((await probe.result).status).toBe(137);
				expect(performance.now() - began).toBeLessThan(5000);
			});
		});
	},
	{ concurrent: true },
);

const tryToSend = (send: (signal: number) => void, signal: number): void => {
	try {
		send(signal);
	} catch {
		// It has ended.
	}
};
