import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import * as pidone from "../../src/index.ts";
import { initFolder, isUpToDate } from "../cli/built-cli.ts";

const ROOT = resolve(import.meta.dirname, "../..");
const text = readFileSync(join(ROOT, "docs/library.md"), "utf8");
const examples = [...text.matchAll(/^```ts\n(.*?)^```$(?:\n\n```text\n(.*?)^```$)?/gms)].map(
	([, code = "", output]) => ({ code, output }),
);

/** Runs an example; returns what it prints. */
function run(code: string): string {
	const printed: string[] = [];
	const log = (...values: readonly unknown[]): void => void printed.push(`${values.map(String).join(" ").trimEnd()}\n`);
	const module = ts.ModuleKind.CommonJS;
	const { outputText } = ts.transpileModule(code, { compilerOptions: { module, target: ts.ScriptTarget.ES2023 } });
	new Function("require", "exports", "console", outputText)(() => pidone, {}, { log });
	return printed.join("");
}

/** What TypeScript reports for examples that are next to this file. */
function diagnose(codes: readonly string[]): string[] {
	const options: ts.CompilerOptions = {
		...ts.parseJsonConfigFileContent(
			ts.readConfigFile(join(ROOT, "tsconfig.json"), ts.sys.readFile).config,
			ts.sys,
			ROOT,
		).options,
		skipLibCheck: true,
		// As users see it, if dist/ is built, which is small compared to the sources.
		paths: { pidone: [isUpToDate ? join(initFolder, "../index.d.ts") : join(ROOT, "src/index.ts")] },
	};
	const files = new Map(codes.map((code, index) => [join(import.meta.dirname, `example-${index}.ts`), code]));
	const host = ts.createCompilerHost(options);
	const { readFile, fileExists } = host;
	host.readFile = (name) => files.get(name) ?? readFile(name);
	host.fileExists = (name) => files.has(name) || fileExists(name);
	host.getSourceFile = (name, version) => {
		const source = host.readFile(name);
		return source === undefined ? undefined : ts.createSourceFile(name, source, version);
	};
	const program = ts.createProgram([...files.keys()], options, host);
	const found = [...files.keys()].flatMap((name) => program.getSemanticDiagnostics(program.getSourceFile(name)));
	return found.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"));
}

describe("docs/library.md", () => {
	it.each(examples)("prints the documented output: $code", ({ code, output }) => {
		expect(run(code)).toBe(output);
	});

	it("has examples that compile", () => {
		expect(examples.length).toBeGreaterThan(5);
		expect(diagnose(examples.map(({ code }) => code))).toEqual([]);
		expect(diagnose(['import { rewrite } from "pidone";\nrewrite("", { install: "brew" });'])).toEqual([
			expect.stringContaining("brew"),
		]);
	});
});
