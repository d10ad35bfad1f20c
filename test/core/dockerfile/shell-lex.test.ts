import { describe, expect, it } from "vitest";
import { ExpansionBudget } from "../../../src/core/dockerfile/expansion-budget.ts";
import type { LexOptions, Lookup } from "../../../src/core/dockerfile/lex-options.ts";
import { expandWord, expandWords } from "../../../src/core/dockerfile/shell-lex.ts";
import { ShellLexError } from "../../../src/core/dockerfile/shell-lex-error.ts";

const variables = new Map([
	["A", "a"],
	["EMPTY", ""],
	["TEXT", "a b  c"],
	["PATH_", "/usr/lib/libc.so.6"],
	["F", "foofoo"],
	["Ä", "umlaut"],
	["1", "one"],
	["12", "twelve"],
	["NL", "x\ny"],
]);
const lookup = (name: string): string | undefined => variables.get(name);
const plain: LexOptions = { escape: "\\" };

describe("expandWord", () => {
	it.each([
		["", ""],
		["abc", "abc"],
		["$A", "a"],
		["$A$A", "aa"],
		["x$A/y", "xa/y"],
		["$AB", ""],
		["$A-b", "a-b"],
		["$A.b", "a.b"],
		["$Ä", "umlaut"],
		["$UNSET", ""],
		["$", "$"],
		["a$", "a$"],
		["$/", "$/"],
		["$ A", "$ A"],
		["$1", "one"],
		["$12", "twelve"],
		["$12A", "twelveA"],
		["$@x", "x"],
		["$$A", "A"],
		["$NL", "x\ny"],
	])("reads the variables of %s", (text, expected) => {
		expect(expandWord(text, lookup, plain)).toBe(expected);
	});

	it.each([
		["${A}", "a"],
		["x${A}y", "xay"],
		["${UNSET}", ""],
		["${A:-x}", "a"],
		["${UNSET:-x}", "x"],
		["${EMPTY:-x}", "x"],
		["${A-x}", "a"],
		["${UNSET-x}", "x"],
		["${EMPTY-x}", ""],
		["${A:+x}", "x"],
		["${UNSET:+x}", ""],
		["${EMPTY:+x}", ""],
		["${A+x}", "x"],
		["${UNSET+x}", ""],
		["${EMPTY+x}", "x"],
		["${A:?x}", "a"],
		["${A?x}", "a"],
		["${EMPTY?x}", ""],
		["${UNSET:-}", ""],
		["${UNSET:-$A}", "a"],
		["${UNSET:-${EMPTY:-${A}}}", "a"],
		["${UNSET:-x y}", "x y"],
		["${UNSET:-'x}'}", "x}"],
		['${UNSET:-"$A}"}', "a}"],
		["${UNSET:-x\\}y}", "x}y"],
		["${UNSET:-node:20}", "node:20"],
		["${UNSET:-a-b}", "a-b"],
		["${1}${12}", "onetwelve"],
	])("reads the defaults of %s", (text, expected) => {
		expect(expandWord(text, lookup, plain)).toBe(expected);
	});

	it.each([
		["${PATH_#/usr}", "/lib/libc.so.6"],
		["${PATH_#*/}", "usr/lib/libc.so.6"],
		["${PATH_##*/}", "libc.so.6"],
		["${PATH_%.*}", "/usr/lib/libc.so"],
		["${PATH_%%.*}", "/usr/lib/libc"],
		["${PATH_%/*}", "/usr/lib"],
		["${PATH_#nope}", "/usr/lib/libc.so.6"],
		["${PATH_%nope}", "/usr/lib/libc.so.6"],
		["${PATH_#?usr}", "/lib/libc.so.6"],
		["${PATH_%.so.?}", "/usr/lib/libc"],
		["${F#f*o}", "ofoo"],
		["${F##f*o}", ""],
		["${F%o*}", "foofo"],
		["${F%%o*}", "f"],
		["${F/o/0}", "f0ofoo"],
		["${F//o/0}", "f00f00"],
		["${F/f*f/x}", "xoo"],
		["${F//foo/}", ""],
		["${F/x/y}", "foofoo"],
		["${F/o/$A}", "faofoo"],
		["${F/o/$&}", "f$&ofoo"],
		["${PATH_/\\/usr/x}", "x/lib/libc.so.6"],
		["${PATH_//./-}", "/usr/lib/libc-so-6"],
		["${UNSET#x}", ""],
		["${UNSET/x/y}", ""],
	])("cuts and replaces in %s", (text, expected) => {
		expect(expandWord(text, lookup, plain)).toBe(expected);
	});

	it.each([
		["'$A'", "$A"],
		["'a\\b'", "a\\b"],
		['"$A"', "a"],
		['"a b"', "a b"],
		['"\\$A"', "$A"],
		['"\\"\\\\"', '"\\'],
		['"\\a"', "\\a"],
		["\\$A", "$A"],
		["\\a\\\\", "a\\"],
		["a\\", "a"],
		["\\'", "'"],
		[`"it's"`, "it's"],
		[`'say "a"'`, 'say "a"'],
		["a'b'\"c\"d", "abcd"],
		["''", ""],
		['"${A}"', "a"],
		['"${UNSET:-x}"', "x"],
		["a < b", "a < b"],
		["a << b", "a << b"],
	])("removes the quotes and escapes of %s", (text, expected) => {
		expect(expandWord(text, lookup, plain)).toBe(expected);
	});

	it.each([
		["`$A", "$A"],
		["\\$A", "\\a"],
		['"`$A\\"', "$A\\"],
		["c:\\a`\\b", "c:\\a\\b"],
	])("reads %s with the backtick as escape character", (text, expected) => {
		expect(expandWord(text, lookup, { escape: "`" })).toBe(expected);
	});

	it.each([
		["$UNSET", "$UNSET"],
		["${UNSET}", "${UNSET}"],
		["${UNSET:-x}", "${UNSET:-x}"],
		["${UNSET-$A}", "${UNSET-a}"],
		["${UNSET:+x}", "${UNSET:+x}"],
		["${UNSET:?x}", "${UNSET:?x}"],
		["${UNSET#x}", "${UNSET#x}"],
		["${UNSET%%x}", "${UNSET%%x}"],
		["${UNSET/a/b}", "${UNSET/a/b}"],
		["$A${EMPTY:-x}", "ax"],
		["'$UNSET'", "$UNSET"],
	])("keeps what is not set in %s when asked to", (text, expected) => {
		expect(expandWord(text, lookup, { ...plain, keepUnset: true })).toBe(expected);
	});

	it.each([
		["$UNSET", "?"],
		["a${UNSET}b", "a?b"],
		['"$UNSET"', "?"],
		["${UNSET:-x}", "x"],
		["${UNSET+x}", ""],
		["$EMPTY", ""],
	])("puts something for what is not set in %s when asked to", (text, expected) => {
		expect(expandWord(text, lookup, { ...plain, unset: "?" })).toBe(expected);
	});

	it.each([
		["'$A\\'", "'$A\\'"],
		['"$A\\""', '"a\\""'],
		["\\$A", "\\$A"],
		["a\\ b", "a\\ b"],
		["$A", "a"],
	])("keeps the quotes and escapes of %s when asked to", (text, expected) => {
		expect(expandWord(text, lookup, { ...plain, raw: true })).toBe(expected);
	});

	it.each([
		["'a", "unexpected end of statement while looking for matching single-quote"],
		['"a', "unexpected end of statement while looking for matching double-quote"],
		['"a\\"', "unexpected end of statement while looking for matching double-quote"],
		["${", "syntax error: missing '}'"],
		["${}", "syntax error: bad substitution"],
		["${{A}}", "syntax error: bad substitution"],
		["${:-a}", "syntax error: bad substitution"],
		["${A", "unsupported modifier () in substitution"],
		["${A:}", "unsupported modifier (:}) in substitution"],
		["${A:x}", "unsupported modifier (:x) in substitution"],
		["${A:0:1}", "unsupported modifier (:0) in substitution"],
		["${A^^}", "unsupported modifier (^) in substitution"],
		["${A:-x", "unexpected end of statement while looking for matching }"],
		["${A/x}", "unexpected end of statement while looking for matching /"],
		["${UNSET:?}", "UNSET: is not allowed to be unset"],
		["${UNSET:?give it}", "UNSET: give it"],
		["${EMPTY:?}", "EMPTY: is not allowed to be empty"],
		["${UNSET?}", "UNSET: is not allowed to be unset"],
		["${F#\\f}", "invalid pattern (\\f) in substitution"],
	])("refuses %s", (text, message) => {
		expect(mistakeIn(text, plain)).toMatchObject({ name: "ShellLexError", message });
	});

	it.each(["${UNSET:?give it}", "${EMPTY:?}", "a${UNSET?}", "${A:-${UNSET?}}"])(
		"names the variable that has to be set in %s",
		(text) => {
			expect(mistakeIn(text, plain)).toMatchObject({ required: expect.stringMatching(/^(?:UNSET|EMPTY)$/) });
		},
	);

	it.each([
		["ab'c", 2],
		["x${A:y}", 1],
		['"${A}${B:y}"', 5],
		['"a', 0],
		["${A:-${B^}}", 5],
		["${A:-${B}", 0],
		["'' \"${UNSET?}", 4],
	])("tells where in %s it begins", (text, index) => {
		expect(mistakeIn(text, plain)).toMatchObject({ text, index });
	});

	it.each([
		["${UNSET:?give it}", ""],
		["a${UNSET?}b", "ab"],
		["${UNSET:-x}", "x"],
	])("requires nothing that may be set all the same: %s", (text, expected) => {
		expect(expandWord(text, lookup, { ...plain, mayBeSet: (name) => name === "UNSET" })).toBe(expected);
	});
});

