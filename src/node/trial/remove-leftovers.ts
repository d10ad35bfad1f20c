import type { EngineClient } from "./engine-client.ts";
import { formatRun, hasEnded, lookAround, parseRun, RUN_LABEL, type Run } from "./run-label.ts";

/** Removes everything that a run has created on the engine. */
export async function removeRun(run: Run, engine: EngineClient): Promise<void> {
	await removeLabeled(`${RUN_LABEL}=${formatRun(run)}`, engine);
}

/** Runs whose containers and images stay, because it is unknown here whether they have ended. */
export interface Leftovers {
	readonly removed: number;
	readonly kept: readonly Run[];
}

/**
 * Removes the leftovers of killed runs, but never anything of a run that is still alive, or on another machine.
 */
export async function removeLeftovers(engine: EngineClient): Promise<Leftovers> {
	const here = lookAround();
	const runs = await listRuns(engine);
	const ended = runs.filter((run) => hasEnded(run, here));
	for (const run of ended) await removeRun(run, engine);
	return { removed: ended.length, kept: runs.filter(({ machine }) => machine !== here.machine) };
}

async function listRuns(engine: EngineClient): Promise<Run[]> {
	const [containers, images] = await Promise.all([
		listIds(["ps", "--all", "--no-trunc"], RUN_LABEL, engine),
		listIds(["image", "ls", "--no-trunc"], RUN_LABEL, engine),
	]);
	const labels = await Promise.all([
		...containers.map((id) => readLabel(["container", "inspect"], ".Config.Labels", id, engine)),
		...images.map((id) => readLabel(["image", "inspect"], ".Config.Labels", id, engine)),
	]);
	return [...new Set(labels)].flatMap((label) => parseRun(label) ?? []);
}

async function readLabel(inspect: readonly string[], place: string, id: string, engine: EngineClient): Promise<string> {
	const ran = await engine.run([...inspect, "--format", `{{index ${place} "${RUN_LABEL}"}}`, id]);
	// It may have disappeared in the meantime.
	return ran.isOk ? ran.stdout.trim() : "";
}

async function removeLabeled(label: string, engine: EngineClient): Promise<void> {
	for (const id of await listIds(["ps", "--all", "--no-trunc"], label, engine))
		await engine.run(["rm", "--force", "--volumes", id]);
	for (const id of await listIds(["image", "ls", "--no-trunc"], label, engine))
		await engine.run(["rmi", "--force", id]);
}

async function listIds(list: readonly string[], label: string, engine: EngineClient): Promise<string[]> {
	const ran = await engine.run([...list, "--quiet", "--filter", `label=${label}`]);
	return [...new Set(ran.stdout.split("\n").filter(Boolean))];
}
