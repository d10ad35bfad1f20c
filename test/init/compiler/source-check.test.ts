import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { newOptions, newProgram, parse } from "assemblyscript";
import { describe, expect, it } from "vitest";
import { compileInit } from "../../../src/init/compiler/compile.ts";
import { CompileError } from "../../../src/init/compiler/compile-error.ts";
import { checkSource } from "../../../src/init/compiler/source-check.ts";
import { targets } from "../../../src/init/compiler/targets.ts";

const assembly = join(import.meta.dirname, "../../../src/init/program");
const library = new Map(
	readdirSync(assembly)
		.filter((name) => name.endsWith(".ts"))
		.map((name) => [name, readFileSync(join(assembly, name), "utf8")]),
);

/** What the check finds in a source, as `line:column message`. */
function check(text: string, path = "init.ts"): string[] {
	const program = newProgram(newOptions());
	parse(program, text, path, true);
	return program.parser.sources.flatMap(checkSource).map(({ line, column, message }) => `${line}:${column} ${message}`);
}

/** Wraps statements in a function. The first character of the first statement is at 1:25. */
function inFunction(statements: string): string {
	return `function f(a: i32): void { ${statements} }`;
}

/** All errors, as the command line prints them. */
async function messageOf(files: Readonly<Record<string, string>>): Promise<string> {
	const error = await compileInit("init.ts", new Map(Object.entries(files)), library, targets).then(
		() => new Error("compiles"),
		(thrown: unknown) => thrown,
	);
	if (!(error instanceof CompileError)) throw error;
	return error.message;
}

describe("the import of a type", () => {
	const rest = "\nexport function start(stack: word): void {}\n";

	it.each([
		['import type { word } from "pidone/init/word";', 8],
		['import { type word } from "pidone/init/word";', 10],
		['import { text, type word } from "pidone/init/word";', 16],
	])("by %j is a mistake that is explained", async (line, column) => {
		const told = `init.ts:1:${column}: AssemblyScript imports types as it imports functions: omit \`type\``;
		expect(await messageOf({ "init.ts": line + rest })).toBe(told);
	});

	it("is not what a name that lacks something else is taken for", async () => {
		const told = await messageOf({ "init.ts": `import types { word } from "pidone/init/word";${rest}` });
		expect(told).toBe("init.ts:1:8: 'from' expected.");
	});
});

