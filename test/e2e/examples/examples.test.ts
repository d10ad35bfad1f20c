import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Stop, stopContainer, tellSeconds, waitForAnswer } from "../helpers/containers.ts";
import { readConfig } from "../helpers/images.ts";
import { readProcessTree, readProcessUsers, waitForProcessTree } from "../helpers/process-tree.ts";
import { type Example, examples } from "./helpers/examples.ts";
import { buildBeforeAndAfter, type Pair } from "./helpers/pair.ts";

const folder = join(import.meta.dirname, "../../../examples");

const AT_ONCE_SECONDS = 1;

const rows = examples.map((example) => [example.name, example.standIn, example] as const);
const pairs: Pair[] = [];
/** How the containers without the init stop. This takes ten seconds, and the next example is built in the meantime. */
const slowStops = new Map<string, Promise<Stop>>();

afterAll(async () => {
	await Promise.allSettled(slowStops.values());
	for (const pair of pairs) await pair.remove();
});

describe.each(rows)("examples/%s on %s", (name, _standIn, example) => {
	let pair: Pair;
	beforeAll(async () => {
		pair = await buildBeforeAndAfter(join(folder, name), example.bases, example.flags ?? []);
		pairs.push(pair);
	});

	it("declares what it declared, with the init in front", async () => {
		const [before, after] = [await readConfig(pair.before.image), await readConfig(pair.after.image)];
		expect(after.Entrypoint?.slice(0, example.init.length)).toEqual(example.init);
		expect({ ...after, Entrypoint: leaveOut(example.init, after.Entrypoint) }).toEqual({
			...before,
			Entrypoint: leaveOut(example.initBefore, before.Entrypoint),
		});
	});

	it("answers as it did, below an init that is PID 1, with the user of the Dockerfile", async () => {
		for (const { container } of [pair.before, pair.after])
			expect(await waitForAnswer(container, example.port)).toMatch(example.answer);
		const { container } = pair.after;
		const tree = example.hasJobs
			? (await readProcessTree(container)).slice(0, example.tree.length)
			: await waitForProcessTree(container, example.tree);
		expect(tree).toEqual(example.tree);
		expect(await readProcessUsers(pair.after.container)).toEqual([example.user]);
		expect(await readProcessUsers(pair.before.container)).toEqual([example.user]);
	});

	it(`stops ${example.seconds === undefined ? "at once" : "as soon as its program has ended"}`, async () => {
		const slowStop = stopContainer(pair.before.container);
		slowStops.set(name, slowStop);
		// A later test awaits this promise and gets its error. Until then, nothing else handles it.
		slowStop.catch(() => {});
		const after = await stopContainer(pair.after.container);
		process.stderr.write(`e2e: docker stop of examples/${name}: after ${tellSeconds(after)}\n`);
		expect(after.exitCode).toBe(example.exitCode);
		expect(after.secondsToEnd).toBeLessThan(example.seconds ?? AT_ONCE_SECONDS);
	});
});

describe.each(rows)("examples/%s on %s, as it was", (name, _standIn, example) => {
	it(tellBefore(example), async () => {
		const before = await slowStops.get(name);
		if (before === undefined) throw new Error(`BUG: ${name} was not stopped`);
		process.stderr.write(`e2e: docker stop of examples/${name}: before ${tellSeconds(before)}\n`);
		expect(before.exitCode).toBe(example.exitCodeBefore);
		if (example.exitCodeBefore === 137) expect(before.secondsToEnd).toBeGreaterThan(9.5);
	});
});

function leaveOut(init: readonly string[], entrypoint: readonly string[] | null | undefined): readonly string[] {
	return (entrypoint ?? []).slice(init.length);
}

function tellBefore({ exitCodeBefore, whyBefore }: Example): string {
	return exitCodeBefore === 137
		? "was killed after ten seconds"
		: `also stopped, with status ${exitCodeBefore}: ${whyBefore}`;
}
