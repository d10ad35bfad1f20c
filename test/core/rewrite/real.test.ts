import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { createTwoFilesPatch } from "diff";
import { describe, expect, it } from "vitest";
import { DockerfileSyntaxError } from "../../../src/core/dockerfile/syntax-error.ts";
import type { RewriteOptions } from "../../../src/core/rewrite/options.ts";
import { revert } from "../../../src/core/rewrite/revert.ts";
import { rewrite } from "../../../src/core/rewrite/rewrite.ts";
import { describeOutcomes } from "./describe-outcomes.ts";

const SOURCES = join(import.meta.dirname, "../../fixtures/real");
const GOLDENS = join(import.meta.dirname, "../../fixtures/rewrite/real");
const SUFFIX = ".Dockerfile";
/** A template that is not a Dockerfile until it is filled in. */
const INVALID = "official-image-template";

const names = readdirSync(SOURCES)
	.filter((file) => file.endsWith(SUFFIX))
	.map((file) => file.slice(0, -SUFFIX.length));

const VARIANTS: readonly (readonly [suffix: string, options: RewriteOptions])[] = [
	["diff", {}],
	["tini.diff", { init: "tini" }],
];

describe.each(VARIANTS)("real Dockerfiles, %s", (suffix, options) => {
	it.each(names.filter((name) => name !== INVALID))("%s", async (name) => {
		const source = readFileSync(join(SOURCES, name + SUFFIX), "utf8");
		const { text, isChanged, outcomes } = rewrite(source, options);
		const patch = isChanged ? createTwoFilesPatch("a/Dockerfile", "b/Dockerfile", source, text) : "";
		await expect(describeOutcomes(outcomes) + patch).toMatchFileSnapshot(join(GOLDENS, `${name}.${suffix}`));
		expect(isChanged).toBe(text !== source);
		expect(rewrite(text, options).text).toBe(text);
		expect(revert(text).text).toBe(source);
	});

	it("refuses a template that is not a Dockerfile yet", () => {
		expect(() => rewrite(readFileSync(join(SOURCES, INVALID + SUFFIX), "utf8"), options)).toThrow(
			DockerfileSyntaxError,
		);
	});
});
