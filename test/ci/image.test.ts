import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, it } from "vitest";
import { makeFolder, runCli } from "../cli/run-cli.ts";

const ROOT = resolve(import.meta.dirname, "../..");
const text = readFileSync(join(ROOT, "Dockerfile"), "utf8");

it("pidone changes nothing in its own Dockerfile, and finds nothing", async () => {
	const cwd = makeFolder({ Dockerfile: text });
	const { code, out } = await runCli(["check", "--format", "json"], { cwd });
	const [file] = (JSON.parse(out) as { files: { stages: { code: string }[]; findings: unknown[] }[] }).files;
	expect(code).toBe(0);
	expect(file?.findings).toEqual([]);
	expect(file?.stages.map((stage) => stage.code).filter((outcome) => outcome !== "not-selected")).toEqual([
		"already-init",
		"already-init",
	]);
	expect((await runCli(["rewrite", "--check"], { cwd })).code).toBe(0);
	expect((await runCli(["rewrite", "-"], { cwd, input: text })).out).toBe(text);
});

it("its build context contains exactly what the build reads", () => {
	const listed = readFileSync(join(ROOT, ".dockerignore"), "utf8")
		.split("\n")
		.filter((line) => line !== "" && !line.startsWith("#"));
	const scripts = readFileSync(join(ROOT, "package.json"), "utf8").match(/"build": ".*"/)?.[0] ?? "";
	expect(listed[0]).toBe("*");
	expect(listed.slice(1).every((line) => line.startsWith("!"))).toBe(true);
	for (const name of [
		".npmrc",
		"package.json",
		"package-lock.json",
		"tsconfig.json",
		"tsconfig.build.json",
		"schema",
		"scripts",
		"src",
		"templates",
	])
		expect(listed).toContain(`!${name}`);
	expect(scripts).toContain("tsconfig.build.json");
});
