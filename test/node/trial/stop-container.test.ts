import { expect, it } from "vitest";
import type { ContainerState } from "../../../src/node/trial/read-container.ts";
import { readEnd } from "../../../src/node/trial/stop-container.ts";

const CALLED = 1_000_000;
const TIMES = { calledAt: CALLED, elapsed: 3.4, timeout: 3 };

function ended(finishedAt: number, exitCode: number): ContainerState {
	const state = { isRunning: false, isOutOfMemory: false, stopSignal: "SIGTERM", ports: [] };
	return { ...state, startedAt: CALLED - 2000, finishedAt, exitCode };
}

it.each([
	["at the signal, by the engine's time", ended(CALLED + 120, 143), { how: "stopped", exitCode: 143, seconds: 0.12 }],
	["killed at the time-out", ended(CALLED + 3080, 137), { how: "killed", exitCode: 137, seconds: 3.08 }],
	["with 137 before the time-out, which is its own", ended(CALLED + 500, 137), { how: "stopped", seconds: 0.5 }],
	["a moment before the stop", ended(CALLED - 10, 0), { how: "by itself", exitCode: 0, seconds: 1.99 }],
	["by a clock that is not ours", ended(CALLED + 90_000, 137), { how: "killed", exitCode: 137, seconds: 3.4 }],
])("a container that is stopped ends %s", (_what, state, end) => {
	expect(readEnd(state, TIMES)).toMatchObject(end);
});
