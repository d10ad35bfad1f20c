import { expect, it } from "vitest";
import { readTop } from "../../../src/node/trial/read-top.ts";

const DOCKER = `PID      PPID     UID   STAT   RSS     CAUGHT            IGNORED           BLOCKED           WCHAN            COMMAND
31330    31307    0     Ss     32      0000000000000000  0000000000000000  0000000000000000  do_sigtimedwait  /sbin/pidone -- node
31345    31330    1000  Sl+    38644   0000000100004602  0000000001001000  0000000000000000  ep_poll          node a  b.js
31350    31330    0     Z      0       0000000000000000  0000000000000000  0000000000000000  -                [sh] <defunct>
`;

it("Docker's top prints the columns of ps", () => {
	expect(readTop("docker", DOCKER, 15)).toEqual([
		{
			...{ hostPid: 31330, parent: 31307, user: "0", isZombie: false, memory: 32, handling: "waits" },
			command: ["/sbin/pidone -- node"],
		},
		{
			...{ hostPid: 31345, parent: 31330, user: "1000", isZombie: false, memory: 38644, handling: "handles" },
			command: ["node a  b.js"],
		},
		{ hostPid: 31350, parent: 31330, user: "0", isZombie: true, memory: 0, command: ["[sh] <defunct>"] },
	]);
});

const PODMAN = `HPID        PPID        HUSER       STATE       PID         COMMAND
2054        0           root        S           1           /sbin/pidone -- sleep 100 
2060        1           100999      S           7           sleep 100 
`;

it("Podman's top prints PIDs in the container, which identify parents", () => {
	expect(readTop("podman", PODMAN, 15)).toEqual([
		{ hostPid: 2054, parent: 0, pid: 1, user: "root", isZombie: false, command: ["/sbin/pidone -- sleep 100"] },
		{ hostPid: 2060, parent: 2054, pid: 7, user: "100999", isZombie: false, command: ["sleep 100"] },
	]);
});

it.each(["docker", "podman"])("what %s prints instead is left out", (engine) => {
	expect(readTop(engine, "Error response from daemon: ps: unrecognized option\n", 15)).toEqual([]);
});
