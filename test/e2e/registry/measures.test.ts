import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { execa } from "execa";
import { expect, it } from "vitest";
import { removeFolderAtEnd } from "../helpers/leftovers.ts";
import { bundleSource } from "./helpers/bundled-source.ts";
import { startDockerRegistry } from "./helpers/docker-registry.ts";
import { writeLayout } from "./helpers/layout.ts";
import { providePrograms } from "./helpers/packages.ts";

const REFERENCES = 1000;

it("a local registry is asked for 200 references a second, and for no more than the digests the second time", async () => {
	await providePrograms();
	const folder = removeFolderAtEnd(mkdtempSync(join(tmpdir(), "pidone-e2e-registry-")));
	const source = await bundleSource(folder);
	const registry = await startDockerRegistry(join(folder, "registry"));
	try {
		// Repositories with images of their own, so that nothing is known from another.
		const images = join(folder, "images");
		mkdirSync(images);
		const names = Array.from({ length: REFERENCES }, (_, index) => `app${index}`);
		for (const name of names)
			writeLayout(join(images, name), { "linux/amd64": { Cmd: [name] }, "linux/arm64": { Cmd: [name] } });
		const copies = names.map((name) => `oci:${join(images, name)}:1 docker://${registry.host}/${name}:1`).join("\n");
		writeFileSync(join(folder, "copies"), copies);
		const copy = "skopeo copy -q --all --dest-tls-verify=false";
		await execa("xargs", ["-a", join(folder, "copies"), "-P", "4", "-L", "1", ...copy.split(" ")]);

		const home = join(folder, "home");
		const references = names.map((name) => `${registry.host}/${name}:1`);
		const first = await source.resolve({ HOME: home }, ...references);
		const second = await source.resolve({ HOME: home }, ...references);
		expect(first.answers.map((answer) => answer.kind === "known" && answer.image.cmd?.[0])).toEqual(names);
		expect(second.answers).toEqual(first.answers);
		const pinned = first.answers.map((answer, index) => {
			const digest = answer.kind === "known" ? answer.image.digest : "";
			return `${registry.host}/${names[index]}@${digest}`;
		});
		const before = registry.requests().length;
		const third = await source.resolve({ HOME: home }, ...pinned);
		expect(registry.requests().length).toBe(before);
		const rates = [first, second, third].map(({ seconds }) => Math.round(REFERENCES / seconds));
		process.stderr.write(
			`references a second: ${rates[0]} from the registry, ${rates[1]} with the cache, ${rates[2]} by digest with the cache\n`,
		);
		expect(rates[0]).toBeGreaterThanOrEqual(200);
	} finally {
		await registry.stop();
	}
});
