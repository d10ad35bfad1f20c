import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { createTwoFilesPatch } from "diff";
import { describe, expect, it } from "vitest";
import type { RewriteOptions } from "../../../src/core/rewrite/options.ts";
import { revert } from "../../../src/core/rewrite/revert.ts";
import { rewrite } from "../../../src/core/rewrite/rewrite.ts";
import { describeOutcomes } from "./describe-outcomes.ts";

const ROOT = join(import.meta.dirname, "../../fixtures/rewrite");
const SUFFIX = ".Dockerfile";
/** Has a separate test. */
const REAL = "real";

interface Case {
	/** The name of its Dockerfile, or of its variant if there are several. */
	readonly name: string;
	readonly source: string;
	readonly options: RewriteOptions;
}

/** The cases of a Dockerfile: with its own options or none, and with the options of each variant. */
function casesIn(folder: string): Case[] {
	const names = readdirSync(folder);
	return names
		.filter((name) => name.endsWith(SUFFIX))
		.flatMap((file) => {
			const name = file.slice(0, -SUFFIX.length);
			const source = readFileSync(join(folder, file), "utf8");
			const given = names
				.filter((each) => each.startsWith(`${name}.`) && each.endsWith(".json"))
				.map((each): [string, RewriteOptions] => [
					each.slice(0, -".json".length),
					JSON.parse(readFileSync(join(folder, each), "utf8")),
				]);
			const all = new Map([[name, {}], ...given]);
			return [...all].map(([variant, options]) => ({ name: variant, source, options }));
		});
}

for (const theme of readdirSync(ROOT).filter((name) => name !== REAL)) {
	const folder = join(ROOT, theme);
	const cases = casesIn(folder);
	describe(theme, () => {
		it("has a golden for each case, and no other file", () => {
			const others = readdirSync(folder).filter((name) => !/\.(?:Dockerfile|json)$/.test(name));
			expect(others).toEqual(cases.map(({ name }) => `${name}.diff`).sort());
		});

		it.each(cases)("$name", async ({ name, source, options }) => {
			const { text, isChanged, outcomes } = rewrite(source, options);
			const patch = isChanged ? createTwoFilesPatch("a/Dockerfile", "b/Dockerfile", source, text) : "";
			await expect(describeOutcomes(outcomes) + patch).toMatchFileSnapshot(join(folder, `${name}.diff`));
			// A file golden with CRLF also matches a text that only has LF.
			expect(text.includes("\r\n")).toBe(source.includes("\r\n"));
			expect(isChanged).toBe(text !== source);
			const again = rewrite(text, options);
			expect(again.text).toBe(text);
			expect(again.isChanged).toBe(false);
			expect(revert(text).text).toBe(source);
		});
	});
}
