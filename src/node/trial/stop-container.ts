import type { EngineClient } from "./engine-client.ts";
import { isAlive } from "./host-processes.ts";
import { toSeconds } from "./in-seconds.ts";
import { inspectContainer } from "./inspect.ts";
import type { End } from "./measurement.ts";
import type { ContainerState } from "./read-container.ts";
import type { SeenProcesses } from "./seen-process.ts";

/** How a container ended, and when each of its processes did: seconds from `stop`, by host PID. */
export interface Stopped {
	readonly end: End;
	readonly endings: ReadonlyMap<number, number>;
}

const INTERVAL_MS = 10;
/** The exit code of a killed program: 128 plus the number of SIGKILL. */
const KILLED = 137;
/** By our clock, the engine's timer may fire a little early. */
const SLACK_SECONDS = 0.3;

/**
 * Stops a container as a user does, and watches its processes meanwhile.
 * @param timeout in seconds: how long the engine waits before it kills
 */
export async function stopContainer(
	id: string,
	timeout: number,
	seen: SeenProcesses | undefined,
	engine: EngineClient,
): Promise<Stopped> {
	const before = await inspectContainer(id, engine);
	if (!before.isRunning) return { end: endOf(before), endings: new Map() };
	const called = { at: Date.now(), tick: performance.now() };
	const watch = watchEndings(seen, called.tick);
	try {
		await engine.run(["stop", "-t", String(timeout), id], { isLong: true });
	} finally {
		watch.stop();
	}
	const elapsed = toSeconds(performance.now() - called.tick);
	const state = await inspectContainer(id, engine);
	return { end: readEnd(state, { calledAt: called.at, elapsed, timeout }), endings: watch.endings };
}

/** The times of a stop, measured from outside. */
interface StopTimes {
	/** Milliseconds since 1970, by this machine's clock. */
	readonly calledAt: number;
	/** The duration of `stop`, in seconds. */
	readonly elapsed: number;
	/** In seconds. */
	readonly timeout: number;
}

/**
 * How a stopped container has ended. The engine reports when; if its clock is not ours, the duration of `stop` is used,
 * which includes the engine's work after the end.
 */
export function readEnd(state: ContainerState, { calledAt, elapsed, timeout }: StopTimes): End {
	const { exitCode } = state;
	const after = toSeconds(state.finishedAt - calledAt);
	const isOurClock = after <= elapsed && after >= -elapsed;
	if (isOurClock && after < 0) return endOf(state);
	const seconds = isOurClock ? after : elapsed;
	const isKilled = exitCode === KILLED && seconds >= timeout - SLACK_SECONDS;
	return { how: isKilled ? "killed" : "stopped", exitCode, seconds };
}

/** How a container ended that was not stopped. */
export function endOf({ exitCode, startedAt, finishedAt }: ContainerState): End {
	return { how: "by itself", exitCode, seconds: Math.max(0, toSeconds(finishedAt - startedAt)) };
}

/** Records when processes of this machine end. */
function watchEndings(
	seen: SeenProcesses | undefined,
	start: number,
): { readonly endings: ReadonlyMap<number, number>; readonly stop: () => void } {
	const endings = new Map<number, number>();
	const left = new Set(seen?.from === "/proc" ? seen.all.flatMap((each) => (each.isZombie ? [] : [each.hostPid])) : []);
	const look = (): void => {
		const seconds = toSeconds(performance.now() - start);
		for (const pid of left) {
			if (isAlive(pid)) continue;
			left.delete(pid);
			endings.set(pid, seconds);
		}
	};
	const timer = setInterval(look, INTERVAL_MS);
	const stop = (): void => {
		clearInterval(timer);
		look();
	};
	return { endings, stop };
}
