import { expect, it } from "vitest";
import { cpuTimeOf } from "../../../cpu-time.ts";
import { read, readBuilds, readMistake, readNotes } from "../read.ts";

const COMPOSE = "compose.yaml";
const web = { name: "web", dockerfile: "/p/Dockerfile", context: "/p" };

it.each([
	["a text is the context", "build: ./web", { dockerfile: "/p/web/Dockerfile", context: "/p/web" }],
	["no context is the folder of the file", "build: {target: dev}", { target: "dev" }],
	[
		"a Dockerfile is relative to the context",
		"build: {context: web, dockerfile: ../x.file}",
		{ dockerfile: "/p/x.file", context: "/p/web" },
	],
	["a Dockerfile may be absolute", "build: {dockerfile: /d/x}", { dockerfile: "/d/x" }],
	["arguments are a mapping", "build: {args: {A: b, C: 1.10, D: true}}", { args: { A: "b", C: "1.1", D: "true" } }],
	["arguments are a list", "build: {args: [A=b=c, B=]}", { args: { A: "b=c", B: "" } }],
	["an argument without a value is that of the environment", "build: {args: [HERE, GONE]}", { args: { HERE: "1" } }],
	["platforms", "build: {platforms: [linux/amd64, linux/arm64/v8]}", { platforms: ["linux/amd64", "linux/arm64"] }],
	["the platform of the service", "build: .\n    platform: linux/arm64", { platforms: ["linux/arm64"] }],
	["the platform of the builder says nothing", "build: {platforms: [local]}", {}],
	[
		"named contexts",
		"build: {additional_contexts: {a: ./a, b: docker-image://b, c: service:c}}",
		{ contexts: { a: "/p/a", b: "docker-image://b", c: "service:c" } },
	],
	["named contexts as a list", "build: {additional_contexts: [a=../a]}", { contexts: { a: "/a" } }],
	["profiles make no difference", "build: .\n    profiles: [debug]", {}],
	[
		"a variable",
		"build: {context: $DIR, target: '${STAGE:-dev}'}",
		{ dockerfile: "/p/dir/Dockerfile", context: "/p/dir", target: "dev" },
	],
	[
		"merge keys",
		"build: {<<: [{target: a}, {target: b, args: {A: 1}}], args: {B: 2}}",
		{ target: "a", args: { B: "2" } },
	],
])("reads a build: %s", async (_, service, expected) => {
	const text = `services:\n  web:\n    ${service}\n`;
	expect(await readBuilds(COMPOSE, text, { env: { DIR: "dir", HERE: "1" } })).toEqual([{ ...web, ...expected }]);
});

it("reads variables from .env, and prefers those of the environment", async () => {
	const text = "services: {web: {build: {args: {A: $A, B: $B}}}}";
	const files = { ".env": "A=file # why\nexport B='file $A'\n" };
	expect(await readBuilds(COMPOSE, text, { files, env: { A: "env" } })).toEqual([
		{ ...web, args: { A: "env", B: "file $A" } },
	]);
});

it("joins the documents of a file", async () => {
	const text =
		"services: {web: {build: {target: a, args: [A=1, B=1]}}}\n---\nservices: {web: {build: {args: {B: 2}}}}\n";
	expect(await readBuilds(COMPOSE, text)).toEqual([{ ...web, target: "a", args: { A: "1", B: "2" } }]);
});

it("reads what a service extends, with paths relative to their own file", async () => {
	const text = "services:\n  web:\n    extends: {file: sub/base.yaml, service: base}\n    build: {args: {B: 2}}\n";
	const base =
		"services:\n  base:\n    extends: root\n    build: {context: x, args: {A: 1}}\n  root: {build: {target: dev}}\n";
	expect(await readBuilds(COMPOSE, text, { files: { "sub/base.yaml": base } })).toEqual([
		{ name: "web", dockerfile: "/p/sub/x/Dockerfile", context: "/p/sub/x", target: "dev", args: { A: "1", B: "2" } },
	]);
});

