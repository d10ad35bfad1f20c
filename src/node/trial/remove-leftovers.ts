import type { EngineClient } from "./engine-client.ts";
import { formatRun, hasEnded, lookAround, parseRun, RUN_LABEL, type Run } from "./run-label.ts";

/** The two kinds of things that a run creates: how to list, inspect and remove them. */
const KINDS = [
	{ list: ["ps", "--all"], inspect: ["container", "inspect"], remove: ["rm", "--force", "--volumes"] },
	{ list: ["image", "ls"], inspect: ["image", "inspect"], remove: ["rmi", "--force"] },
] as const;

/** Removes everything that a run has created on the engine: containers before images, which they use. */
export async function removeRun(run: Run, engine: EngineClient): Promise<void> {
	for (const { list, remove } of KINDS)
		for (const id of await listIds(list, `${RUN_LABEL}=${formatRun(run)}`, engine)) await engine.run([...remove, id]);
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
	const labels = await Promise.all(
		KINDS.map(async ({ list, inspect }) => {
			const ids = await listIds(list, RUN_LABEL, engine);
			return Promise.all(ids.map((id) => readLabel(inspect, id, engine)));
		}),
	);
	return [...new Set(labels.flat())].flatMap((label) => parseRun(label) ?? []);
}

async function readLabel(inspect: readonly string[], id: string, engine: EngineClient): Promise<string> {
	const ran = await engine.run([...inspect, "--format", `{{index .Config.Labels "${RUN_LABEL}"}}`, id]);
	// It may have disappeared in the meantime.
	return ran.isOk ? ran.stdout.trim() : "";
}

async function listIds(list: readonly string[], label: string, engine: EngineClient): Promise<string[]> {
	const ran = await engine.run([...list, "--no-trunc", "--quiet", "--filter", `label=${label}`]);
	return [...new Set(ran.stdout.split("\n").filter(Boolean))];
}
