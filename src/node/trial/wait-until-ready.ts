import { setTimeout as delay } from "node:timers/promises";
import type { EngineClient } from "./engine-client.ts";
import { readHostSockets } from "./host-processes.ts";
import { toSeconds } from "./in-seconds.ts";
import { inspectContainer } from "./inspect.ts";
import type { Readiness, ReadyBy } from "./measurement.ts";
import type { ContainerState } from "./read-container.ts";
import { readListeningPorts } from "./read-listening.ts";

/** When the user says that a container is up. Without that, its healthcheck, its ports or a time decide. */
export interface ReadyOptions {
	readonly log?: string;
	/** In seconds. */
	readonly after?: number;
	/** How long to wait, in seconds. */
	readonly timeout: number;
}

/** A container to wait for. */
interface Waiting {
	readonly id: string;
	/** When it was started, by `performance.now()`. */
	readonly start: number;
	readonly ports: readonly number[];
}

/** A container without a healthcheck and ports is up after this time. */
const DEFAULT_SECONDS = 2;
const INTERVAL_MS = 100;

/** Waits until a container is up, has ended, or takes too long. */
export async function waitUntilReady(
	{ id, start, ports }: Waiting,
	options: ReadyOptions,
	engine: EngineClient,
): Promise<Readiness> {
	const seconds = (): number => toSeconds(performance.now() - start);
	for (;;) {
		const state = await inspectContainer(id, engine);
		if (!state.isRunning) return { kind: "ended", seconds: toSeconds(state.finishedAt - state.startedAt) };
		const sign = await chooseSign(
			{ id, state, ports: [...state.ports, ...ports], seconds: seconds() },
			options,
			engine,
		);
		if (sign.isSeen) return { kind: "ready", by: sign.by, detail: sign.detail, seconds: seconds() };
		if (sign.isVain) return { kind: "not ready", why: sign.detail };
		if (seconds() > options.timeout) return { kind: "not ready", why: `${sign.missing} within ${options.timeout} s` };
		await delay(INTERVAL_MS);
	}
}

/** A sign that a container is up. */
interface Sign {
	readonly by: ReadyBy;
	readonly isSeen: boolean;
	/** Whether waiting is pointless. */
	readonly isVain?: boolean;
	readonly detail: string;
	/** The message if the sign does not appear. */
	readonly missing: string;
}

interface Look {
	readonly id: string;
	readonly state: ContainerState;
	readonly ports: readonly number[];
	readonly seconds: number;
}

async function chooseSign(look: Look, { log, after }: ReadyOptions, engine: EngineClient): Promise<Sign> {
	if (log !== undefined) {
		const ran = await engine.run(["logs", look.id]);
		return {
			by: "log",
			isSeen: ran.all.includes(log),
			detail: `its log has ${JSON.stringify(log)}`,
			missing: `its log does not have ${JSON.stringify(log)}`,
		};
	}
	if (after !== undefined) return waited(look, after);
	if (look.state.health !== undefined) return readHealth(look.id, look.state, engine);
	if (look.ports.length > 0) {
		const open = await listListening(look, engine);
		if (open !== undefined) return listening(look.ports, open);
	}
	return waited(look, DEFAULT_SECONDS);
}

function waited({ seconds }: Look, after: number): Sign {
	return {
		by: "time",
		isSeen: seconds >= after,
		detail: `it ran for ${after} s`,
		missing: `it did not run ${after} s`,
	};
}

async function readHealth(id: string, { health, healthOutput }: ContainerState, engine: EngineClient): Promise<Sign> {
	// Podman relies on systemd to run healthchecks, and also counts the ones that we run.
	const isAsked = engine.name === "podman";
	const isOk = isAsked ? (await engine.run(["healthcheck", "run", id])).isOk : health === "healthy";
	return {
		by: "healthcheck",
		isSeen: isOk,
		isVain: health === "unhealthy" && !isAsked,
		detail: `its healthcheck says ${isOk ? "healthy" : (health ?? "nothing")}${isOk || !healthOutput ? "" : `: ${healthOutput}`}`,
		missing: "its healthcheck does not say healthy",
	};
}

function listening(ports: readonly number[], open: ReadonlySet<number>): Sign {
	const port = ports.find((each) => open.has(each));
	return {
		by: "port",
		isSeen: port !== undefined,
		detail: `port ${port} is open`,
		missing: `none of its exposed ports (${[...new Set(ports)].join(", ")}) is open; pass --ready-log or --ready-after`,
	};
}

/** Undefined if the ports are not visible: the container's /proc is not on this machine, and the image has no cat. */
async function listListening(
	{ id, state: { hostPid } }: Look,
	engine: EngineClient,
): Promise<ReadonlySet<number> | undefined> {
	const here = hostPid === undefined ? undefined : readHostSockets({ id, hostPid });
	if (here !== undefined) return readListeningPorts(here);
	const ran = await engine.run(["exec", id, "cat", "/proc/net/tcp", "/proc/net/tcp6"]);
	return ran.stdout === "" ? undefined : readListeningPorts(ran.stdout);
}
