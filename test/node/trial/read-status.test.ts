import { expect, it } from "vitest";
import { readHandling, readStatus } from "../../../src/node/trial/read-status.ts";

const STATUS = `Name:	my (odd) name
State:	S (sleeping)
Pid:	31330
PPid:	31307
Uid:	0	1000	0	0
NSpid:	31330	1
VmRSS:	      32 kB
SigBlk:	0000000000000000
SigIgn:	0000000001001000
SigCgt:	0000000100004602
`;

it("a process's status contains what is known about it", () => {
	expect(readStatus(STATUS)).toEqual({
		name: "my (odd) name",
		pid: 1,
		depth: 2,
		parent: 31307,
		isZombie: false,
		user: "1000",
		memory: 32,
		masks: { caught: "0000000100004602", ignored: "0000000001001000", blocked: "0000000000000000" },
	});
});

it("a zombie has no memory, and without NSpid there is one PID", () => {
	const text = "Name:\tsh\nState:\tZ (zombie)\nPid:\t7\nPPid:\t1\nUid:\t0\t0\t0\t0\n";
	expect(readStatus(text)).toMatchObject({ isZombie: true, pid: 7, depth: 1, parent: 1 });
	expect(readStatus(text)).not.toHaveProperty("memory");
});

it.each(["", "Pid:\t7\n", "\0\0"])("a text that is something else is not read: %j", (text) => {
	expect(readStatus(text)).toBeUndefined();
});

const NONE = { caught: "0000000000000000", ignored: "0000000000000000", blocked: "0000000000000000" };
const TERM = "0000000000004000";

it.each([
	["has a handler", { ...NONE, caught: TERM }, "", "handles"],
	["waits for what it blocks", { ...NONE, blocked: TERM }, "", "waits"],
	["sleeps in sigtimedwait, which clears its mask", NONE, "do_sigtimedwait.isra.0", "waits"],
	["ignores it", { ...NONE, ignored: TERM }, "hrtimer_nanosleep", "ignores"],
	["has the default action", NONE, "0", "default"],
	["handles another signal", { ...NONE, caught: "0000000000002000" }, "", "default"],
	["has no masks that can be read", { caught: "", ignored: "?", blocked: "" }, "", "default"],
] as const)("a process %s", (_what, masks, place, handling) => {
	expect(readHandling(masks, 15, place)).toBe(handling);
});

it("the highest signal is the highest bit", () => {
	expect(readHandling({ ...NONE, caught: "8000000000000000" }, 64, "")).toBe("handles");
	expect(readHandling({ ...NONE, caught: "7fffffffffffffff" }, 64, "")).toBe("default");
});
