import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { compileWasm } from "../../../src/init/compiler/compile.ts";
import { targets } from "../../../src/init/compiler/targets.ts";
import { assemble } from "./assemble.ts";
import { textFor } from "./for-target.ts";

const FOLDER = new URL("listings/", import.meta.url);
const CASES = readdirSync(FOLDER)
	.filter((name) => name.endsWith(".wat"))
	.map((name) => name.slice(0, -".wat".length));

describe.each(targets.map((target) => [target.name, target] as const))("listings for %s", (name, target) => {
	it.each(CASES)("%s", async (title) => {
		const wasm = assemble(textFor(target, readFileSync(new URL(`${title}.wat`, FOLDER), "utf8")));
		await expect(compileWasm(wasm, target).listing).toMatchFileSnapshot(`listings/${title}.${name}.s`);
	});
});

it("every listing has a case", () => {
	const known = new Set(CASES.flatMap((title) => [`${title}.wat`, ...targets.map(({ name }) => `${title}.${name}.s`)]));
	expect(readdirSync(FOLDER).filter((name) => !known.has(name))).toEqual([]);
});
