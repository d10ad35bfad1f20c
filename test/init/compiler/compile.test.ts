import { describe, expect, it } from "vitest";
import { compileInit } from "../../../src/init/compiler/compile.ts";
import { targets } from "../../../src/init/compiler/targets.ts";
import { LIBRARY, SOURCES } from "./hello.ts";

describe("compiling TypeScript", () => {
	it("produces the same bytes each time, for every CPU", async () => {
		const first = await compileInit("main.ts", SOURCES, LIBRARY, targets);
		const second = await compileInit("main.ts", SOURCES, LIBRARY, targets);
		expect(first.map(({ target }) => target.name)).toEqual(targets.map(({ name }) => name));
		expect(second).toEqual(first);
	});
});