describe("the check of sources", () => {
	it.each<[statements: string, told: RegExp]>([
		["let b = 1.5;", /^1:36 floats are not supported: write i32 or word/],
		["let b: f64 = 1;", /^1:35 `f64` cannot be compiled because floats are not supported/],
		["let b: number = 1;", /^1:35 `number` cannot be compiled/],
		["g(<f32>a);", /^1:31 `f32`/],
		["g(f64(a));", /^1:30 `f64`/],
		["g(Math.max(1, 2));", /^1:30 `Math`/],
		['let b = "x";', /^1:36 strings are not supported at run time: write text\("…"\) from pidone\/init\/native/],
		["let b = `x${a}`;", /^1:36 strings are not supported/],
		["let b: string = a;", /^1:35 `string` .* write `word`/],
		["let b: string | null = a;", /^1:35 `string`/],
		['g("a");', /^1:30 strings are not supported/],
		["let b = /x/;", /^1:36 regular expressions are not supported/],
		["let b = new Thing(1);", /^1:36 objects are not supported: write zeroed/],
		["let b = [1, 2];", /^1:36 objects are not supported/],
		["let b = { a: 1.5 };", /^1:36 objects are not supported/],
		["let b: Array<string> = g();", /^1:35 `Array`/],
		["a = b[1];", /^1:32 arrays are not supported: write load8/],
		["for (const x of y) g(x);", /^1:28 for…of needs an iterator/],
		["const b = (): i32 => 1;", /^1:38 a function within a function/],
		["const b = function (): i32 { return 1; };", /^1:38 a function within a function/],
		["function b(): void {}", /^1:28 a function within a function/],
		["let b: (x: i32) => void;", /^1:35 a function within a function/],
		["throw a;", /^1:28 exceptions are not supported: return minus errno/],
		["try { g(); } catch (e) { g(); }", /^1:28 exceptions are not supported/],
		["console.log(a);", /^1:28 `console` cannot be compiled because JavaScript's runtime is not available: write tell/],
		["setTimeout(g, 5);", /^1:28 `setTimeout` .*setDeadline/],
		["a = load<i32>(8);", /^1:32 `load` .*load8, load32/],
		["store<i32>(8, a);", /^1:28 `store`/],
		["memory.fill(0, 0, 8);", /^1:28 `memory`/],
		["a = i32.load(8);", /^1:32 only native memory is available/],
		["let b: usize = 1;", /^1:35 `usize` is 32 bits wide here/],
		["if (a instanceof B) g();", /^1:32 types are not known/],
		["if (typeof a == b) g();", /^1:32 types are not known/],
		["a = parseInt(b);", /^1:32 `parseInt` .*parseNumber/],
	])("finds %s", (statements, told) => {
		const [first = "", ...others] = check(inFunction(statements));
		expect(first).toMatch(told);
		expect(others).toEqual([]);
	});

	it.each<[source: string, told: RegExp]>([
		["class Point { x: i32 = 0; }", /^1:1 objects are not supported: write functions, and a namespace/],
		["interface Point { x: i32; }", /^1:1 objects are not supported/],
		["let a: i32 = f();", /^1:14 the initial value of a top-level variable must be a constant/],
		["namespace a {\n\texport let b: i32 = f();\n}", /^2:22 the initial value/],
		["let a: i32 = 1;\nlet b: i32 = a;", /^2:14 the initial value/],
		['import { text } from "pidone/init/native";\nlet a: word = text("x");', /^2:15 the initial value/],
		["start(0);", /^1:1 a statement outside of functions is never run/],
		["if (true) { }", /^1:1 a statement outside of functions is never run/],
		[
			"export declare let outside: i32;",
			/^1:20 the program has no variables outside of its own source: give it a value here/,
		],
		["declare namespace a {\n\tlet b: i32;\n}", /^2:6 the program has no variables outside of its own source/],
		['@external("env", "c") declare const c: i32;', /^1:\d+ the program has no variables outside of its own source/],
		["declare function getppid(): i32;", /^1:1 only functions of pidone\/init\/sys and pidone\/init\/native exist/],
		["function f(a: string): void {}", /^1:15 `string`/],
		["function f(): f64 { return 1; }", /^1:15 `f64`/],
		["function f(a: i32 = 1.5): void {}", /^1:21 floats are not supported/],
		["type t = f64;", /^1:10 `f64`/],
	])("finds %s", (source, told) => {
		const [first = "", ...others] = check(source);
		expect(first).toMatch(told);
		expect(others).toEqual([]);
	});

	it.each([
		inFunction("let b: i32 = 1; for (let i: i32 = 0; i < 5; i++) b += i; while (true) { if (b > 3) break; }"),
		inFunction("switch (a) { case 1: g(); break; default: return; }"),
		inFunction("const b = <u8>a, c = max(a, 1), d = sizeof<i32>(); unreachable();"),
		"const A: i32 = (1 << 3) | 2;\nconst B: i32 = A + 1;\nexport let c: bool = false;\nlet d: i32 = <i32>A;\nlet e: i32 = settings.x;",
		"enum Level { Low, High = 2 }",
		"namespace state { export let a: i32 = 0; export function b(): i32 { return a; } }",
		"@inline\nfunction f(): i32 { return 1; }",
		"function f<T>(a: T): T { return a; }",
		'import { text } from "pidone/init/native";\nfunction f(): word { return text("x"); }',
		'import { text as t } from "./native";\nfunction f(): word { return t("x"); }',
		'import * as native from "pidone/init/native";\nfunction f(): word { return native.zeroed("x", 8); }',
		'import { load } from "./load";\nfunction f(): word { return load(1); }',
		"function load(memory: i32): i32 { return memory; }",
		'export { a } from "./a";\nexport * from "./b";',
	])("lets pass %s", (source) => {
		expect(check(source)).toEqual([]);
	});

	it("lets native functions take only literals, and other functions of the same name no literals", () => {
		expect(check('import { text } from "./other";\nfunction f(): word { return text("x"); }')).toEqual([
			expect.stringMatching(/^2:34 strings are not supported/),
		]);
		expect(check('import { text } from "./native";\nfunction f(): word { return text("x" + "y"); }')).toHaveLength(2);
		expect(check('import { text } from "./native";\nfunction f(a: i32): word { return text(`x${a}`); }')).toHaveLength(
			1,
		);
	});

	it("finds nothing in the shipped init", () => {
		for (const [path, text] of library) expect(check(text, path), path).toEqual([]);
	});
});

describe("mistakes in a program", () => {
	const HEAD = 'import { word } from "pidone/init/word";\nimport { exit } from "pidone/init/exit";\n';
	const GOOD = `${HEAD}export function start(stack: word): void {\n\texit(<i32>stack);\n}\n`;

	it("are reported all at once, in order, with the file of each", async () => {
		const files = {
			"init.ts": `import { a, b } from "./lib/a";\n${GOOD}const late = "x";\nconst later = 1.5;\n`,
			"lib/a.ts": "export const a = 2.5;\nexport class b {}\n",
		};
		expect((await messageOf(files)).split("\n").map((line) => line.replace(/: .*/, ""))).toEqual([
			"init.ts:7:14",
			"init.ts:8:15",
			"lib/a.ts:1:18",
			"lib/a.ts:2:1",
		]);
	});

	it.each<[what: string, source: string, told: RegExp]>([
		["syntax", "export function start(: void {\n", /^init\.ts:1:22: Identifier expected\.\n/],
		[
			"types",
			GOOD.replace("<i32>stack", "stack"),
			/^init\.ts:4:7: Conversion from type 'i64' to 'i32' requires an explicit cast/,
		],
		["a name that does not exist", GOOD.replace("exit(", "leave("), /^init\.ts:4:2: Cannot find name 'leave'\.$/],
		[
			"a file that does not exist",
			`import { a } from "./nowhere";\n${GOOD}`,
			/^init\.ts:1:19: File 'nowhere\.ts' not found\.$/,
		],
		[
			"a shipped module that does not exist",
			`import { a } from "pidone/init/nowhere";\n${GOOD}`,
			/^init\.ts:1:19: File '~lib\/pidone\/init\/nowhere\.ts' not found\.$/,
		],
		[
			"no entry point",
			"export function begin(): void {}\n",
			/^init\.ts:1:1: no entry point: write `export function start/,
		],
	])("of %s have a place", async (_, source, told) => {
		expect(await messageOf({ "init.ts": source })).toMatch(told);
	});

	it("found only after AssemblyScript are reported at their function", async () => {
		const source = `${HEAD}function one(): i32 {\n\treturn 1;\n}\n\nfunction two(): i32 {\n\treturn 2;\n}\n
export function start(stack: word): void {\n\tconst either = stack == 0 ? one : two;\n\texit(either());\n}\n`;
		expect(await messageOf({ "init.ts": source })).toMatch(
			/^init\.ts:11:1: this cannot be compiled .* \(in init\/start\)$/,
		);
	});

	it("caused by an entry that does not exist are reported", async () => {
		expect(await messageOf({})).toBe("init.ts:1:1: File 'init.ts' not found.");
	});
});
