import { expect, it } from "vitest";
import { canSubreap, describeInits } from "./helpers/describe-inits.ts";
import type { Init } from "./helpers/inits.ts";
import { runAsPid1, runBelowPid1, runScript } from "./helpers/processes.ts";
import { hasStackFault, numberFor } from "./helpers/signal-numbers.ts";

const codes = Array.from({ length: 256 }, (_, code) => code);
// Signals whose default action ends a process. Real-time signals have other numbers inside qemu.
const deadly = (init: Init): number[] =>
	Array.from({ length: 64 }, (_, index) => index + 1).filter(
		(signal) =>
			![17, 18, 19, 20, 21, 22, 23, 28].includes(signal) &&
			(!init.isEmulated || signal < 32) &&
			(signal !== 16 || hasStackFault(init)),
	);
const pid1 = "unshare --fork --kill-child --pid $INIT";

describeInits(["pidone", "tini", "dumb-init", "catatonit"], (init) => {
	it.each([
		["as PID 1", pid1],
		["below PID 1", "$INIT"],
	])("is the main child's, from 0 to 255, %s", async (_name, command) => {
		// qemu is slow, so it only runs with 0, 5, 10 and so on, up to 255.
		const step = init.isEmulated ? 5 : 1;
		const { stdout } = await runScript(
			init,
			`i=0; while [ $i -lt 256 ]; do ${command} sh -c "exit $i" 2>/dev/null; echo $?; i=$((i + ${step})); done`,
		);
		expect(stdout.split("\n").slice(0, -1).map(Number)).toEqual(codes.filter((code) => code % step === 0));
	});

	it.each([
		["as PID 1", pid1],
		["below PID 1", "$INIT"],
	])("is 128 + the signal that ended the main child, %s", async (_name, command) => {
		const { stdout } = await runScript(
			init,
			`ulimit -c 0; for i in ${deadly(init).join(" ")}; do ${command} sh -c "kill -$i \\$\\$" 2>/dev/null; echo $i:$?; done`,
		);
		expect(stdout.split("\n").slice(0, -1)).toEqual(
			deadly(init).map((signal) => `${signal}:${128 + numberFor(init, signal)}`),
		);
	});

	it("does not come from another child", async () => {
		const { status } = await runAsPid1(init, [
			"sh",
			"-c",
			'(exit 3) & (sh -c \'exit 4\' &) ; until [ "$(cat /proc/1/task/1/children)" = "$$ " ]; do :; done; exit 5',
		]);
		expect(status).toBe(5);
	});
});

describeInits(["tini"], (init) => {
	it("becomes 0 if -e names it", async () => {
		const { stdout } = await runScript(
			init,
			`i=0; while [ $i -lt 256 ]; do $INIT -e $i -- sh -c "exit $i" 2>/dev/null; echo $?; i=$((i + ${init.isEmulated ? 15 : 1})); done`,
		);
		expect(new Set(stdout.split("\n").slice(0, -1))).toEqual(new Set(["0"]));
	});

	it("keeps its status if -e names all others", async () => {
		for (const code of [0, 1, 31, 32, 63, 64, 127, 128, 143, 255]) {
			const others = codes.filter((other) => other !== code).flatMap((other) => ["-e", `${other}`]);
			expect((await runAsPid1(init, [...others, "--", "sh", "-c", `exit ${code}`])).status).toBe(code);
		}
	});

	it("becomes 0 for a signal", async () => {
		const { status } = await runAsPid1(init, ["-e", "1", "-e143", "--", "sh", "-c", "kill -TERM $$"]);
		expect(status).toBe(0);
	});
});

describeInits(["pidone"], (init) => {
	it.each([
		[["-e", "143"], 143, 0],
		[["-e143"], 143, 0],
		[["-ge143"], 143, 0],
		[["--ok-status", "143"], 143, 0],
		[["--ok-status=143"], 143, 0],
		[["--ok-status=1,2,143,255"], 255, 0],
		[["--ok-status=1,2,143,255"], 2, 0],
		[["-e", "1", "-e", "2"], 1, 0],
		[["-e", "1", "-e", "2"], 2, 0],
		[["-e", "1", "-e", "2"], 3, 3],
		[["-e", "0"], 0, 0],
		[["-e", codes.filter((code) => code !== 77).join()], 77, 77],
		[["-e", codes.filter((code) => code !== 77).join()], 78, 0],
	])("%j and a child's %i", async (options, code, expected) => {
		const { status, stderr } = await runAsPid1(init, [...options, "sh", "-c", `exit ${code}`]);
		expect([status, stderr]).toEqual([expected, ""]);
	});

	it("--ok-status applies to a signal, too", async () => {
		expect((await runAsPid1(init, ["--ok-status=143", "sh", "-c", "kill -TERM $$"])).status).toBe(0);
		expect((await runAsPid1(init, ["--ok-status=143", "sh", "-c", "kill -INT $$"])).status).toBe(130);
	});

	it.runIf(canSubreap(init))("below PID 1 does not come from an adopted orphan", async () => {
		const { status } = await runBelowPid1(init, [
			"sh",
			"-c",
			'(sh -c "exit 4" &); until [ "$(cat /proc/$PPID/task/$PPID/children)" = "$$ " ]; do :; done; exit 5',
		]);
		expect(status).toBe(5);
	});
});
