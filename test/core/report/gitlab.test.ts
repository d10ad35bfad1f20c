import { Ajv2020 } from "ajv/dist/2020.js";
import { expect, test } from "vitest";
import { formatGitlab } from "../../../src/core/report/gitlab.ts";
import type { FileReport } from "../../../src/core/report/report.ts";
import schema from "../../fixtures/report/gitlab.schema.json" with { type: "json" };
import { sample } from "./sample.ts";

const validate = new Ajv2020({ allErrors: true }).compile(schema);
const fingerprints = (...files: FileReport[]): string[] =>
	(JSON.parse(formatGitlab({ version: "1", files })) as { fingerprint: string }[]).map(
		({ fingerprint }) => fingerprint,
	);
const file = (source: string, ...commands: string[]): FileReport => ({
	path: "a/Dockerfile",
	source,
	outcomes: [],
	findings: commands.map((command) => ({
		code: "shell-form",
		level: "warning",
		message: "m",
		start: source.indexOf(command),
		end: source.indexOf(command) + command.length,
	})),
	isChanged: false,
	isWritten: false,
});

test("the sample is as expected, and as GitLab documents it", async () => {
	const text = formatGitlab(sample);
	await expect(text).toMatchFileSnapshot("../../fixtures/report/gitlab.json");
	validate(JSON.parse(text));
	expect(validate.errors ?? []).toEqual([]);
});

test("an empty report is an empty list", () => {
	expect(formatGitlab({ version: "1", files: [] })).toBe("[]\n");
});

test("fingerprints stay when lines move, and are unique", () => {
	const [before] = fingerprints(file("FROM a\nCMD x  y\n", "CMD x  y"));
	expect(fingerprints(file("FROM a\n\n\nRUN z\n  CMD x y\n", "CMD x y"))).toEqual([before]);
	expect(fingerprints(file("FROM a\nCMD z\n", "CMD z"))).not.toEqual([before]);
	expect(fingerprints({ ...file("FROM a\nCMD x  y\n", "CMD x  y"), path: "b/Dockerfile" })).not.toEqual([before]);
	const twice = fingerprints(file("FROM a\nCMD x y\nFROM b\nCMD x y\n", "CMD x y", "CMD x y"));
	expect(twice[0]).toBe(before);
	expect(new Set(twice).size).toBe(2);
});

test("paths are relative to the repository, as GitLab's are", () => {
	const [issue] = JSON.parse(formatGitlab({ version: "1", files: [{ ...file("FROM a", "FROM"), path: "./././x" }] }));
	expect(issue.location.path).toBe("x");
});
