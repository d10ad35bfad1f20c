import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { commandArgv, commandForm } from "../../../src/core/analysis/command.ts";
import type { ExecForm } from "../../../src/core/dockerfile/exec-form.ts";
import { applyEdits } from "../../../src/core/edit/edit.ts";
import {
	addExec,
	canExec,
	quoteAll,
	unwrapShellForm,
	wordRange,
	wrapExecForm,
	wrapShellForm,
} from "../../../src/core/rewrite/command-edits.ts";
import { lastInstruction } from "./helpers.ts";

const HEAD = "FROM scratch\nENTRYPOINT";

function execForm(source: string): { instruction: ReturnType<typeof lastInstruction>; form: ExecForm } {
	const instruction = lastInstruction(source);
	const form = commandForm(instruction);
	if (form === "shell") throw new Error(`shell form: ${source}`);
	return { instruction, form };
}

function wrapExec(argument: string, prefix: readonly string[]): string {
	const source = `${HEAD} ${argument}`;
	const { instruction, form } = execForm(source);
	return applyEdits(source, [wrapExecForm(instruction, form, prefix)]).slice(HEAD.length + 1);
}

function wrapShell(argument: string): string {
	const source = HEAD + argument;
	return applyEdits(source, wrapShellForm(lastInstruction(source), ["/i", "--", "sh", "-c"])).slice(HEAD.length);
}

describe("wrapExecForm", () => {
	it.each([
		['["a"]', '["/i", "--", "a"]'],
		['[ "a","b" ]', '[ "/i", "--", "a","b" ]'],
		["[]", '["/i", "--"]'],
		["[ ]", '["/i", "--" ]'],
		['["\\u0061\\/b"]', '["/i", "--", "\\u0061\\/b"]'],
		['[ \\\n  # c\n  "a" \\\n]', '[ \\\n  # c\n  "/i", "--", "a" \\\n]'],
	])("%s", (argument, expected) => {
		expect(wrapExec(argument, ["/i", "--"])).toBe(expected);
	});
});

describe("wrapShellForm", () => {
	it.each([
		[" a b", ' ["/i", "--", "sh", "-c", "a b"]'],
		["\ta\tb \t", '\t["/i", "--", "sh", "-c", "a\\tb"] \t'],
		[' echo "x"', ' ["/i", "--", "sh", "-c", "echo \\"x\\""]'],
		[" a\\b", ' ["/i", "--", "sh", "-c", "a\\\\b"]'],
		[" a\\\n  b", ' ["/i", "--", "sh", "-c", "a\\\n  b"]'],
		[" \u0001", ' ["/i", "--", "sh", "-c", "\\u0001"]'],
		[" é 😀 \u2028 x", ' ["/i", "--", "sh", "-c", "é 😀 \u2028 x"]'],
		["", ' ["/i", "--", "sh", "-c", ""]'],
	])("%j", (argument, expected) => {
		expect(wrapShell(argument)).toBe(expected);
	});

	it("keeps the command, and unwrapShellForm gives back the bytes", () => {
		const text = fc
			.array(
				fc.constantFrom(
					"a",
					" ",
					"\t",
					'"',
					"'",
					"\\",
					"\\\n",
					" \\\n# c\n",
					"é",
					"😀",
					"$X",
					"\u0001",
					"\u007f",
					"\u2028",
					"[",
				),
				{ maxLength: 12 },
			)
			.map((parts) => parts.join(""))
			// An escape character that is itself escaped does not continue a line.
			.filter((each) => !each.includes("\\\\\n"));
		fc.assert(
			fc.property(text, (argument) => {
				const source = `${HEAD} ${argument}`;
				const before = lastInstruction(source);
				fc.pre(commandForm(before) === "shell" && !before.isUnfinished);
				const wrapped = applyEdits(source, wrapShellForm(before, ["/i", "--", "sh", "-c"]));
				const { instruction, form } = execForm(wrapped);
				expect(form.argv).toEqual(["/i", "--", ...(commandArgv(before, ["sh", "-c"]) ?? [])]);
				expect(applyEdits(wrapped, unwrapShellForm(instruction, form))).toBe(source);
			}),
			{ numRuns: 2000, seed: 7 },
		);
	});
});

describe("wordRange", () => {
	const source = `${HEAD} [ "tini" , "-g","--", "a" ]`;

	it("finds the range of words", () => {
		const { instruction, form } = execForm(source);
		const { start, end } = wordRange(instruction, form, 2);
		expect(source.slice(start, end)).toBe('"tini" , "-g"');
		expect(wordRange(instruction, form, 3).end).toBe(source.indexOf(', "a"'));
	});

	it("refuses more words than there are", () => {
		const { instruction, form } = execForm(source);
		expect(() => wordRange(instruction, form, 5)).toThrow("BUG: an exec form of 4 words has no word 5");
	});
});

describe("canExec", () => {
	it.each([
		"node server.js",
		"/app",
		"./app --x $Y ${Z}",
		"gunicorn 'a b' \"c\"",
		"java $OPTS -jar x.jar",
		"app \\\n  --x",
	])("yes: %s", (text) => {
		expect(canExec(lastInstruction(`FROM scratch\nCMD ${text}`))).toBe(true);
	});

	it.each([
		"",
		"cd /x",
		"exec app",
		". ./env",
		"A=1 app",
		"$APP",
		"a && b",
		"a; b",
		"a | b",
		"a > b",
		"a $(b)",
		"a `b`",
		"a *",
		"a ${X:-y}",
		"(a)",
		"{ a; }",
		"if a",
		"! a",
		"a #b",
		"a ~/b",
		"'a' b",
		'["a"]',
	])("no: %s", (text) => {
		expect(canExec(lastInstruction(`FROM scratch\nCMD ${text}`))).toBe(false);
	});

	it("puts exec in front", () => {
		const source = "FROM scratch\nCMD \\\n  app --x";
		expect(applyEdits(source, [addExec(lastInstruction(source))])).toBe("FROM scratch\nCMD \\\n  exec app --x");
	});
});

describe("quoteAll", () => {
	it("writes words as JSON", () => {
		expect(quoteAll(["a", 'b"', "c\n"])).toBe('"a", "b\\"", "c\\n"');
		expect(quoteAll([])).toBe("");
	});
});
