import { expect, it } from "vitest";
import { canSubreap, describeInits } from "./helpers/describe-inits.ts";
import { startPrinter, startProbe } from "./helpers/probe.ts";
import { runAsPid1, runBelowPid1 } from "./helpers/processes.ts";

describeInits(["pidone", "tini", "dumb-init", "catatonit"], (init) => {
	const quiet = { TINI_VERBOSITY: "0" };
	const again = [...init.command, "--"];

	it("two nested inits pass on the status", async () => {
		for (const code of [0, 1, 77, 255]) {
			expect((await runAsPid1(init, ["--", ...again, "sh", "-c", `exit ${code}`], { env: quiet })).status).toBe(code);
		}
		expect(
			(await runAsPid1(init, ["--", ...again, ...again, "sh", "-c", "kill -TERM $$"], { env: quiet })).status,
		).toBe(143);
		const failing = await runAsPid1(init, ["/does/not/exist"]);
		expect((await runAsPid1(init, ["--", ...again, "/does/not/exist"], { env: quiet })).status).toBe(failing.status);
	});

	it("three nested inits forward signals", async () => {
		const probe = await startPrinter(init, ["--", ...again, ...again], { env: quiet });
		for (const signal of [1, 2, 3, 10, 12, 15, 28, 34, 50]) {
			if (init.isEmulated && signal > 31) continue;
			probe.send(signal);
			expect(await probe.readLine()).toBe(`${signal}`);
		}
	});

	it("both end when the child does", async () => {
		const probe = await startProbe(init, ["--", ...again], "echo ready; exec sleep 1000", {
			env: quiet,
			isBelow: true,
		});
		probe.send(15);
		expect((await probe.result).status).toBe(143);
	});
});

describeInits(["pidone"], (init) => {
	it.runIf(canSubreap(init))("the inner init is who adopts the orphans of its child", async () => {
		const script = `(sh -c 'until [ "$(grep PPid: /proc/$$/status | tr -cd 0-9)" = '$PPID' ]; do :; done; echo adopted' &); until [ "$(cat /proc/$PPID/task/$PPID/children)" = "$$ " ]; do :; done`;
		expect((await runAsPid1(init, [...init.command, "sh", "-c", script])).stdout).toBe("adopted\n");
	});

	it.runIf(canSubreap(init)).each(["-s", "--subreaper", "--"])(
		"%s changes nothing: it is a subreaper anyway",
		async (option) => {
			const script = `(sleep 0 &); until [ "$(cat /proc/$PPID/task/$PPID/children)" = "$$ " ]; do :; done; exit 4`;
			expect(await runBelowPid1(init, [option, "sh", "-c", script])).toEqual({ status: 4, stdout: "", stderr: "" });
		},
	);

	it("works if the kernel refuses to make it a subreaper", async () => {
		expect((await runBelowPid1(init, ["sh", "-c", "exit 4"])).status).toBe(4);
	});
});

describeInits(["tini"], (init) => {
	it.runIf(canSubreap(init))("with -s on both the inner adopts", async () => {
		const script = `(sleep 0 &); until [ "$(cat /proc/$PPID/task/$PPID/children)" = "$$ " ]; do :; done; exit 4`;
		expect(await runAsPid1(init, ["-s", "--", ...init.command, "-s", "--", "sh", "-c", script])).toEqual({
			status: 4,
			stdout: "",
			stderr: "",
		});
	});
});
