import { describe, expect, it } from "vitest";
import { splitFlags } from "../../../src/core/dockerfile/flags.ts";

describe("splitFlags", () => {
	it.each([
		["takes nothing without flags", " a --b", [], "a --b"],
		["takes words that begin with two dashes", " --a --b=c d --e", ["--a", "--b=c"], "d --e"],
		["does not take a single dash", "-a b", [], "-a b"],
		["stops after -- and drops it", "--a -- --b", ["--a"], "--b"],
		["removes double quotes", '--chown="a:b" c', ["--chown=a:b"], "c"],
		["removes single quotes", "--chown='a b' c", ["--chown=a b"], "c"],
		["keeps one kind of quote in the other", `--a="b'c" d`, ["--a=b'c"], "d"],
		["removes escapes", "--a=b\\ c\\\\ d", ["--a=b c\\"], "d"],
		["removes escapes in single quotes too", "--a='b\\'c' d", ["--a=b'c"], "d"],
		["drops an escape character at the end", "--a\\", ["--a"], ""],
		["takes all of an unbalanced quote", '--a="b c', ["--a=b c"], ""],
		["takes an end in escaped dashes for a flag", '--"" a', [], "a"],
		["separates by any white space of ASCII", "--a\v--b\tc", ["--a", "--b"], "c"],
		["takes no flag after other white space", "\u2028--a", [], "--a"],
		["takes empty text", "", [], ""],
	])("%s", (_, text, flags, rest) => {
		const split = splitFlags(text, "\\");
		expect(split.flags).toEqual(flags);
		expect(text.slice(split.rest).trim()).toBe(rest);
	});

	it("knows the other escape character", () => {
		expect(splitFlags("--a=b` c\\ d", "`").flags).toEqual(["--a=b c\\"]);
	});
});
