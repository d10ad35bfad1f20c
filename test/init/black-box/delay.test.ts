import { expect, it } from "vitest";
import { describeInits } from "./helpers/describe-inits.ts";
import { startPrinter, startProbe } from "./helpers/probe.ts";

describeInits(
	["pidone"],
	(init) => {
		it.each([
			[["--delay", "TERM=1.15"]],
			[["--delay=15=1.15"]],
			[["--delay=SIGTERM=1.150"]],
			[["--delay", "HUP=60,TERM=1.15"]],
			[["--delay", "TERM=60", "--delay", "TERM=1.15"]],
		])("%j holds SIGTERM back, and nothing else", async (options) => {
			const probe = await startPrinter(init, options);
			const began = performance.now();
			probe.send(15);
			probe.send(12);
			expect(await probe.readLine()).toBe("12");
			expect(await probe.readLine()).toBe("15");
			expect(performance.now() - began).toBeGreaterThanOrEqual(1150);
			expect(performance.now() - began).toBeLessThan(5000);
		});

		it("merges a second signal with the delayed one", async () => {
			const probe = await startPrinter(init, ["--delay", "TERM=1"]);
			for (const signal of [15, 15, 15]) probe.send(signal);
			expect(await probe.readLine()).toBe("15");
			probe.send(12);
			expect(await probe.readLine()).toBe("12");
			probe.send(15);
			expect(await probe.readLine()).toBe("15");
		});

		it("delays several signals", async () => {
			const probe = await startPrinter(init, ["--delay", "TERM=2,INT=1,QUIT=0"]);
			for (const signal of [15, 2, 3]) {
				probe.send(signal);
				if (signal === 3) expect(await probe.readLine()).toBe("3");
			}
			expect([await probe.readLine(), await probe.readLine()]).toEqual(["2", "15"]);
		});

		it("rewrites a delayed signal", async () => {
			const probe = await startPrinter(init, ["--delay", "TERM=0.1", "-r", "TERM:QUIT"]);
			probe.send(15);
			expect(await probe.readLine()).toBe("3");
		});

		it("does not keep it from ending", async () => {
			const probe = await startProbe(
				init,
				["--delay", "TERM=60"],
				"trap 'exit 6' 10; echo ready; while :; do sleep 1000 & wait $!; done",
			);
			probe.send(15);
			probe.send(10);
			const began = performance.now();
			expect((await probe.result).status).toBe(6);
			expect(performance.now() - began).toBeLessThan(5000);
		});

		it("--kill-after counts from the forwarded signal, not from the delayed one", async () => {
			const probe = await startProbe(
				init,
				["--delay", "TERM=0.15", "--kill-after=0.15"],
				"trap '' 15; echo ready; while :; do sleep 1000 & wait $!; done",
			);
			const began = performance.now();
			probe.send(15);
			expect((await probe.result).status).toBe(137);
			expect(performance.now() - began).toBeGreaterThanOrEqual(300);
		});
	},
	{ concurrent: true },
);
