import { describe, expect, it } from "vitest";
import { OptionMistake } from "../../../src/core/option-mistake.ts";
import type { ConfigSettings } from "../../../src/node/config/config.ts";
import { inWordsOfOptions } from "../../../src/node/settings/option-mistake.ts";

type Case = readonly [name: string, mistake: readonly [string, unknown], given: ConfigSettings, told: string];

const cases: readonly Case[] = [
	["a path", ["entrypointPath", "x"], { entrypointPath: "x" }, "--entrypoint-path x: must be y"],
	["words", ["initOptions", ["-e", "x"]], { initOptions: ["-e", "x"] }, "--init-option -e x: must be y"],
	["nothing", ["target", ""], { target: "" }, '--target "": must be y'],
	["a list", ["killOrphans", ["a", "b"]], { killOrphans: ["a", "b"] }, "--kill-orphans a,b: must be y"],
	["a setting of a config file", ["source", "a b"], { target: "x" }, 'source: "a b": must be y'],
	["a part of a setting", ["mirrors.apk", "x"], { mirrors: { apk: "x" } }, 'mirrors.apk: "x": must be y'],
];

describe("a mistake in a setting", () => {
	it.each(cases)(
		"is reported in the words of the command line, if the value comes from there: %s",
		(_, [option, value], given, told) => {
			const mistake = new OptionMistake(option, value, "must be y");
			expect(inWordsOfOptions(mistake, given)).toMatchObject({ message: told });
		},
	);

	it("is the only error that changes, whatever another one says", () => {
		for (const error of [new Error("BUG: the target is lost"), new TypeError('target: "x": no such stage')])
			expect(inWordsOfOptions(error, { target: "x" })).toBe(error);
	});
});
