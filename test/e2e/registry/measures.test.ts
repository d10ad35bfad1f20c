import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { removeFolderAtEnd } from "../helpers/leftovers.ts";
import { bundleSource } from "./helpers/bundled-source.ts";
import { startDockerRegistry } from "./helpers/docker-registry.ts";
import { providePrograms } from "./helpers/packages.ts";
import { pushImage } from "./helpers/push-image.ts";

const REFERENCES = 1000;

it("of 1,000 references, the cache leaves one request for each tag, and none for a digest", async () => {
	await providePrograms();
	const folder = removeFolderAtEnd(mkdtempSync(join(tmpdir(), "pidone-e2e-registry-")));
	const source = await bundleSource(folder);
	const registry = await startDockerRegistry(join(folder, "registry"));
	try {
		// Each image has its own config, so that nothing is known from another one.
		const names = Array.from({ length: REFERENCES }, (_, index) => `app${index}`);
		for (let start = 0; start < REFERENCES; start += 8)
			await Promise.all(
				names.slice(start, start + 8).map((name) => pushImage(registry.host, `team/${name}`, "1", { Cmd: [name] })),
			);

		const env = { HOME: join(folder, "home") };
		const measure = async (what: string, references: readonly string[]) => {
			const before = registry.requests().length;
			const outcome = await source.resolve(env, ...references);
			const { seconds, cpuSeconds } = outcome;
			const rate = Math.round(REFERENCES / seconds);
			process.stderr.write(`${what}: ${rate} references a second, ${cpuSeconds.toFixed(2)} s of CPU time in all\n`);
			return { ...outcome, requests: registry.requests().slice(before) };
		};
		const tags = names.map((name) => `${registry.host}/team/${name}:1`);
		const first = await measure("from the registry", tags);
		expect(first.answers.map((answer) => answer.kind === "known" && answer.image.cmd?.[0])).toEqual(names);

		const second = await measure("with the cache", tags);
		expect(second.answers).toEqual(first.answers);
		expect(second.requests.filter((line) => !line.startsWith("HEAD"))).toEqual([]);
		expect(second.requests).toHaveLength(REFERENCES);

		const digests = first.answers.map((answer) => (answer.kind === "known" ? answer.image.digest : undefined));
		const third = await measure(
			"by digest with the cache",
			names.map((name, index) => `${registry.host}/team/${name}@${digests[index]}`),
		);
		expect(third.answers).toEqual(first.answers);
		expect(third.requests).toEqual([]);
	} finally {
		await registry.stop();
	}
});
