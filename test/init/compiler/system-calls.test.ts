import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { SYSTEM_CALLS as amd64 } from "../../../src/init/compiler/amd64/system-calls.ts";
import { SYSTEM_CALLS as arm64 } from "../../../src/init/compiler/arm64/system-calls.ts";

const source = readFileSync(new URL("../../../src/init/program/sys.ts", import.meta.url), "utf8");
const declared = [...source.matchAll(/export declare function (\w+)/g)].map(([, name = ""]) => name).sort();

describe("the numbers of system calls", () => {
	it("are those that the init declares, on amd64", () => {
		expect(Object.keys(amd64).sort()).toEqual(declared);
	});

	it("are those on arm64, where clone does what fork does", () => {
		expect(Object.keys(arm64).sort()).toEqual(declared.map((name) => (name === "fork" ? "clone" : name)).sort());
	});
});
