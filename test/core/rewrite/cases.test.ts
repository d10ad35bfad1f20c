import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { RewriteOptions } from "../../../src/core/rewrite/options.ts";
import { revert } from "../../../src/core/rewrite/revert.ts";
import { rewrite } from "../../../src/core/rewrite/rewrite.ts";
import { describeOutcomes } from "./describe-outcomes.ts";

const ROOT = join(import.meta.dirname, "../../fixtures/rewrite");
/** Has a test of its own. */
const REAL = "real";

function foldersIn(path: string): string[] {
	return readdirSync(path).filter((name) => statSync(join(path, name)).isDirectory());
}

for (const theme of foldersIn(ROOT).filter((name) => name !== REAL)) {
	describe(theme, () => {
		it.each(foldersIn(join(ROOT, theme)))("%s", async (name) => {
			const folder = join(ROOT, theme, name);
			const source = readFileSync(join(folder, "Dockerfile"), "utf8");
			const optionsPath = join(folder, "options.json");
			const options: RewriteOptions = existsSync(optionsPath) ? JSON.parse(readFileSync(optionsPath, "utf8")) : {};
			const { text, isChanged, outcomes } = rewrite(source, options);
			await expect(describeOutcomes(outcomes)).toMatchFileSnapshot(join(folder, "outcomes.txt"));
			await expect(text).toMatchFileSnapshot(join(folder, "Dockerfile.expected"));
			// A file golden with CRLF also matches a text with LF alone.
			expect(text.includes("\r\n")).toBe(source.includes("\r\n"));
			expect(isChanged).toBe(text !== source);
			const again = rewrite(text, options);
			expect(again.text).toBe(text);
			expect(again.isChanged).toBe(false);
			expect(revert(text).text).toBe(source);
		});
	});
}
