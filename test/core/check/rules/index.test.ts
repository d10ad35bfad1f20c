import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { check } from "../../../../src/core/check/check.ts";
import { rules } from "../../../../src/core/check/rules/index.ts";
import type { Rule } from "../../../../src/core/check/rules/rule.ts";
import { DockerfileSyntaxError } from "../../../../src/core/dockerfile/syntax-error.ts";

const root = new URL("../../../../", import.meta.url);
const list = (folder: string): string[] => readdirSync(fileURLToPath(new URL(folder, root)));
const read = (path: string): string => readFileSync(fileURLToPath(new URL(path, root)), "utf8");

/** The rules in the folder. The other files there are helpers. */
async function findRules(): Promise<Map<string, Rule>> {
	const found = new Map<string, Rule>();
	for (const file of list("src/core/check/rules")) {
		const exported: unknown[] = Object.values(
			await import(`../../../../src/core/check/rules/${file.replace(/\.ts$/, "")}.ts`),
		);
		for (const value of exported) if (isRule(value)) found.set(file.replace(/\.ts$/, ""), value);
	}
	return found;
}

function isRule(value: unknown): value is Rule {
	return typeof value === "object" && value !== null && "code" in value && "check" in value;
}

/** The codes of outcomes, as their type lists them, and the other codes of reports. */
const otherCodes = new Set([
	...readOutcomeCodes(),
	...[...read("src/core/report/code-pages.ts").matchAll(/^\t\["([\w-]+)",/gm)].map(([, code = ""]) => code),
]);

function readOutcomeCodes(): string[] {
	return [...read("src/core/rewrite/outcome.ts").matchAll(/^\t\| "([\w-]+)"/gm)].map(([, code = ""]) => code);
}

describe("every rule", async () => {
	const found = await findRules();

	test("in the folder is listed, and nothing else is", () => {
		expect(new Set(rules)).toEqual(new Set(found.values()));
		expect(new Set(rules).size).toBe(rules.length);
	});

	test("is called like its file", () => {
		expect([...found].map(([, { code }]) => code)).toEqual([...found.keys()]);
	});

	test.each([...found.keys()])("%s is tested and documented", (code) => {
		expect(list("test/core/check/rules")).toContain(`${code}.test.ts`);
		expect(list("docs/rules")).toContain(`${code}.md`);
	});
});

describe("pages", () => {
	const pages = list("docs/rules").filter((page) => page !== "README.md");

	test("there is one for every code, and the list has each of them", () => {
		expect(otherCodes.size).toBeGreaterThan(10);
		expect(pages).toEqual(
			expect.arrayContaining([...rules.map(({ code }) => code), ...otherCodes].map((code) => `${code}.md`)),
		);
		const listed = [...read("docs/rules/README.md").matchAll(/^\| \[([\w-]+)\]\(([\w-]+\.md)\)/gm)].map(
			([, , page]) => page,
		);
		expect(listed.sort()).toEqual([...pages].sort());
	});

	test.each(pages)("%s has its sections in order", (page) => {
		const text = read(`docs/rules/${page}`);
		expect(text.startsWith(`# ${page.replace(/\.md$/, "")}\n`)).toBe(true);
		const sections = [...text.matchAll(/^## (.*)$/gm)].map(([, title]) => title);
		expect(sections).toEqual(["Output", "Description", "❌ Bad", "✅ Good", "When not to use"]);
	});

	test.each(rules.map((rule) => [rule.code, rule] as const))("the list has %s with its level", (code, { level }) => {
		expect(read("docs/rules/README.md")).toContain(`| [${code}](${code}.md) | ${level} |`);
	});

	test.each(rules.map(({ code }) => code))("%s: the bad example is found, the good one is not", (code) => {
		const text = read(`docs/rules/${code}.md`);
		expect(codesIn(exampleIn(text, "❌ Bad"))).toContain(code);
		expect(codesIn(exampleIn(text, "✅ Good"))).not.toContain(code);
	});

	test.each(readOutcomeCodes())("%s: the example gives it", (code) => {
		const text = read(`docs/rules/${code}.md`);
		const options = code.startsWith("cannot")
			? ({ init: code === "cannot-install" ? "tini" : "dumb-init", replace: true } as const)
			: {};
		const { outcomes } = check(exampleIn(text, "❌ Bad").dockerfile, options);
		expect(outcomes.map((outcome) => outcome.code)).toContain(code);
	});

	test.each(rules.map(({ code }) => code))("%s: the output is what the bad example gives", (code) => {
		const text = read(`docs/rules/${code}.md`);
		const messages = checkExample(exampleIn(text, "❌ Bad")).filter((finding) => finding.code === code);
		expect(text).toContain(messages[0]?.message);
	});
});

interface Example {
	readonly dockerfile: string;
	readonly context: ReadonlyMap<string, string>;
}

/** The Dockerfile of a section, and the other files that it shows: each code block that has a path as its name. */
function exampleIn(page: string, section: string): Example {
	const from = page.indexOf(`## ${section}`);
	const end = page.indexOf("\n## ", from + 1);
	const text = page.slice(from, end === -1 ? undefined : end);
	const blocks = [...text.matchAll(/(?:^`([\w./-]+)`:\n)?^```(\w+)\n(.*?)^```$/gms)];
	const dockerfile = blocks.find(([, , language]) => language === "dockerfile")?.[3] ?? "";
	return {
		dockerfile,
		context: new Map(blocks.flatMap(([, path, , body = ""]) => (path === undefined ? [] : [[path, body] as const]))),
	};
}

function checkExample({ dockerfile, context }: Example): ReturnType<typeof check>["findings"] {
	return check(dockerfile, { readContextFile: (path) => context.get(path) }).findings;
}

function codesIn(example: Example): string[] {
	return checkExample(example).map(({ code }) => code);
}

test("no rule throws on the real Dockerfiles", () => {
	for (const file of list("test/fixtures/real").filter((name) => name.endsWith("Dockerfile"))) {
		try {
			const source = read(`test/fixtures/real/${file}`);
			for (const { start, end } of check(source).findings) expect(start < end && end <= source.length, file).toBe(true);
		} catch (error) {
			if (!(error instanceof DockerfileSyntaxError)) throw error;
		}
	}
});