describe("the bounds of an expansion", () => {
	const grow = (values: Map<string, string>, text: string, budget: ExpansionBudget): unknown => {
		try {
			values.set(
				"A",
				expandWord(text, (name) => values.get(name), { ...plain, budget }),
			);
			return undefined;
		} catch (error) {
			return error;
		}
	};

	it.each(["$A$A", '"$A$A"', "${B:-$A$A}", "${A/x/}$A", "${A//a/aa}"])(
		"ends where %s over and over would fill the memory",
		(text) => {
			const budget = new ExpansionBudget();
			const values = new Map([["A", "a".repeat(64)]]);
			const mistakes = Array.from({ length: 40 }, () => grow(values, text, budget));
			expect(mistakes.find((mistake) => mistake !== undefined)).toMatchObject({
				message: "the values of variables grow beyond 16777216 characters",
			});
		},
	);

	it("ends in one line that has a long value many times", () => {
		const value = "a".repeat(60_000);
		expect(mistakeIn("$A".repeat(30_000), plain, () => value)).toBeInstanceOf(ShellLexError);
		expect(mistakeIn("${A##*a*a*b}".repeat(5000), plain, () => value)).toBeInstanceOf(ShellLexError);
		expect(mistakeIn(`\${A//a/${"b".repeat(60_000)}}`, plain, () => value)).toBeInstanceOf(ShellLexError);
	});

	it("ends in substitutions that are nested thousands of times", () => {
		expect(mistakeIn(`${"${U:-".repeat(10_000)}${"}".repeat(10_000)}`, plain)).toMatchObject({
			message: "substitutions are nested more than 100 deep",
		});
	});

	it("has room for what people write", () => {
		const budget = new ExpansionBudget();
		const values = new Map([["PATH", "/usr/local/bin:/usr/bin"]]);
		for (let line = 0; line < 500; line++)
			values.set(
				"PATH",
				expandWord(`/opt/${line}:$PATH`, (name) => values.get(name), { ...plain, budget }),
			);
		expect(values.get("PATH")).toHaveLength(23 + 10 * 7 + 90 * 8 + 400 * 9);
	});
});

