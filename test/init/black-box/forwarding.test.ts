import { expect, it } from "vitest";
import { canSubreap, describeInits } from "./helpers/describe-inits.ts";
import type { Init } from "./helpers/inits.ts";
import { catchable, faults, sendEach, startPrinter, startProbe } from "./helpers/probe.ts";
import { isSleeping, isStopped } from "./helpers/proc.ts";
import { waitUntil } from "./helpers/processes.ts";

const USR1 = 10;
const CHLD = 17;
const CONT = 18;
const stops = [20, 21, 22];

const without = (signals: readonly number[], others: readonly number[]): number[] =>
	signals.filter((signal) => !others.includes(signal));
// qemu-user has no room for the last two real-time signals, and sometimes treats the signals of faults as its own.
const here = (init: Init): readonly number[] => (init.isEmulated ? without(catchable, [...faults, 63, 64]) : catchable);
const tiniLoses = [4, 5, 6, 7, 8, 11, 31];

const expectForwarded = async (
	init: Init,
	options: readonly string[],
	signals: readonly number[],
	isBelow: boolean,
): Promise<void> => {
	const probe = await startPrinter(init, options, { isBelow });
	expect(await sendEach(probe, signals)).toEqual(signals.map(String));
};

describeInits(["pidone"], (init) => {
	it.each([[[]], [["-g"]], [["-a"]], [["--setsid"]], [["--setsid", "-g"]]])(
		"with %j as PID 1, each signal that can be caught arrives once",
		(options) => expectForwarded(init, options, here(init), false),
	);

	it.each([[[]], [["-g"]], [["-a"]]])("with %j below PID 1, each signal that can be caught arrives once", (options) =>
		expectForwarded(init, options, here(init), true),
	);

	it.skipIf(init.isEmulated).each([32, 33])("the C library's signal %i arrives too", async (signal) => {
		const probe = await startProbe(init, [], "echo ready; exec sleep 1000");
		probe.send(signal);
		expect((await probe.result).status).toBe(128 + signal);
	});

	it.each([false, true])(
		"without a terminal it stays awake when its child stops (below PID 1: %s)",
		async (isBelow) => {
			const probe = await startProbe(init, [], "echo ready; kill -STOP $$; echo continued; exec sleep 1000", {
				isBelow,
			});
			await waitUntil(() => isStopped(probe.findPid(isBelow ? 3 : 2)), "the child stops");
			probe.send(CONT);
			expect(await probe.readLine()).toBe("continued");
			probe.send(15);
			expect((await probe.result).status).toBe(143);
		},
	);
});

describeInits(["tini"], (init) => {
	const signals = without(here(init), init.isReference ? [21, 22, ...tiniLoses] : [21, 22]);

	it.each(canSubreap(init) ? [[[]], [["-g"]], [["-s"]]] : [[[]], [["-g"]]])(
		"with %j as PID 1, each signal arrives once",
		(options) => expectForwarded(init, options, signals, false),
	);

	it("below PID 1, each signal arrives once", () => expectForwarded(init, [], signals, true));

	it("TTIN and TTOU are its own", async () => {
		const probe = await startPrinter(init, []);
		probe.send(21);
		probe.send(22);
		probe.send(USR1);
		expect(await probe.readLine()).toBe(`${USR1}`);
	});
});

describeInits(["dumb-init"], (init) => {
	it("in session mode, each signal arrives once", async () => {
		await expectForwarded(init, [], without(here(init), stops), false);
		await expectForwarded(init, [], without(here(init), stops), true);
	});

	it("in single-child mode as PID 1, each signal arrives once", async () => {
		await expectForwarded(init, ["-c"], here(init), false);
	});

	it.each(stops)("in session mode as PID 1, %i stops the child", async (signal) => {
		const probe = await startPrinter(init, []);
		const child = probe.findPid(2);
		probe.send(signal);
		// The init stops itself after its child. The kernel ignores that for PID 1, but drops an earlier SIGCONT.
		await waitUntil(() => isStopped(child) && isSleeping(probe.pid), "the child stops");
		expect(await sendEach(probe, [CONT])).toEqual([`${CONT}`]);
		expect(isStopped(child)).toBe(false);
	});

	it.each(stops)("in session mode below PID 1, %i stops the child and the init", async (signal) => {
		const probe = await startPrinter(init, [], { isBelow: true });
		const child = probe.findPid(3);
		probe.send(signal);
		await waitUntil(() => isStopped(child) && isStopped(probe.pid), "both stop");
		expect(await sendEach(probe, [CONT, USR1])).toEqual([`${CONT}`, `${USR1}`]);
		expect([isStopped(child), isStopped(probe.pid)]).toEqual([false, false]);
	});

	it.each(stops)("in single-child mode below PID 1, %i is forwarded and stops the init", async (signal) => {
		const probe = await startPrinter(init, ["--single-child"], { isBelow: true });
		expect(await sendEach(probe, [signal])).toEqual([`${signal}`]);
		await waitUntil(() => isStopped(probe.pid), "the init stops");
		expect(await sendEach(probe, [CONT])).toEqual([`${CONT}`]);
		expect(isStopped(probe.pid)).toBe(false);
	});
});

describeInits(["pidone", "tini", "dumb-init", "catatonit"], (init) => {
	it("a SIGCHLD from elsewhere is not forwarded", async () => {
		const probe = await startProbe(
			init,
			[],
			`trap "echo ${CHLD}" ${CHLD}; trap "echo ${USR1}" ${USR1}; sleep 1000 & echo ready; while :; do wait; done`,
		);
		probe.send(CHLD);
		expect(await sendEach(probe, [USR1])).toEqual([`${USR1}`]);
	});

	it("a process that replaces the child gets the signals", async () => {
		const probe = await startProbe(init, [], "trap 'echo 12' 12; echo ready; exec sleep 1000");
		probe.send(15);
		expect((await probe.result).status).toBe(143);
	});
});
