import { describe, expect, it } from "vitest";
import { expandWord, expandWords, type LexOptions, ShellLexError } from "../../src/dockerfile/shell-lex.ts";

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
		["${EMPTY:?}", "EMPTY: is not allowed to be unset"],
		["${UNSET?}", "UNSET: is not allowed to be unset"],
		["${F#\\f}", "invalid pattern (\\f) in substitution"],
	])("refuses %s", (text, message) => {
		expect(() => expandWord(text, lookup, plain)).toThrow(new ShellLexError(message));
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
