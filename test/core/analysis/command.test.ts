import { describe, expect, it } from "vitest";
import { commandArgv, commandForm } from "../../../src/core/analysis/command.ts";
import type { Instruction } from "../../../src/core/dockerfile/instruction.ts";
import { scanDockerfile } from "../../../src/core/dockerfile/scan.ts";

function read(source: string): Instruction {
	const [instruction] = scanDockerfile(source).instructions;
	if (instruction === undefined) throw new Error("no instruction");
	return instruction;
}

describe("commandArgv", () => {
	it.each([
		['CMD ["a", "b c"]', ["a", "b c"]],
		["CMD []", []],
		["CMD a  b", ["sh", "-c", "a  b"]],
		["CMD", ["sh", "-c", ""]],
		["CMD ['a']", ["sh", "-c", "['a']"]],
	])("of %s is %j", (source, expected) => {
		expect(commandArgv(read(source), ["sh", "-c"])).toEqual(expected);
	});

	it("of a shell form is not known without its SHELL", () => {
		expect(commandArgv(read("CMD a"), undefined)).toBeUndefined();
		expect(commandArgv(read('CMD ["a"]'), undefined)).toEqual(["a"]);
	});
});

describe("commandForm", () => {
	it("distinguishes exec form from shell form", () => {
		expect(commandForm(read("CMD a"))).toBe("shell");
		expect(commandForm(read('CMD ["a"]'))).toMatchObject({ argv: ["a"] });
	});
});