function mistakeIn(text: string, options: LexOptions, values: Lookup = lookup): unknown {
	try {
		return expandWord(text, values, options);
	} catch (error) {
		return error;
	}
}

describe("expandWord, with quotes that mean nothing", () => {
	it.each([
		[`it's "$A"`, `it's "a"`],
		["'${A}' \\$A", "'a' $A"],
		["${UNSET:-it's}", "it's"],
	])("reads %s", (text, expected) => {
		expect(expandWord(text, lookup, { ...plain, plainQuotes: true })).toBe(expected);
	});
});

describe("expandWords", () => {
	it.each([
		["", []],
		["  ", []],
		["a  b\tc", ["a", "b", "c"]],
		["'a b' c", ["a b", "c"]],
		['"a b"c d', ["a bc", "d"]],
		["a\\ b c", ["a b", "c"]],
		["$TEXT", ["a", "b", "c"]],
		['"$TEXT"', ["a b  c"]],
		["x$TEXT", ["xa", "b", "c"]],
		["'' a", ["a"]],
		["a << b c", ["a", "<< b", "c"]],
		["a <<\tb", ["a", "<<\tb"]],
		["a < b", ["a", "<", "b"]],
		["a\u00a0b", ["a", "b"]],
	])("splits %j", (text, expected) => {
		expect(expandWords(text, lookup, plain)).toEqual(expected);
	});

	it("keeps quotes and escapes when asked to", () => {
		expect(expandWords(`'a b' "c d" e\\ f`, lookup, { ...plain, raw: true })).toEqual(["'a b'", '"c d"', "e\\ f"]);
	});
});
