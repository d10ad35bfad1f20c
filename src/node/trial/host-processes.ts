import { readdirSync, readFileSync } from "node:fs";
import { type ProcessStatus, readHandling, readStatus } from "./read-status.ts";
import type { SeenProcess } from "./seen-process.ts";

/** A container whose processes may be on this machine. */
interface HostContainer {
	readonly id: string;
	/** The PID of its first process on the engine's machine. */
	readonly hostPid: number;
}

/**
 * Reads the processes of a container from this machine's `/proc`, which requires nothing in the image; `signal` is a
 * number. Undefined if the engine runs on another machine, such as a virtual machine.
 */
export function readHostProcesses({ id, hostPid }: HostContainer, signal: number): SeenProcess[] | undefined {
	if (!isHere({ id, hostPid })) return undefined;
	const all = listPids().flatMap((pid) => {
		const status = readStatusOf(pid);
		return status === undefined ? [] : [{ hostPid: pid, status }];
	});
	const children = new Map<number, typeof all>();
	for (const each of all) children.set(each.status.parent, [...(children.get(each.status.parent) ?? []), each]);
	const own = all.filter((each) => each.hostPid === hostPid);
	// The loop also visits the children that it appends.
	for (const { hostPid: parent } of own) own.push(...(children.get(parent) ?? []));
	return own.map((each) => describe(each.hostPid, each.status, signal));
}

/**
 * Whether a process is the first one of the container: on another machine, the same PID may be any process. The name of
 * its control group contains the container's id, unless it is hidden from this process.
 */
function isHere({ id, hostPid }: HostContainer): boolean {
	const status = readStatusOf(hostPid);
	if (status === undefined || status.depth < 2 || status.pid !== 1) return false;
	const groups = readText(`/proc/${hostPid}/cgroup`);
	return groups.includes(id) || !/[0-9a-f]{64}/.test(groups);
}

/** The TCP sockets of a container's network; undefined if they cannot be read here. */
export function readHostSockets(container: HostContainer): string | undefined {
	if (!isHere(container)) return undefined;
	const tables = ["tcp", "tcp6"].map((name) => readText(`/proc/${container.hostPid}/net/${name}`));
	return tables.every((table) => table === "") ? undefined : tables.join("\n");
}

/** Whether a process of this machine runs: it exists and is not a zombie. */
export function isAlive(hostPid: number): boolean {
	const stat = readText(`/proc/${hostPid}/stat`);
	return stat !== "" && !/\) [ZX] /.test(stat);
}

function describe(hostPid: number, status: ProcessStatus, signal: number): SeenProcess {
	const words = readText(`/proc/${hostPid}/cmdline`).split("\0").slice(0, -1);
	return {
		hostPid,
		parent: status.parent,
		pid: status.pid,
		user: status.user,
		isZombie: status.isZombie,
		command: words.length > 0 ? words : [`[${status.name}]`],
		...(status.memory === undefined ? {} : { memory: status.memory }),
		...(status.isZombie ? {} : { handling: readHandling(status.masks, signal, readText(`/proc/${hostPid}/wchan`)) }),
	};
}

function listPids(): number[] {
	return readdirSync("/proc")
		.filter((name) => /^\d+$/.test(name))
		.map(Number);
}

function readStatusOf(pid: number): ProcessStatus | undefined {
	return readStatus(readText(`/proc/${pid}/status`));
}

/** Empty if the process has ended, or its files are unreadable because it belongs to another user. */
function readText(path: string): string {
	try {
		return readFileSync(path, "utf8");
	} catch {
		return "";
	}
}
