import { describe, expect, it } from "vitest";
import { buildProcessTree, type Seen } from "../../../src/node/trial/build-process-tree.ts";
import type { SeenProcess } from "../../../src/node/trial/seen-process.ts";

const SIGNAL = { name: "SIGTERM", number: 15 };
const KILLED = { how: "killed", exitCode: 137, seconds: 10 } as const;
const BY_SIGNAL = { how: "stopped", exitCode: 143, seconds: 0.2 } as const;

function one(hostPid: number, parent: number, command: string, more: Partial<SeenProcess> = {}): SeenProcess {
	const pid = hostPid - 99;
	return { hostPid, parent, pid, user: "0", isZombie: false, command: command.split(" "), ...more };
}

function tree(all: readonly SeenProcess[], more: Partial<Seen> = {}) {
	return buildProcessTree({
		processes: { from: "/proc", all },
		endings: new Map(),
		end: KILLED,
		signal: SIGNAL,
		...more,
	});
}

describe("PID 1 without an init", () => {
	it.each([
		["default", KILLED, false, "has no handler for SIGTERM, so the kernel drops it for PID 1; killed after 10.0 s"],
		["ignores", KILLED, false, "ignores SIGTERM; killed after 10.0 s"],
		["handles", KILLED, true, "has a handler for SIGTERM; killed after 10.0 s"],
		["waits", KILLED, undefined, "waits for signals; killed after 10.0 s"],
		["handles", { ...BY_SIGNAL, exitCode: 0 }, true, "has a handler for SIGTERM; ends with 0"],
		["default", { ...BY_SIGNAL, exitCode: 1 }, undefined, "had no handler for SIGTERM a moment before; ends with 1"],
		[undefined, KILLED, undefined, "the engine sends it SIGTERM; killed after 10.0 s"],
	] as const)("that %s: %j", (handling, end, gotSignal, onStop) => {
		const root = tree([one(100, 5, "node", handling === undefined ? {} : { handling })], { end });
		expect(root).toMatchObject({ role: "main", onStop });
		expect(root?.gotSignal).toBe(gotSignal);
	});

	it("that drops the signal does not pass it on to its children", () => {
		const all = [one(100, 5, "sh -c x", { handling: "default" }), one(101, 100, "sleep 9", { handling: "default" })];
		const endings = new Map([
			[100, 10.01],
			[101, 10.01],
		]);
		expect(tree(all, { endings })?.children).toMatchObject([
			{
				command: "sleep 9",
				gotSignal: false,
				onStop: "PID 1 passed no SIGTERM on; ended when PID 1 did",
			},
		]);
	});

	it("that handles the signal may have sent anything to others", () => {
		const all = [one(100, 5, "nginx", { handling: "handles" }), one(101, 100, "worker", { handling: "handles" })];
		const endings = new Map([
			[100, 0.3],
			[101, 0.1],
		]);
		const child = tree(all, { endings, end: { ...BY_SIGNAL, exitCode: 0 } })?.children[0];
		expect(child).not.toHaveProperty("gotSignal");
		expect(child?.onStop).toBe("ended after 0.1 s, before PID 1 did; whether it got SIGTERM cannot be seen");
	});
});

describe("an init", () => {
	const init = one(100, 5, "/sbin/pidone -- node x", { handling: "waits", memory: 28 });

	it.each([
		["by its name", "/sbin/pidone -- node x", {}],
		["by its name in a text", "/usr/bin/tini -- node x", {}],
		["behind an emulator", "/usr/libexec/qemu-binfmt/aarch64-binfmt-P /sbin/pidone /sbin/pidone -- node x", {}],
		["by its path", "/my/init -- node x", { initPath: "/my/init" }],
	])("is known %s", (_how, command, more) => {
		const root = tree([one(100, 5, command), one(101, 100, "node x")], { ...more, end: BY_SIGNAL });
		expect(root).toMatchObject({ role: "init", gotSignal: true, children: [{ role: "main" }] });
	});

	it("without a child is not an init: the program may only share its name", () => {
		expect(tree([init])?.role).toBe("main");
	});

	it.each([
		[BY_SIGNAL, "default", true, "SIGTERM ended it after 0.2 s"],
		[{ ...BY_SIGNAL, exitCode: 0 }, "handles", true, "has a handler for SIGTERM; ended with 0 after 0.2 s"],
		[
			{ ...BY_SIGNAL, exitCode: 1 },
			"default",
			undefined,
			"ended with 1 after 0.2 s; whether SIGTERM did that cannot be seen",
		],
		[KILLED, "ignores", true, "ignores SIGTERM; killed after 10.0 s"],
		[KILLED, "handles", undefined, "did not end on SIGTERM; killed after 10.0 s"],
	] as const)("ends as its main child does: %j", (end, handling, gotSignal, onStop) => {
		const main = tree([init, one(102, 100, "other"), one(101, 100, "node x", { handling })], { end })?.children[1];
		expect(main).toMatchObject({ role: "main", onStop });
		expect(main?.gotSignal).toBe(gotSignal);
	});
});

it("reports a zombie, and that a process that ended by itself got no signal", () => {
	const all = [one(100, 5, "node"), one(101, 100, "[sh]", { isZombie: true })];
	expect(tree(all)?.children).toMatchObject([
		{ command: "[sh]", isZombie: true, onStop: "has ended before, and nobody has reaped it" },
	]);
	expect(tree(all, { end: { how: "by itself", exitCode: 0, seconds: 1 } })).toMatchObject({
		gotSignal: false,
		onStop: "the container ended by itself",
	});
	expect(tree([])).toBeUndefined();
});
