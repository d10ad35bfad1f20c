import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { execa } from "execa";
import { expect, it, onTestFinished } from "vitest";
import { readDefinitionFile } from "../../../src/node/build-definitions/model/host.ts";
import { readDefinition } from "../../../src/node/build-definitions/read-definition.ts";
import { objectEntries, textEntries, textOf, textsOf } from "../../../src/node/json.ts";
import { engineEnv } from "../helpers/engine.ts";

// Compares what pidone reads from Compose files and Bake files with what Compose and Bake print for them.

/** A build, as both sides describe it. */
type Build = Readonly<Record<string, unknown>>;

function makeFolder(files: Readonly<Record<string, string>>): string {
	const folder = mkdtempSync(join(tmpdir(), "pidone-entry-"));
	onTestFinished(() => rmSync(folder, { recursive: true }));
	for (const [path, text] of Object.entries(files)) {
		mkdirSync(dirname(join(folder, path)), { recursive: true });
		writeFileSync(join(folder, path), text);
	}
	return folder;
}

async function readOurs(folder: string, path: string, kind: "compose" | "bake"): Promise<Record<string, Build>> {
	const file = join(folder, path);
	const source = { path, file, text: readDefinitionFile(file) ?? "" };
	const { builds } = await readDefinition(source, kind, { read: readDefinitionFile, env: process.env, cwd: folder });
	return Object.fromEntries(
		builds.map(({ name, dockerfile, inline, context, target, args, contexts, platforms = [] }) => [
			name,
			{ dockerfile, inline: inline?.text, context, target, args, contexts, platforms },
		]),
	);
}

function normalize(folder: string, definition: Build, platforms: readonly string[]): Build {
	const context = resolve(folder, textOf(definition.context) ?? ".");
	const inline = textOf(definition["dockerfile-inline"] ?? definition.dockerfile_inline);
	return {
		dockerfile: inline === undefined ? resolve(context, textOf(definition.dockerfile) ?? "Dockerfile") : undefined,
		inline: inline?.replaceAll("$${", "${"),
		context,
		target: textOf(definition.target),
		args: textEntries(definition.args),
		contexts: textEntries(definition.contexts ?? definition.additional_contexts),
		platforms,
	};
}

const COMPOSE: Readonly<Record<string, Readonly<Record<string, string>>>> = {
	"texts, lists and mappings": {
		"compose.yaml":
			"services:\n  a: {build: ./a}\n  b: {build: {args: [X=1, Y=], platforms: [linux/arm64]}}\n  c: {build: {dockerfile: c.file, target: t, args: {N: 1.10, B: true}}, platform: linux/amd64, profiles: [p]}\n",
	},
	"variables, anchors and an inline Dockerfile": {
		".env": "DIR=sub\nQ='a $b'\n",
		"compose.yaml":
			"x-b: &b {args: {A: '$Q', B: '${NONE:-d${DIR}}'}}\nservices:\n  a: {build: {<<: *b, context: $DIR}}\n  i:\n    build:\n      dockerfile_inline: |\n        FROM a\n        CMD $$X\n",
	},
	"extends and include": {
		"compose.yaml":
			"include: [inc/compose.yaml]\nservices:\n  a: {extends: {file: base/base.yaml, service: b}, build: {args: {B: 2}}}\n",
		"base/base.yaml": "services: {b: {build: {context: x, args: [A=1], additional_contexts: {y: ./y}}}}\n",
		"inc/compose.yaml": "services: {i: {build: {context: ., target: $T}}}\n",
		"inc/.env": "T=inc\n",
	},
};

it.each(Object.keys(COMPOSE))("reads a Compose file as Compose does: %s", async (name) => {
	const folder = makeFolder(COMPOSE[name] ?? {});
	const args = ["compose", "--file", "compose.yaml", "--profile", "*", "config", "--format", "json"];
	const { stdout } = await execa("docker", args, { cwd: folder, env: engineEnv });
	// Compose doubles every "$" in its output.
	const services = objectEntries((JSON.parse(stdout.replaceAll("$$", "$")) as { services: unknown }).services);
	const theirs = services.flatMap(([service, { build, platform }]) => {
		const [definition] = objectEntries({ build }).map(([, each]) => each);
		const named = textsOf(definition?.platforms);
		const platforms = named.length > 0 ? named : textsOf([platform]);
		return definition === undefined ? [] : [[service, normalize(folder, definition, platforms)] as const];
	});
	expect(theirs.length).toBeGreaterThan(1);
	expect(await readOurs(folder, "compose.yaml", "compose")).toEqual(Object.fromEntries(theirs));
});

const BAKE: Readonly<Record<string, string>> = {
	"variables, functions and inherits": `variable "TAG" { default = "v1" }
variable "EMPTY" {}
function "twice" {
  params = [x]
  result = "\${x}\${x}"
}
target "_base" {
  args = { A = TAG, B = "b" }
}
target "app" {
  inherits = ["_base"]
  context = "web"
  dockerfile = "../x.file"
  args = { B = twice(upper(TAG)), C = EMPTY == "" ? "none" : EMPTY, D = join(",", [for x in ["a", "b"] : "\${x}!"]) }
  contexts = { base = "target:other" }
  platforms = ["linux/amd64", "linux/arm64"]
}
target "other" {
  target = "t"
  dockerfile-inline = <<-EOT
    FROM a
    CMD b
  EOT
}
group "default" { targets = ["app", "other"] }
`,
	"a matrix": `target "app" {
  name = "app-\${v}-\${o.os}"
  matrix = { v = ["1", "2"], o = [{ os = "x" }, { os = "y" }] }
  target = o.os
  args = { V = v, T = trimsuffix("\${v}.0", ".0") }
}
group "default" { targets = ["app"] }
`,
};

it.each(Object.keys(BAKE))("reads a definition as bake does: %s", async (name) => {
	const folder = makeFolder({ "docker-bake.hcl": BAKE[name] ?? "" });
	const args = ["buildx", "bake", "--file", "docker-bake.hcl", "--print"];
	const { stdout } = await execa("docker", args, { cwd: folder, env: engineEnv });
	const targets = objectEntries((JSON.parse(stdout) as { target: unknown }).target);
	const theirs = targets.map(([target, definition]) => [
		target,
		normalize(folder, definition, textsOf(definition.platforms)),
	]);
	expect(theirs.length).toBeGreaterThan(1);
	expect(await readOurs(folder, "docker-bake.hcl", "bake")).toEqual(Object.fromEntries(theirs));
});
