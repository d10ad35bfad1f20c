import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { stopContainer, tellSeconds, waitForAnswer } from "../helpers/containers.ts";
import { readConfig } from "../helpers/images.ts";
import { readProcessTree, readProcessUsers } from "../helpers/process-tree.ts";
import { type Example, examples } from "./helpers/examples.ts";
import { buildBeforeAndAfter, type Pair } from "./helpers/pair.ts";

const folder = join(import.meta.dirname, "../../../examples");

const AT_ONCE_SECONDS = 1;

describe.each(examples.map((example) => [example.name, example.standIn, example] as const))("examples/%s on %s", (_name, _standIn, example) => {
	let pair: Pair;
	beforeAll(async () => {
		pair = await buildBeforeAndAfter(join(folder, example.name), example.bases, example.flags ?? []);
	});
	afterAll(async () => pair?.remove());

	it("declares what it declared, with the init in front", async () => {
		const [before, after] = [await readConfig(pair.before.image), await readConfig(pair.after.image)];
		expect(after.Entrypoint?.slice(0, example.init.length)).toEqual(example.init);
		expect({ ...after, Entrypoint: leaveOut(example.init, after.Entrypoint) }).toEqual({
			...before,
			Entrypoint: leaveOut(example.initBefore, before.Entrypoint),
		});
	});

	it("answers as it did, below an init that is PID 1, with the user of the Dockerfile", async () => {
		for (const { container } of [pair.before, pair.after]) expect(await waitForAnswer(container, example.port)).toMatch(example.answer);
		const tree = await readProcessTree(pair.after.container);
		expect(example.hasJobs ? tree.slice(0, example.tree.length) : tree).toEqual(example.tree);
		expect(await readProcessUsers(pair.after.container)).toEqual([example.user]);
		expect(await readProcessUsers(pair.before.container)).toEqual([example.user]);
	});

	it(`stops ${example.seconds === undefined ? "at once" : "as soon as its program has ended"}, where it ${tellBefore(example)}`, async () => {
		const [before, after] = await Promise.all([stopContainer(pair.before.container), stopContainer(pair.after.container)]);
		process.stderr.write(`e2e: docker stop of examples/${example.name}: before ${tellSeconds(before)}, after ${tellSeconds(after)}\n`);
		expect([before.exitCode, after.exitCode]).toEqual([example.exitCodeBefore, example.exitCode]);
		expect(after.secondsToEnd).toBeLessThan(example.seconds ?? AT_ONCE_SECONDS);
		if (example.exitCodeBefore === 137) expect(before.secondsToEnd).toBeGreaterThan(9.5);
	});
});

function leaveOut(init: readonly string[], entrypoint: readonly string[] | null | undefined): readonly string[] {
	return (entrypoint ?? []).slice(init.length);
}

function tellBefore({ exitCodeBefore, whyBefore }: Example): string {
	return exitCodeBefore === 137 ? "was killed after ten seconds" : `also did before, with status ${exitCodeBefore}: ${whyBefore}`;
}
