import { setTimeout as delay } from "node:timers/promises";
import { signalNumber } from "../../core/command/stop-signals.ts";
import { UserError } from "../../core/user-error.ts";
import { buildProcessTree } from "./build-process-tree.ts";
import { findMissingLines, MAX_LINES, readLog } from "./compare-output.ts";
import type { EngineClient } from "./engine-client.ts";
import { readHostProcesses } from "./host-processes.ts";
import { inspectContainer, inspectImage } from "./inspect.ts";
import { lookAtProcesses } from "./look-at-processes.ts";
import { makeOrphans } from "./make-orphans.ts";
import type { Measurement, Output } from "./measurement.ts";
import type { ContainerState, ImageState } from "./read-container.ts";
import { endOf, stopContainer } from "./stop-container.ts";
import { type ReadyOptions, waitUntilReady } from "./wait-until-ready.ts";

/** How containers are run and measured; the same for both. */
export interface TrialOptions {
	readonly ready: ReadyOptions;
	/** How long the engine waits before it kills the container, in seconds. */
	readonly stopTimeout: number;
	/** Options of `run`. */
	readonly runOptions: readonly string[];
	/** The words after the image's name. */
	readonly command: readonly string[];
}

/** One of the two containers. */
export interface Candidate {
	readonly image: string;
	/** A name that no other container has. */
	readonly name: string;
	/** The label of the run, as `NAME=VALUE`. */
	readonly label: string;
	/** Whether a rewrite has added an init. */
	readonly hasInit: boolean;
	/** What the other container printed, to wait for the same lines. */
	readonly expected?: Output;
}

/** How long to wait for lines that the other container printed. */
const OUTPUT_PATIENCE_MS = 3000;

/** Runs a container, measures it, and removes it. Throws UserError if it cannot even be started without the init. */
export async function tryContainer(
	candidate: Candidate,
	options: TrialOptions,
	engine: EngineClient,
): Promise<Measurement> {
	const image = await inspectImage(candidate.image, engine);
	const start = performance.now();
	const size = image?.size === undefined ? {} : { size: image.size };
	const { id, why } = await startContainer(candidate, options, engine);
	if (why !== undefined) {
		if (!candidate.hasInit) throw new UserError(`${engine.name} run: ${why}`);
		return { image: size, readiness: { kind: "not ready", why } };
	}
	try {
		const ports = image?.ports ?? [];
		const readiness = await waitUntilReady({ id, start, ports }, options.ready, engine);
		const facts = { image: size, readiness };
		if (readiness.kind === "ready") return { ...facts, ...(await measure(id, { candidate, image, options, engine })) };
		const output = await readOutput(id, engine);
		const known = { ...facts, ...(output === undefined ? {} : { output }) };
		return readiness.kind === "ended" ? { ...known, end: endOf(await inspectContainer(id, engine)) } : known;
	} finally {
		await engine.uninterrupted.run(["rm", "--force", "--volumes", id]);
	}
}

async function startContainer(
	{ image, name, label }: Candidate,
	{ runOptions, command }: TrialOptions,
	engine: EngineClient,
): Promise<{ readonly id: string; readonly why?: string }> {
	const network = runOptions.some((word) => /^--net(?:work)?(?:=|$)/.test(word)) ? [] : ["--network=none"];
	const own = ["--detach", "--pull=never", `--name=${name}`, `--label=${label}`, ...network];
	const ran = await engine.run(["run", ...own, ...runOptions, image, ...command]);
	const id = ran.stdout.trim().split("\n").at(-1) ?? "";
	return ran.isOk ? { id } : { id, why: `the container does not start: ${ran.stderr.trim()}` };
}

interface Circumstances {
	readonly candidate: Candidate;
	readonly image: ImageState | undefined;
	readonly options: TrialOptions;
	readonly engine: EngineClient;
}

type Measured = Pick<Measurement, "stopSignal" | "processes" | "processesFrom" | "orphans" | "end" | "output">;

async function measure(id: string, { candidate, image, options, engine }: Circumstances): Promise<Measured> {
	const state = await inspectContainer(id, engine);
	const signal = { name: state.stopSignal, number: signalNumber(state.stopSignal) ?? numberOf(state.stopSignal) };
	const processes = await lookAtProcesses(id, state, signal.number, engine);
	const orphans = await makeOrphans(id, () => countZombies(id, state), engine);
	const output = await waitForOutput(id, candidate.expected, engine);
	const { end, endings } = await stopContainer(id, options.stopTimeout, processes, engine);
	const initPath = candidate.hasInit ? image?.entrypoint[0] : undefined;
	const tree =
		processes && buildProcessTree({ processes, endings, end, signal, ...(initPath === undefined ? {} : { initPath }) });
	return {
		stopSignal: signal.name,
		...(tree === undefined || processes === undefined ? {} : { processes: tree, processesFrom: processes.from }),
		orphans,
		end,
		...(output === undefined ? {} : { output }),
	};
}

/** The number of a signal, which may be written as a number. */
function numberOf(signal: string): number {
	return Number(signal.replace(/^SIG/, "")) || 0;
}

function countZombies(id: string, { hostPid }: ContainerState): number | undefined {
	const all = hostPid === undefined ? undefined : readHostProcesses({ id, hostPid }, 0);
	return all?.filter(({ isZombie }) => isZombie).length;
}

/** Reads the container's output. Waits a moment for lines that the other container had printed by now. */
async function waitForOutput(
	id: string,
	expected: Output | undefined,
	engine: EngineClient,
): Promise<Output | undefined> {
	const deadline = performance.now() + OUTPUT_PATIENCE_MS;
	for (;;) {
		const output = await readOutput(id, engine);
		if (output === undefined || expected === undefined || output.isCut || expected.isCut) return output;
		if (findMissingLines(expected, output).length === 0 || performance.now() > deadline) return output;
		await delay(100);
	}
}

/** Undefined if the engine's log driver keeps nothing that can be read. */
async function readOutput(id: string, engine: EngineClient): Promise<Output | undefined> {
	const ran = await engine.run(["logs", `--tail=${MAX_LINES + 1}`, id]);
	return ran.isOk ? readLog(ran.stdout, ran.stderr) : undefined;
}