it("reads includes with their own variables, which the file itself overrides", async () => {
	const text =
		"include: [sub/a.yaml, {path: [b.yaml], project_directory: other, env_file: b.env}]\nservices: {a: {build: {target: mine}}}\n";
	const files = {
		"sub/a.yaml": "services: {a: {build: {target: theirs, args: {A: $A}}}}",
		"sub/.env": "A=sub",
		"b.yaml": "services: {b: {build: {args: {A: $A}}}}",
		"b.env": "A=b",
	};
	expect(await readBuilds(COMPOSE, text, { files })).toEqual([
		{ name: "a", dockerfile: "/p/Dockerfile", context: "/p", target: "mine", args: { A: "sub" } },
		{ name: "b", dockerfile: "/p/Dockerfile", context: "/p", args: { A: "b" } },
	]);
});

it("reads an inline Dockerfile, and knows the positions of its lines", async () => {
	const text = "services:\n  web:\n    build:\n      dockerfile_inline: |\n        FROM a\n        CMD $$A\n";
	const { builds } = await read(COMPOSE, text);
	expect(builds[0]?.inline).toMatchObject({
		text: "FROM a\nCMD $A\n",
		lines: [text.indexOf("FROM"), text.indexOf("CMD")],
	});
});

it.each([
	[
		"a context that Compose fetches",
		"build: https://example.org/x.git",
		"compose.yaml:3:12: web: its build context https://example.org/x.git is fetched by the builder, so pidone cannot read the Dockerfile: skipped",
	],
	[
		"a variable that is not set, where it decides",
		"build: $DIR",
		"compose.yaml:3:12: web: the variable DIR is not set: skipped",
	],
	[
		"a variable that has to be set",
		"build: {target: '${T:?name it}'}",
		"compose.yaml:3:21: web: the variable T is not set (name it): skipped",
	],
	[
		"a variable that is not set, in an argument",
		"build: {args: {A: $A, B: $B}}",
		"compose.yaml:3:23: web: pidone assumes the defaults of build arguments that are not known: A, B (the variable A is not set)",
	],
	[
		"a file that Compose fetches",
		"extends: {file: oci://x, service: y}",
		"compose.yaml:3:21: oci://x: only Compose can fetch this file: skipped",
	],
	[
		"an entrypoint",
		"build: .\n    entrypoint: [a]",
		"compose.yaml:4:17: web: entrypoint replaces the ENTRYPOINT of the Dockerfile, with the init in it: begin it with the init, or remove it",
	],
	[
		"an init",
		"build: .\n    init: true",
		"compose.yaml:4:11: web: init: true already starts docker-init as PID 1, but only where Compose starts the service",
	],
])("says what there is to know: %s", async (_, service, expected) => {
	expect(await readNotes(COMPOSE, `services:\n  web:\n    ${service}\n`)).toEqual([expected]);
});

it.each([
	["not YAML", "services:\n\t- a\n", "compose.yaml:2:1: "],
	["a key twice", "services:\n  a: {build: .}\n  a: {build: .}\n", 'compose.yaml:3:3: the key "a" is defined twice'],
	["an alias of nothing", "services: *a\n", "compose.yaml:1:11: "],
	[
		"an alias of itself",
		"services: &a {web: {build: {args: *a}}}\n",
		"compose.yaml:1:35: the alias *a contains itself",
	],
	["a service that is a text", "services: {a: b}\n", "compose.yaml:1:15: services.a must be a mapping"],
	["services that are a list", "services: [a]\n", "compose.yaml:1:11: services must be a mapping"],
	["a build that is a list", "services: {a: {build: [b]}}\n", "no mistake"],
	["no such platform", "services: {a: {build: {platforms: ['a b']}}}\n", "compose.yaml:1:36: platform a b: "],
	[
		"a service that extends itself",
		"services:\n  a: {extends: b}\n  b: {extends: {service: a}}\n",
		"compose.yaml:2:16: the service a extends itself",
	],
	[
		"a base that does not exist",
		"services: {a: {extends: b}}\n",
		"compose.yaml:1:25: no service is called b in compose.yaml",
	],
	["a file that does not exist", "include: [gone.yaml]\n", "compose.yaml:1:11: gone.yaml: no such file"],
	["a file that includes itself", "include: [x.yaml]\n", "x.yaml:1:11: compose.yaml includes itself"],
	["what nobody writes", `services: ${"[".repeat(50_000)}`, "compose.yaml:1:1: is nested too deeply"],
])("says where a mistake is: %s", async (_, text, expected) => {
	const files = { "compose.yaml": text, "x.yaml": "include: [compose.yaml]\n" };
	expect(await readMistake(COMPOSE, text, { files })).toContain(expected);
});

