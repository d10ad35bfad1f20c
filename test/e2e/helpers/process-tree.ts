import { setTimeout as sleep } from "node:timers/promises";
import { docker } from "./engine.ts";

/** A process of a container. */
interface Process {
	readonly pid: number;
	readonly parent: number;
	readonly user: number;
	readonly command: string;
}

/** The processes of a container as lines, indented below their parents by two blanks; PID 1 is the first. */
export async function readProcessTree(container: string): Promise<string[]> {
	const processes = await listProcesses(container);
	const first = Number(await docker("inspect", "--format", "{{.State.Pid}}", container));
	const root = processes.find(({ pid }) => pid === first);
	if (root === undefined)
		throw new Error(`PID 1 of ${container}, ${first} here, is not among ${JSON.stringify(processes)}`);
	return drawTree(root, processes, "");
}

/** Waits until the container has these processes, and returns its tree; after a minute, returns whatever there is. */
export async function waitForProcessTree(container: string, expected: readonly string[]): Promise<string[]> {
	const deadline = performance.now() + 60_000;
	let tree = await readProcessTree(container);
	while (tree.join("\n") !== expected.join("\n") && performance.now() < deadline) {
		await sleep(50);
		tree = await readProcessTree(container);
	}
	return tree;
}

/** The users, by number, that the processes of a container run as. */
export async function readProcessUsers(container: string): Promise<number[]> {
	return [...new Set((await listProcesses(container)).map(({ user }) => user))].sort((a, b) => a - b);
}

function drawTree(root: Process, processes: readonly Process[], indent: string): string[] {
	const children = processes.filter(({ parent }) => parent === root.pid);
	return [`${indent}${root.command}`, ...children.flatMap((child) => drawTree(child, processes, `${indent}  `))];
}

async function listProcesses(container: string): Promise<Process[]> {
	const table = await docker("top", container, "-eo", "pid,ppid,uid,args");
	return table
		.split("\n")
		.slice(1)
		.map((line) => {
			const [pid, parent, user, ...words] = line.trim().split(/\s+/);
			return { pid: Number(pid), parent: Number(parent), user: Number(user), command: words.join(" ") };
		});
}
