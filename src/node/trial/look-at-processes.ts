import type { EngineClient } from "./engine-client.ts";
import { readHostProcesses } from "./host-processes.ts";
import type { ContainerState } from "./read-container.ts";
import { readTop, topWords } from "./read-top.ts";
import type { SeenProcesses } from "./seen-process.ts";

/**
 * Reads the processes of a container: from `/proc` if the engine runs on this machine, else from `top`, which shows
 * less. Neither requires anything in the image. Undefined if the container has ended.
 * @param signal the number of the stop signal
 */
export async function lookAtProcesses(
	id: string,
	{ hostPid }: ContainerState,
	signal: number,
	engine: EngineClient,
): Promise<SeenProcesses | undefined> {
	const here = hostPid === undefined ? undefined : readHostProcesses({ id, hostPid }, signal);
	if (here !== undefined && here.length > 0) return { from: "/proc", all: here };
	const ran = await engine.run(["top", id, ...topWords(engine.name)]);
	const all = readTop(engine.name, ran.stdout, signal);
	const [first] = all;
	const root = all.find((each) => each.hostPid === hostPid) ?? first;
	if (root === undefined) return undefined;
	return { from: "top", all: [{ ...root, pid: 1 }, ...all.filter((each) => each !== root)] };
}
