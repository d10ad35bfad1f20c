import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { execaSync } from "execa";
import { globbySync } from "globby";
import { describe, expect, it, test } from "vitest";
import { catalogue } from "../../src/core/images/catalogue/index.ts";
import { cliFile } from "../cli/built-cli.ts";
import { makeFolder, runCli } from "../cli/run-cli.ts";

const root = join(import.meta.dirname, "../..");
const read = (path: string): string => readFileSync(join(root, path), "utf8");

const documents = find(["*.md", "{docs,src}/**/*.md", "examples/*/README.md"]);
const sources = find(["*.ts", "{src,test,scripts,bench,ci}/**/*.{js,ts}", "!test/fixtures/**", "!src/buildkit/gen/**"]);

function find(patterns: readonly string[]): string[] {
	return globbySync(patterns, { cwd: root }).sort();
}

describe("prose", () => {
	it.each(documents)("of %s has no line of more than 120 columns", (path) => {
		expect(linesOfProse(read(path)).filter(isTooLong)).toEqual([]);
	});

	it("of comments has no line of more than 120 columns", () => {
		const tooLong = sources.flatMap((path) =>
			read(path)
				.split("\n")
				.filter((line) => /^\s*(\/\/|\/?\*)/.test(line) && isTooLong(line))
				.map((line) => `${path}: ${line}`),
		);
		expect(tooLong).toEqual([]);
	});
});

/** The lines of a document that are neither code nor part of a table. */
function linesOfProse(text: string): string[] {
	return withoutCode(text)
		.split("\n")
		.filter((line) => !line.startsWith("|"));
}

function withoutCode(text: string): string {
	return text.replaceAll(/^ *```.*?^ *```$/gms, "");
}

/** A single word, such as a link, cannot be broken. A tab counts as two columns, as in the formatter. */
function isTooLong(line: string): boolean {
	return line.replaceAll("\t", "  ").length > 120 && /\S\s+\S+\s+\S/.test(line);
}

describe("links", () => {
	it.each(documents)("of %s lead to files and headings that are there", (path) => {
		const links = [...withoutCode(read(path)).matchAll(/(?:\]\(|src(?:set)?=")([^)"\s]+)[)"]/g)].map(
			([, link = ""]) => link,
		);
		const broken = links.filter((link) => !/^https?:/.test(link) && !leadsSomewhere(path, link));
		expect(broken).toEqual([]);
	});
});

function leadsSomewhere(from: string, link: string): boolean {
	const [path = "", heading] = link.split("#");
	const target = path === "" ? from : join(dirname(from), path);
	if (!existsSync(join(root, target))) return false;
	return (
		heading === undefined || [...read(target).matchAll(/^#+ (.*)$/gm)].some(([, text = ""]) => slug(text) === heading)
	);
}

/** The anchor that GitHub generates for a heading. */
function slug(heading: string): string {
	return heading
		.toLowerCase()
		.replaceAll(/[^\p{L}\p{N} _-]/gu, "")
		.replaceAll(" ", "-");
}

describe("paths of sources", () => {
	it.each(["ARCHITECTURE.md", "CONTRIBUTING.md", "RATIONALE.md"])("in %s are there", (document) => {
		const paths = [...read(document).matchAll(/`([a-z][\w.-]*(?:\/[\w.-]+)+)`/g)].map(([, path = ""]) => path);
		const isThere = (path: string): boolean => existsSync(join(root, path)) || existsSync(join(root, "src", path));
		expect(paths.length).toBeGreaterThan(3);
		expect(paths.filter((path) => !/NAME|CODE|THEME/.test(path) && !isThere(path))).toEqual([]);
	});
});

test("the picture of a session is what the commands print", async () => {
	const { stdout } = execaSync(process.execPath, [join(root, "scripts/record-session.js"), cliFile], {
		stripFinalNewline: false,
	});
	await expect(stdout).toMatchFileSnapshot(join(root, "docs/images/session.svg"));
});

describe("the README", () => {
	const Dockerfile = 'FROM node:22-slim\nWORKDIR /app\nCOPY server.js .\nUSER node\nCMD ["node", "server.js"]\n';

	it.each(["check Dockerfile", "rewrite Dockerfile", "rewrite --init tini Dockerfile", "explain Dockerfile"])(
		"shows what pidone %s prints",
		async (line) => {
			const { out } = await runCli(line.split(" "), { cwd: makeFolder({ Dockerfile }) });
			expect(read("README.md")).toContain(`$ pidone ${line}\n${out.trimEnd()}\n\`\`\``);
		},
	);

	it("shows a comment that silences a finding", async () => {
		const [, comment = "", command = ""] = /^(# pidone ignore=shell-form .*\n)(.*\n)/m.exec(read("README.md")) ?? [];
		const check = (Dockerfile: string): ReturnType<typeof runCli> =>
			runCli(["check", "Dockerfile"], { cwd: makeFolder({ Dockerfile }) });
		expect((await check(`FROM debian:12\n${command}`)).out).toContain(" shell-form ");
		expect((await check(`FROM debian:12\n${comment}${command}`)).out).not.toMatch(/shell-form|unused-ignore/);
	});
});

test("the page about compile shows what its program is told", async () => {
	const page = read("docs/compile.md");
	const [, source = ""] = /^```ts\n(.*?)^```$/ms.exec(page) ?? [];
	const words = ["compile", "greeting.ts", "-o", "greeting"];
	const { code, err } = await runCli(words, { cwd: makeFolder({ "greeting.ts": source }) });
	expect(code).toBe(1);
	expect(page).toContain(`$ pidone ${words.join(" ")}\n${err}\`\`\``);
});

test("the README states how many base images are known, rounded down to hundreds", () => {
	const count = new Set(catalogue.flatMap(({ images }) => images)).size;
	const stated = (Math.floor(count / 100) * 100).toLocaleString("en-US");
	for (const document of ["README.md", "CHANGELOG.md"])
		expect([...read(document).matchAll(/more than ([\d,]+) (?:base )?images/g)].map(([, number]) => number)).toEqual(
			document === "README.md" ? [stated, stated] : [stated],
		);
});