it("does not expand aliases of aliases", async () => {
	const levels = Array.from({ length: 40 }, (_, at) => `x${at + 1}: &x${at + 1} {a: *x${at}, b: *x${at}}`);
	const text = `x0: &x0 {a: b}\n${levels.join("\n")}\nservices: {web: {build: {context: ., args: *x40}}}\n`;
	expect(await readBuilds(COMPOSE, text)).toEqual([web]);
});

it("reads a large file in a few seconds", async () => {
	const keys = Array.from({ length: 10_000 }, (_, at) => `  k${at}: {build: ., platform: "$${"{A:-".repeat(30)}"}`);
	const text = `services:\n${keys.join("\n")}\n`;
	expect(await cpuTimeOf(() => readMistake(COMPOSE, text))).toBeLessThan(15_000);
});

const OVERRIDE = "services: {web: {build: {target: dev, args: {B: 2}}}, more: {build: more}}";
const more = { name: "more", dockerfile: "/p/more/Dockerfile", context: "/p/more" };

it.each<[what: string, path: string, files: Readonly<Record<string, string>>, expected: object[]]>([
	[
		"is merged",
		COMPOSE,
		{ "compose.override.yml": OVERRIDE },
		[{ ...web, target: "dev", args: { A: "1", B: "2" } }, more],
	],
	[
		"with the old name, too",
		COMPOSE,
		{ "docker-compose.override.yaml": OVERRIDE },
		[{ ...web, target: "dev", args: { A: "1", B: "2" } }, more],
	],
	[
		"is not merged into a file that Compose does not find",
		"compose.prod.yaml",
		{ "compose.override.yml": OVERRIDE },
		[{ ...web, args: { A: "1" } }],
	],
	[
		"is not merged into the second",
		"docker-compose.yml",
		{ "compose.yml": "services: {}", "compose.override.yml": OVERRIDE },
		[{ ...web, args: { A: "1" } }],
	],
])("an override %s", async (_, path, files, expected) => {
	const text = "services: {web: {build: {context: ., args: {A: 1}}}}";
	expect(await readBuilds(path, text, { files: { ...files, [path]: text } })).toEqual(expected);
});

it("a named override file means the project that it belongs to", async () => {
	const files = { "compose.yaml": "services: {web: {build: {args: {A: 1}}}}" };
	const given = { files: { ...files, "compose.override.yaml": OVERRIDE } };
	expect(await readBuilds("compose.override.yaml", OVERRIDE, given)).toEqual([
		{ ...web, target: "dev", args: { A: "1", B: "2" } },
		more,
	]);
	expect(await readBuilds("compose.override.yaml", OVERRIDE)).toEqual([
		{ ...web, target: "dev", args: { B: "2" } },
		more,
	]);
});

it.each([
	["build: !reset null", []],
	["build: !override ./other", [{ ...web, dockerfile: "/p/other/Dockerfile", context: "/p/other" }]],
	["build: {args: !override {B: 2}}", [{ ...web, target: "dev", args: { B: "2" } }]],
	["build: {target: !reset null}", [{ ...web, args: { A: "1" } }]],
])("an override takes away and replaces: %s", async (service, expected) => {
	const files = { "compose.override.yaml": `services:\n  web:\n    ${service}\n` };
	const text = "services: {web: {build: {target: dev, args: {A: 1}}}}";
	expect(await readBuilds(COMPOSE, text, { files: { ...files, [COMPOSE]: text } })).toEqual(expected);
});
