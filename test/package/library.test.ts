import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { expect, it } from "vitest";
import { check, explain, revert, rewrite } from "../../src/index.ts";
import { version } from "../../src/version.ts";

const ROOT = resolve(import.meta.dirname, "../..");

it("has the version of the package", () => {
	expect(JSON.parse(readFileSync(resolve(ROOT, "package.json"), "utf8"))).toMatchObject({ version });
});

it("does what the README shows", () => {
	const source = "FROM python:3.12\nCMD python app.py\n";
	const { text, outcomes } = rewrite(source, { init: "tini" });
	expect(text).toContain('ENTRYPOINT ["/usr/bin/tini", "-g", "--"]\nCMD python app.py\n');
	expect(outcomes.map(({ code }) => code)).toEqual(["rewritten"]);
	expect(revert(text).text).toBe(source);
	expect(check(source).findings.map(({ code }) => code)).toContain("rewritten");
	expect(explain(source)).toHaveLength(1);
});
