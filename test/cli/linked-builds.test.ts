import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { makeFolder, runCli } from "./run-cli.ts";

const BASE = 'FROM node:22-slim AS prod\nENTRYPOINT ["node"]\nFROM prod\nENTRYPOINT []\n';
const WEB = 'FROM base\nCMD ["server.js"]\n';
const COMPOSE = `services:
  base: { build: { context: base, target: prod } }
  web: { build: { context: web, additional_contexts: { base: "service:base" } } }
`;
const BAKE = `target "base" {
  context = "base"
  target = "prod"
}
target "web" {
  context = "web"
  contexts = { base = "target:base" }
}
`;
const FILES = { "base/Dockerfile": BASE, "web/Dockerfile": WEB, "compose.yaml": COMPOSE, "docker-bake.hcl": BAKE };

/** The outcomes of a Dockerfile, as `pidone check` prints them. */
async function check(path: string, files: Readonly<Record<string, string>>, file = "web/Dockerfile"): Promise<string> {
	const { out } = await runCli(["check", "--json", path], { cwd: makeFolder({ ...FILES, ...files }) });
	const { files: reports } = JSON.parse(out) as {
		files: { path: string; stages: { code: string; message?: string }[] }[];
	};
	const stages = reports.find((report) => report.path === file)?.stages ?? [];
	return stages.map(({ code, message }) => `${code}: ${message}`).join("\n");
}

describe("an image that is based on what another build of the definition makes", () => {
	it.each(["compose.yaml", "docker-bake.hcl"])("has in %s what that target declares, rewritten", async (path) => {
		expect(await check(path, {})).toBe("already-init: /sbin/pidone runs as PID 1");
	});

	it("gets its own init where that image has none", async () => {
		const ignored = "# pidone ignore=rewritten needs none\nFROM node:22-slim\n";
		const files = { "base/Dockerfile": ignored, "compose.yaml": COMPOSE.replace(", target: prod", "") };
		expect(await check("compose.yaml", files)).toMatch(
			/^rewritten: .*with the base image's docker-entrypoint.sh after the init/,
		);
	});

	it("takes an inline Dockerfile as it stands, which rewrite does not change", async () => {
		const inline = COMPOSE.replace("context: base, target: prod", 'dockerfile_inline: "FROM node:22-slim"');
		expect(await check("compose.yaml", { "compose.yaml": inline })).toMatch(/^rewritten: .*docker-entrypoint\.sh/);
	});

	it("is known over several builds, with their arguments", async () => {
		const compose = `${COMPOSE}  root: { build: { dockerfile: root.file, args: { FROM: "node:22-slim" } } }\n`
			.replace("target: prod", 'additional_contexts: { root: "service:root" }')
			.concat("  other: { build: { dockerfile: root.file } }\n");
		const files = { "compose.yaml": compose, "base/Dockerfile": "FROM root\n", "root.file": "ARG FROM\nFROM $FROM\n" };
		expect(await check("compose.yaml", files)).toMatch(/^rewritten: .*docker-entrypoint\.sh/);
	});

	it.each([
		["based on itself", COMPOSE.replace("target: prod", 'additional_contexts: { prod: "service:web" }'), "FROM prod\n"],
		["not stated", COMPOSE.replace("  base:", "  bass:"), BASE],
		["without a Dockerfile that can be read", COMPOSE.replace("context: base,", "context: bass,"), BASE],
	])("is not known if the other is %s", async (_, compose, base) => {
		const outcome = await check("compose.yaml", { "compose.yaml": compose, "base/Dockerfile": base });
		expect(outcome).toMatch(/^unknown-base: the named context base=service:base replaces base, and /);
	});

	it("is rewritten with the other so that nothing is left to do", async () => {
		const cwd = makeFolder(FILES);
		expect(await runCli(["rewrite", "--write", "compose.yaml"], { cwd })).toMatchObject({ code: 0 });
		expect(readFileSync(join(cwd, "base/Dockerfile"), "utf8")).toContain('ENTRYPOINT ["/sbin/pidone", "--", "node"]');
		expect(readFileSync(join(cwd, "web/Dockerfile"), "utf8")).toBe(WEB);
		for (const path of ["compose.yaml", "docker-bake.hcl"])
			expect(await runCli(["rewrite", "--check", path], { cwd })).toMatchObject({ code: 0 });
	});

	it("does not read a Dockerfile outside of a directory that is searched", async () => {
		const cwd = makeFolder({ "in/web/Dockerfile": WEB, "base/Dockerfile": BASE });
		writeFileSync(join(cwd, "in/compose.yaml"), COMPOSE.replace("context: base", "context: ../base"));
		const { out } = await runCli(["check", "--from-builds", "in"], { cwd });
		expect(out).toContain("base=service:base replaces base, and pidone does not have its Dockerfile");
	});
});
