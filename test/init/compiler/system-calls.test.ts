import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { targets } from "../../../src/init/compiler/targets.ts";

const source = readFileSync(new URL("../../../src/init/program/sys.ts", import.meta.url), "utf8");
const declared = [...source.matchAll(/export declare function (\w+)/g)].map(([, name = ""]) => name);

/** The system calls that 32-bit CPUs have in addition to the calls of the same name. */
const NARROW = ["clock_gettime64", "rt_sigtimedwait_time64"];

describe.each(targets.map((target) => [target.name, target] as const))(
	"system calls on %s",
	(_, { select, wordSize }) => {
		it.each(declared.filter((name) => wordSize === 4 || !NARROW.includes(name)))("have a number: %s", (name) => {
			expect(() => select.systemCall(name, 0, 0)).not.toThrow();
		});

		it("have no option that the init does not declare", () => {
			expect(() => select.systemCall("reboot", 0, 0)).toThrow("BUG: ");
		});
	},
);
