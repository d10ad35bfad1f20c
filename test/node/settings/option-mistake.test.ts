import { describe, expect, it } from "vitest";
import { UserError } from "../../../src/core/user-error.ts";
import type { ConfigSettings } from "../../../src/node/config/config.ts";
import { inWordsOfOptions } from "../../../src/node/settings/option-mistake.ts";

const cases: readonly (readonly [name: string, message: string, given: ConfigSettings, told: string])[] = [
	["a path", 'entrypointPath: "x": must end in pidone', { entrypointPath: "x" }, "--entrypoint-path x: must end in"],
	["words", 'initOptions: ["-e","x"]: no status', { initOptions: ["-e", "x"] }, "--init-option -e x: no status"],
	["nothing", 'target: "": no such stage', { target: "" }, '--target "": no such stage'],
	["a value that the message lacks", "killOrphans: tini", { killOrphans: ["a", "b"] }, "--kill-orphans a,b: tini"],
	["a setting of a config file", 'source: "a b": must be', { target: "x" }, 'source: "a b": must be'],
	["another message", "Dockerfile: target: x", { target: "x" }, "Dockerfile: target: x"],
];

describe("a mistake in a setting", () => {
	it.each(cases)(
		"is reported in the words of the command line, if the value comes from there: %s",
		(_, message, given, told) => {
			for (const error of [new TypeError(message), new UserError(message)])
				expect(inWordsOfOptions(error, given)).toMatchObject({ message: expect.stringContaining(told) });
		},
	);

	it("is the only error that changes", () => {
		const error = new Error("BUG: the target is lost");
		expect(inWordsOfOptions(error, { target: "x" })).toBe(error);
	});
});
