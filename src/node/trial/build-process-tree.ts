import { basename } from "node:path/posix";
import { initNames } from "../../core/inits/index.ts";
import { inSeconds } from "./in-seconds.ts";
import type { End, TrialProcess } from "./measurement.ts";
import type { SeenProcess, SeenProcesses } from "./seen-process.ts";

/** What was observed of a container: its processes and its end. */
export interface Seen {
	readonly processes: SeenProcesses;
	/** Seconds from `stop` to the end of each process, by host PID. */
	readonly endings: ReadonlyMap<number, number>;
	readonly end: End;
	/** The stop signal. */
	readonly signal: { readonly name: string; readonly number: number };
	/** The path of the init that a rewrite has added, if any. */
	readonly initPath?: string;
}

/** In seconds. If two processes end within this time, their order is unknown. */
const RESOLUTION = 0.02;

/** Builds the process tree of a container, with what happened to each process when the container was stopped. */
export function buildProcessTree(seen: Seen): TrialProcess | undefined {
	const [root] = seen.processes.all;
	return root === undefined ? undefined : buildNode(root, seen, undefined);
}

function buildNode(process: SeenProcess, seen: Seen, parent: SeenProcess | undefined): TrialProcess {
	const own = seen.processes.all.filter((each) => each.parent === process.hostPid && each !== process);
	const ended = seen.endings.get(process.hostPid);
	const { hostPid: _hostPid, parent: _parent, isZombie, command, ...facts } = process;
	return {
		...facts,
		...(isZombie ? { isZombie } : {}),
		command: command.join(" "),
		...roleOf(process, seen),
		...(ended === undefined || seen.end.how === "by itself" ? {} : { endedAfter: ended }),
		...describeStop(process, seen, parent),
		children: own.map((each) => buildNode(each, seen, process)),
	};
}

function roleOf(process: SeenProcess, seen: Seen): Pick<TrialProcess, "role"> {
	const [root] = seen.processes.all;
	if (root === undefined) return {};
	if (!isInit(root, seen)) return process === root ? { role: "main" } : {};
	if (process === root) return { role: "init" };
	return isMainChild(process, seen) ? { role: "main" } : {};
}

type Fate = Pick<TrialProcess, "gotSignal" | "onStop">;

/**
 * The engine sends the stop signal only to PID 1; other processes get signals from PID 1. From outside, signals cannot
 * be observed: the ends of processes and their signal masks allow some conclusions, and the rest is unknown.
 */
function describeStop(process: SeenProcess, seen: Seen, parent: SeenProcess | undefined): Fate {
	const { end, signal } = seen;
	if (process.isZombie) return { gotSignal: false, onStop: "has ended before, and nobody has reaped it" };
	if (end.how === "by itself") return { gotSignal: false, onStop: "the container ended by itself" };
	if (parent === undefined) return describeRoot(process, seen);
	const [root] = seen.processes.all;
	if (root !== undefined && dropsSignal(root, seen))
		return { gotSignal: false, onStop: `PID 1 passed no ${signal.name} on; ${howItEnded(process, seen)}` };
	if (roleOf(process, seen).role === "main") return describeMain(process, seen);
	return { onStop: `${howItEnded(process, seen)}; whether it got ${signal.name} cannot be seen` };
}

function describeRoot(process: SeenProcess, seen: Seen): Fate {
	const { end, signal } = seen;
	if (isInit(process, seen)) return { gotSignal: true, onStop: `the init: gets ${signal.name} and forwards it` };
	const ending = end.how === "killed" ? `killed after ${inSeconds(end.seconds)}` : `ends with ${end.exitCode}`;
	switch (process.handling) {
		case undefined:
			return { onStop: `the engine sends it ${signal.name}; ${ending}` };
		case "ignores":
			return { gotSignal: false, onStop: `ignores ${signal.name}; ${ending}` };
		case "default":
			return end.how === "killed"
				? { gotSignal: false, onStop: `has no handler for ${signal.name}, so the kernel drops it for PID 1; ${ending}` }
				: { onStop: `had no handler for ${signal.name} a moment before; ${ending}` };
		case "waits":
			// The signals that it waits for cannot be seen.
			return { ...(end.how === "killed" ? {} : { gotSignal: true }), onStop: `waits for signals; ${ending}` };
		default:
			return { gotSignal: true, onStop: `has a handler for ${signal.name}; ${ending}` };
	}
}

/** The init exits with the status of its main child, which shows how the child ended. */
function describeMain({ handling }: SeenProcess, { end, signal }: Seen): Fate {
	if (end.how === "killed") {
		const why = handling === "ignores" ? `ignores ${signal.name}` : `did not end on ${signal.name}`;
		return {
			...(handling === "ignores" ? { gotSignal: true } : {}),
			onStop: `${why}; killed after ${inSeconds(end.seconds)}`,
		};
	}
	if (end.exitCode === 128 + signal.number)
		return { gotSignal: true, onStop: `${signal.name} ended it after ${inSeconds(end.seconds)}` };
	const ending = `ended with ${end.exitCode} after ${inSeconds(end.seconds)}`;
	return handling === "handles" || handling === "waits"
		? {
				gotSignal: true,
				onStop: `${handling === "handles" ? `has a handler for ${signal.name}` : "waits for signals"}; ${ending}`,
			}
		: { onStop: `${ending}; whether ${signal.name} did that cannot be seen` };
}

function howItEnded({ hostPid }: SeenProcess, { endings, processes: { all } }: Seen): string {
	const own = endings.get(hostPid);
	const first = endings.get(all[0]?.hostPid ?? 0);
	if (own === undefined || first === undefined) return "when it ended was not seen";
	return own < first - RESOLUTION ? `ended after ${inSeconds(own)}, before PID 1 did` : "ended when PID 1 did";
}

function dropsSignal(root: SeenProcess, seen: Seen): boolean {
	if (isInit(root, seen) || seen.end.how !== "killed") return false;
	return root.handling === "default" || root.handling === "ignores";
}

/** Whether PID 1 is an init that pidone knows, or the one that a rewrite has added. */
function isInit({ command }: SeenProcess, { initPath, processes: { all } }: Seen): boolean {
	const [first = "", second = ""] = command.join(" ").split(" ");
	const program = EMULATOR.test(first) ? second : first;
	return all.length > 1 && (program === initPath || initNames.some((name) => name === basename(program)));
}

/** Emulators run programs for another CPU, whose command lines then begin with the emulator. */
const EMULATOR = /(?:^|\/)(?:qemu-|rosetta|[^/]*-binfmt-P$)/;

/** The main child has the lowest number: the init starts it first. */
function isMainChild(process: SeenProcess, { processes: { all } }: Seen): boolean {
	const [root] = all;
	const [main] = all
		.filter((each) => each.parent === root?.hostPid)
		.sort((one, other) => (one.pid ?? one.hostPid) - (other.pid ?? other.hostPid));
	return main === process;
}
