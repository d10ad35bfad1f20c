import { describe, expect, it } from "vitest";
import { check, explain, revert, rewrite } from "../../../src/index.ts";

/** A function as JavaScript calls it, without types. */
type Untyped = (...given: readonly unknown[]) => unknown;

const FILE = "FROM python:3.12\nCMD python app.py\n";
const FILE_NAME = "the text of the Dockerfile";

describe.each([
	["rewrite", rewrite as Untyped],
	["check", check as Untyped],
	["explain", explain as Untyped],
])("%s", (_name, call) => {
	it.each<[unknown, string]>([
		[undefined, `${FILE_NAME}: undefined: must be a string`],
		[null, `${FILE_NAME}: null: must be a string`],
		[["FROM x"], `${FILE_NAME}: ["FROM x"]: must be a string`],
		[1n, `${FILE_NAME}: 1n: must be a string`],
	])("refuses %s for a Dockerfile", (text, message) => {
		expect(() => call(text)).toThrow(new TypeError(message));
	});

	it.each<[unknown, string]>([
		["tini", 'options: "tini": must be an object'],
		[null, "options: null: must be an object"],
		[[], "options: []: must be an object"],
		[{ bases: "x" }, 'bases: "x": must be an array'],
		[{ bases: ["x"] }, 'bases[0]: "x": must be an object'],
		[{ bases: [{ entrypoint: [] }] }, "bases[0].images: undefined: is required"],
		[{ bases: [{ images: ["x"], cmd: "y" }] }, 'bases[0].cmd: "y": must be an array'],
		[{ bases: [{ images: ["x"], cmd: [1] }] }, "bases[0].cmd[0]: 1: must be a string"],
		[{ platforms: "linux/amd64" }, 'platforms: "linux/amd64": must be an array'],
		[{ buildArgs: { A: 1 } }, "buildArgs.A: 1: must be a string"],
		[{ buildArgs: ["A=1"] }, 'buildArgs: ["A=1"]: must be an object'],
		[{ init: 1 }, "init: 1: must be a string"],
		[{ init: "tiny" }, 'init: "tiny": must be one of pidone, tini, dumb-init'],
		[{ initOptions: "-v" }, 'initOptions: "-v": must be an array'],
		[{ exec: "yes" }, 'exec: "yes": must be a boolean'],
		[{ target: () => 1 }, "target: a function: must be a string"],
		[{ readContextFile: "." }, 'readContextFile: ".": must be a function'],
		[{ mirrors: { npm: "x" } }, 'mirrors: "npm": the kinds are '],
		[{ levels: { "shell-form": "loud" } }, 'levels.shell-form: "loud": must be one of error, warning, note, off'],
		[{ results: { base: 1 } }, "results.base: 1: must be a string"],
		[{ instal: "apk" }, 'instal: "apk": is not known; there are anyBase, bases, '],
		[{ toString: 1 }, "toString: 1: is not known; there are "],
	])("refuses the options %j", (options, message) => {
		const found = (() => {
			try {
				return call(FILE, options);
			} catch (error) {
				return error;
			}
		})();
		expect(found).toBeInstanceOf(TypeError);
		expect(String(found)).toContain(`TypeError: ${message}`);
	});

	it("takes undefined for an option that is not given", () => {
		const options = { init: undefined, bases: undefined, platforms: undefined };
		expect(call(FILE, options)).toEqual(call(FILE));
		expect(call(FILE, undefined)).toEqual(call(FILE, {}));
	});
});

it("revert refuses what is not a text", () => {
	expect(() => (revert as Untyped)({})).toThrow(new TypeError(`${FILE_NAME}: {}: must be a string`));
});

const call = (images: unknown): unknown => (rewrite as Untyped)(FILE, { images });

it.each<[kind: string, answer: object]>([
	["known", { kind: "known", image: { shell: ["/bin/bash", "-c"], source: "test" } }],
	["no-platform", { kind: "no-platform", available: [] }],
	["unknown", { kind: "unknown", reason: "nobody has it" }],
	["part", { kind: "part", reason: "nobody has it" }],
])("an image's answer may be of the kind %s", (_, answer) => {
	const images = { alpine: { "linux/s390x": answer } };
	expect(call(images)).toEqual(call(undefined));
});
