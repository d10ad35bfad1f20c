import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { type RewriteOptions, revert, rewrite } from "../../src/index.ts";
import { ConfigFinder } from "../../src/node/config/find.ts";
import { settingsFor, toOptions } from "../../src/node/config/merge.ts";

const root = fileURLToPath(new URL("../../examples/", import.meta.url));
const names = readdirSync(root).filter((name) => existsSync(join(root, name, "Dockerfile")));

describe("examples", () => {
	it("all exist", () => {
		expect(names.toSorted()).toEqual([
			"alpine-mirror",
			"dumb-init-to-pidone",
			"go-scratch",
			"java",
			"node",
			"php-fpm-supervisor",
			"python",
		]);
	});

	describe.each(names)("%s", (name) => {
		const folder = join(root, name);
		const source = readFileSync(join(folder, "Dockerfile"), "utf8");

		it("is rewritten as expected", async () => {
			const { text, outcomes } = rewrite(source, await readOptions(folder));
			expect(outcomes.at(-1)).toMatchObject({ code: "rewritten" });
			await expect(text).toMatchFileSnapshot(join(folder, "Dockerfile.expected"));
		});

		it("does not change in a second rewrite", async () => {
			const options = await readOptions(folder);
			const { text } = rewrite(source, options);
			expect(rewrite(text, options)).toMatchObject({ text, isChanged: false, edits: [] });
		});

		it("is the original after a revert", async () => {
			const { text } = rewrite(source, await readOptions(folder));
			expect(revert(text)).toMatchObject({ text: source, isChanged: true });
		});

		it("shows in a few lines what is wrong without an init", () => {
			const lines = readFileSync(join(folder, "README.md"), "utf8").trimEnd().split("\n");
			expect(lines[0]).toMatch(/^# \S/);
			expect(lines.length).toBeGreaterThanOrEqual(3);
			expect(lines.length).toBeLessThanOrEqual(6);
		});
	});
});

/** The options that the command line would use in a folder. */
async function readOptions(folder: string): Promise<RewriteOptions> {
	const config = await new ConfigFinder().find(folder);
	return config === undefined ? {} : toOptions(settingsFor(config, join(folder, "Dockerfile")));
}
