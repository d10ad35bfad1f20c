import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { diagnoseArray, looksLikeArray } from "../../../../src/core/check/rules/json-diagnosis.ts";
import { readArgumentForm } from "../../../../src/core/dockerfile/exec-form.ts";

describe("diagnoseArray", () => {
	it.each([
		["typographic quotes", "[“node”, “x”]", "“", '“ is a typographic quote: write "'],
		["a typographic quote that closes", '["node”, "x"]', "”", '” is a typographic quote: write "'],
		["a low typographic quote", "[„node“]", "„", '„ is a typographic quote: write "'],
		["typographic single quotes", "[‘node’]", "‘", '‘ is a typographic quote: write "'],
		["guillemets", "[«node»]", "«", '« is a typographic quote: write "'],
		["a typographic quote after a string", '["node"”]', "”", '” is a typographic quote: write "'],
		["single quotes", "['node', 'x']", "'", "JSON strings take double quotes, not single ones"],
		["single quotes later on", `["node", 'x']`, "'", "JSON strings take double quotes, not single ones"],
		["a missing comma", '["node" "x"]', '"', "a comma is missing before this string"],
		["a missing comma without a blank", '["node""x"]', '"', "a comma is missing before this string"],
		["a comma after the last string", '["node", "x",]', ",", "JSON does not allow a comma after the last string"],
		[
			"a comma after the last string, and a blank",
			'["node" , ]',
			",",
			"JSON does not allow a comma after the last string",
		],
		["two commas", '["node",, "x"]', ",", "a string is missing before this comma"],
		[
			"a comment after the bracket",
			'["node"] # why',
			"# why",
			"a comment cannot follow on the same line: # begins one only at the start of a line",
		],
		[
			"a comment after empty brackets",
			"[] # none",
			"# none",
			"a comment cannot follow on the same line: # begins one only at the start of a line",
		],
		[
			"a comment within",
			'["node", # why "x"]',
			'# why "x"]',
			"a comment cannot be inside the brackets: # begins one only at the start of a line",
		],
		["text after the bracket", '["node"] && x', "&& x", "&& x is after the closing bracket"],
		["a second array", '["node"]["x"]', '["x"]', '["x"] is after the closing bracket'],
		["a semicolon", '["node"];', ";", "; is after the closing bracket"],
		["a missing bracket", '["node", "x"', '"', "the closing bracket is missing"],
		["a missing bracket after a comma", '["node",', ",", "the closing bracket is missing"],
		["only a bracket", "[", "[", "the closing bracket is missing"],
		[
			"a brace instead of the bracket",
			'["node"}',
			"}",
			"} is outside the quotes: only a comma or the closing bracket may follow a string",
		],
		["a missing closing quote", '["node]', '"', "the string that begins here has no closing quote"],
		[
			"a missing quote in the middle",
			'["node, "x"]',
			"x",
			"x is outside the quotes: only a comma or the closing bracket may follow a string",
		],
		["a backslash", '["C:\\app.exe"]', "\\a", "JSON has no escape \\a: write \\\\ for a backslash"],
		["an escaped single quote", `["it\\'s"]`, "\\'", "JSON has no escape \\': write \\\\ for a backslash"],
		["an escaped dollar", '["\\$HOME"]', "\\$", "JSON has no escape \\$: write \\\\ for a backslash"],
		["half an escape of a character", '["\\u00"]', "\\u", "JSON has no escape \\u: write \\\\ for a backslash"],
		["a backslash outside the quotes", '[\\"node\\"]', "\\", "a backslash is outside the quotes"],
		["an unquoted word", "[node, x]", "node", 'node has no quotes: write "node"'],
		["an unquoted word later on", '["node", server.js]', "server.js", 'server.js has no quotes: write "server.js"'],
		[
			"a variable",
			'["node", $FILE]',
			"$FILE",
			'$FILE has no quotes, and nothing expands it in exec form: write the value itself in quotes, or let a shell expand it, as in ["sh", "-c", "exec …"]',
		],
		[
			"a variable in braces",
			'["/usr/bin/tini","--",${BIN}]',
			"${BIN}",
			'${BIN} has no quotes, and nothing expands it in exec form: write the value itself in quotes, or let a shell expand it, as in ["sh", "-c", "exec …"]',
		],
		[
			"a command substitution",
			"[$(which app)]",
			"$(which",
			'$(which has no quotes, and nothing expands it in exec form: write the value itself in quotes, or let a shell expand it, as in ["sh", "-c", "exec …"]',
		],
		["a tab in a string", '["a\tb"]', "\t", "a string cannot hold a tab: write \\t"],
		[
			"a control character in a string",
			'["a\u0001b"]',
			"\u0001",
			"a string cannot hold the character U+0001: write \\u0001",
		],
		[
			"a no-break space between strings",
			'["a",\u00a0"b"]',
			"\u00a0",
			"U+00A0 (no-break space) is not allowed here: delete it",
		],
		[
			"a no-break space after a string",
			'["a"\u00a0, "b"]',
			"\u00a0",
			"U+00A0 (no-break space) is not allowed here: delete it",
		],
		["a zero-width space", '[\u200b"a"]', "\u200b", "U+200B (zero-width space) is not allowed here: delete it"],
	])("finds %s", (_, text, marked, message) => {
		expect(readArgumentForm(text)).toBe("shell");
		const mistake = diagnoseArray(text);
		expect(mistake?.message).toBe(message);
		expect(text.slice(mistake?.start, mistake?.end)).toBe(marked);
	});

	it.each(["[]", "[ ]", '["a"]', '["a", "b"]', '[ "“a”", "it\'s" ]', '["\\u00a0\\\\ \\/"]', '["a”, b"]'])(
		"finds nothing in %s",
		(text) => {
			expect(diagnoseArray(text)).toBeUndefined();
		},
	);

	it("finds something in exactly those texts that are not an array of strings", () => {
		const piece = fc.constantFrom(
			'"a"',
			'"',
			"'",
			"“",
			",",
			", ",
			"]",
			"[",
			"\\",
			"#",
			"x",
			" ",
			"\t",
			"\u00a0",
			"1",
			'"b c"',
			"”",
		);
		fc.assert(
			fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
				const text = `[${pieces.join("")}`;
				const mistake = diagnoseArray(text);
				expect(mistake === undefined).toBe(typeof readArgumentForm(text) === "object");
				if (mistake !== undefined) expect(mistake.start < mistake.end && mistake.end <= text.length).toBe(true);
			}),
			{ numRuns: 2000 },
		);
	});
});

describe("looksLikeArray", () => {
	it.each([
		"['a']",
		"[a, b]",
		'["a" "b"]',
		'[ "a", "b" ] # x',
		"[node x]",
		"[ 'a' ]",
		"[",
		"[ -f, x ]",
		'["$x", "=" ]x',
	])("says yes to %s", (text) => {
		expect(looksLikeArray(text)).toBe(true);
	});

	it.each([
		"[ -f /x ] && y",
		"[[ -f /x ]] && y",
		'[ "$x" = y ] && z',
		"[ $# -gt 0 ] || exit",
		"[ ! -d /x ] && y",
		'[ "$x" ] && y',
		"[ a != b ] && c",
		"node x",
		"",
	])("says no to %s", (text) => {
		expect(looksLikeArray(text)).toBe(false);
	});
});
