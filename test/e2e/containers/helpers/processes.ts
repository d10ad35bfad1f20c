import { poll } from "../../helpers/poll.ts";
import type { Container } from "./container.ts";

export interface Process {
	readonly pid: number;
	readonly parent: number;
	/** R, S, T, Z and so on, as in proc(5). */
	readonly state: string;
	readonly name: string;
}

/**
 * The processes of a container in the order of their PIDs, seen from inside, without those that list them. Requires a
 * shell and `cat` in the container.
 */
const listProcesses = async (container: Container): Promise<readonly Process[]> => {
	const text = await container.exec("sh", "-c", "cat /proc/[0-9]*/stat 2>/dev/null; true");
	const processes = text
		.split("\n")
		.flatMap(parseStat)
		.sort((a, b) => a.pid - b.pid);
	// A process that `docker exec` starts has its parent outside the container.
	return processes.filter(({ pid, parent }) => pid === 1 || (parent !== 0 && !isBelowExec(pid, processes)));
};

/**
 * Waits until a container has processes with these names, in the order of their PIDs, and no others. A process is named
 * after what it executed last.
 */
export const waitForProcesses = (container: Container, names: readonly string[]): Promise<readonly Process[]> =>
	poll(`${container.id} has the processes ${names.join(", ")}`, async () => {
		const processes = await listProcesses(container);
		return processes.map(({ name }) => name).join() === names.join() ? processes : undefined;
	});

/** Waits until a container has a process with this name. */
export const waitForProcess = (container: Container, name: string): Promise<Process> =>
	poll(`${container.id} has a process ${name}`, async () =>
		(await listProcesses(container)).find((process) => process.name === name),
	);

/** The number of zombies in a container. */
export const countZombies = async (container: Container): Promise<number> =>
	(await listProcesses(container)).filter(({ state }) => state === "Z").length;

/** Waits until the number of zombies in a container meets a condition, and resolves to that number. */
export const waitForZombies = (container: Container, isEnough: (zombies: number) => boolean): Promise<number> =>
	poll(`${container.id} has as many zombies as expected`, async () => {
		const zombies = await countZombies(container);
		return isEnough(zombies) ? zombies : undefined;
	});

/** The arguments that a process in a container was started with. */
export const readArgv = async (container: Container, pid: number): Promise<readonly string[]> =>
	(await container.exec("cat", `/proc/${pid}/cmdline`)).split("\0").slice(0, -1);

/** The only child of PID 1. Throws if there is none, or more than one. */
export const findMainChild = async (container: Container): Promise<Process> => {
	const [child, ...others] = (await listProcesses(container)).filter(({ parent }) => parent === 1);
	if (child === undefined || others.length > 0)
		throw new Error(`PID 1 of ${container.id} has ${child === undefined ? "no child" : "more than one child"}`);
	return child;
};

const parseStat = (line: string): readonly Process[] => {
	const [, pid, name = "", state = "", parent] = /^(\d+) \((.*)\) (\S) (\d+) /.exec(line) ?? [];
	return pid === undefined ? [] : [{ pid: Number(pid), name, state, parent: Number(parent) }];
};

const isBelowExec = (pid: number, processes: readonly Process[]): boolean => {
	const parent = processes.find((process) => process.pid === pid)?.parent;
	if (parent === undefined || parent === 0) return pid !== 1;
	return isBelowExec(parent, processes);
};
