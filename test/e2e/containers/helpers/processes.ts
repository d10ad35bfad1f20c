import { poll } from "../../helpers/poll.ts";
import type { Container } from "./container.ts";

export interface Process {
	readonly pid: number;
	readonly parent: number;
	/** R, S, T, Z and so on, as proc(5) has them. */
	readonly state: string;
	readonly name: string;
}

/**
 * The processes of a container by their numbers, seen from inside, without those that look. It needs a shell and `cat`
 * there.
 */
const listProcesses = async (container: Container): Promise<readonly Process[]> => {
	const text = await container.exec("sh", "-c", "cat /proc/[0-9]*/stat 2>/dev/null; true");
	const processes = text
		.split("\n")
		.flatMap(parseStat)
		.sort((a, b) => a.pid - b.pid);
	// What `docker exec` starts has its parent outside.
	return processes.filter(({ pid, parent }) => pid === 1 || (parent !== 0 && !isBelowExec(pid, processes)));
};

/**
 * Waits until a container has processes of these names, by their numbers, and no others. A name is what was executed
 * last.
 */
export const waitForProcesses = (container: Container, names: readonly string[]): Promise<readonly Process[]> =>
	poll(`${container.id} has the processes ${names.join(", ")}`, async () => {
		const processes = await listProcesses(container);
		return processes.map(({ name }) => name).join() === names.join() ? processes : undefined;
	});

/** Waits until a container has a process of this name. */
export const waitForProcess = (container: Container, name: string): Promise<Process> =>
	poll(`${container.id} has a process ${name}`, async () =>
		(await listProcesses(container)).find((process) => process.name === name),
	);

/** How many zombies a container has. */
export const countZombies = async (container: Container): Promise<number> =>
	(await listProcesses(container)).filter(({ state }) => state === "Z").length;

/** Waits until a container has as many zombies as a condition asks for, and resolves to their number. */
export const waitForZombies = (container: Container, isEnough: (zombies: number) => boolean): Promise<number> =>
	poll(`${container.id} has as many zombies as expected`, async () => {
		const zombies = await countZombies(container);
		return isEnough(zombies) ? zombies : undefined;
	});

/** The words that a process of a container was started with. */
export const readArgv = async (container: Container, pid: number): Promise<readonly string[]> =>
	(await container.exec("cat", `/proc/${pid}/cmdline`)).split("\0").slice(0, -1);

/** The only child of PID 1. Throws when there is none, or another one. */
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
