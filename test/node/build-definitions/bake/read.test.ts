import { expect, it } from "vitest";
import { readBuilds, readMistake, readNotes } from "../read.ts";

const BAKE = "docker-bake.hcl";
const app = { name: "app", dockerfile: "/p/Dockerfile", context: "/p" };

it.each([
	["nothing is said", "", {}],
	["paths", 'context = "web"\ndockerfile = "x.file"', { dockerfile: "/p/web/x.file", context: "/p/web" }],
	[
		"a target and platforms",
		'target = "dev"\nplatforms = ["linux/amd64", "linux/arm64"]',
		{ target: "dev", platforms: ["linux/amd64", "linux/arm64"] },
	],
	[
		"arguments",
		'args = {\n  A = "1" # one\n  "B" = 2, C : true\n  D = null\n}',
		{ args: { A: "1", B: "2", C: "true" } },
	],
	[
		"contexts",
		'contexts = { base = "target:base", img = "docker-image://a" }',
		{ contexts: { base: "target:base", img: "docker-image://a" } },
	],
	["a variable", "args = { A = TAG }", { args: { A: "latest" } }],
	["a variable of the environment", "args = { A = FROM_ENV, N = NUMBER + 1 }", { args: { A: "env", N: "6" } }],
	["a variable without a default", 'args = { A = "x${EMPTY}" }', { args: { A: "x" } }],
	["a template", 'args = { A = "v${TAG}-$${x}" }', { args: { A: "v" + "latest-${x}" } }],
	["a choice", 'args = { A = TAG == "latest" && !(1 > 2) ? "yes" : "no" }', { args: { A: "yes" } }],
	[
		"a function of bake",
		'args = { A = join("-", [upper(TAG), replace("a.b", ".", "_")]) }',
		{ args: { A: "LATEST-a_b" } },
	],
	["a function of its own", 'args = { A = twice("ab") }', { args: { A: "abab" } }],
	[
		"a list that is made of another",
		'args = { A = join(",", [for i, x in ["a", "b"] : "${i}${x}" if x != "b"]) }',
		{ args: { A: "0a" } },
	],
	["an object that is made of another", 'args = { for k, v in { A = "1" } : "X_${k}" => v }', { args: { X_A: "1" } }],
	["an item", 'args = { A = LIST[1], B = { x = { y = "z" } }.x.y }', { args: { A: "two", B: "z" } }],
	["a heredoc", "args = { A = <<-EOT\n    a\n      b\n    EOT\n}", { args: { A: "a\n  b\n" } }],
	["what another target has", "args = { A = target.other.args.V }", { args: { A: "9" } }],
])("reads a target: %s", async (_, body, expected) => {
	const text = `variable "TAG" { default = "latest" }
		variable "FROM_ENV" { default = "" }
		variable "NUMBER" { default = 1 }
		variable "EMPTY" {}
		LIST = ["one", "two"]
		function "twice" {
			params = [text]
			result = "\${text}\${text}"
		}
		target "other" { args = { V = 9 } }
		group "default" { targets = ["app"] }
		target "app" {
			${body}
		}`;
	const builds = await readBuilds(BAKE, text, { env: { FROM_ENV: "env", NUMBER: "5" } });
	expect(builds.find((build) => "name" in build && build.name === "app")).toEqual({ ...app, ...expected });
});

it("builds an inherited target if a built target uses it as a named context", async () => {
	const base = 'target "_b" {\n dockerfile = "b"\n}\ntarget "_c" {\n contexts = { b = "target:_b" }\n}\n';
	const app =
		'target "app" {\n inherits = ["_b"]\n contexts = { c = "target:_c" }\n}\ntarget "x" {\n inherits = ["_c"]\n}\n';
	const builds = await readBuilds(BAKE, base + app);
	expect(builds.map((build) => "name" in build && build.name)).toEqual(["_b", "_c", "app", "x"]);
});

it("merges inherited targets, the last one winning, and does not build a target that is only inherited", async () => {
	const text = `target "_a" { args = { A = 1, B = 1 }, target = "a" }`
		.replace(", target", "\n target")
		.replace("{ args", "{\n args")
		.replace('"a" }', '"a"\n}');
	const rest = 'target "_b" {\n args = { B = 2 }\n}\ntarget "app" {\n inherits = ["_a", "_b"]\n args = { C = 3 }\n}\n';
	expect(await readBuilds(BAKE, `${text}\n${rest}`)).toEqual([
		{ ...app, target: "a", args: { A: "1", B: "2", C: "3" } },
	]);
});

it("does not evaluate a file forever", async () => {
	const many = JSON.stringify(Array.from({ length: 100 }, (_, index) => index));
	const args = `A = join("", [for a in ${many} : join("", [for b in ${many} : join("", [for c in ${many} : ""])])])`;
	expect(await readBuilds(BAKE, `target "app" { args = { ${args} } }`)).toEqual([app]);
});

it.each([
	'join("-", [nope("x"), "b"])',
	'upper(join("", concat(["a"], [nope("x")])))',
	'contains([nope("x")], "b")',
	'jsonencode({ a = nope("x") })',
	'element([nope("x"), "b"], 0)',
])("does not know what is made of an unknown value: %s", async (value) => {
	expect(await readBuilds(BAKE, `target "app" { args = { A = ${value} } }`)).toEqual([app]);
});

it.each([
	['element([nope("x"), "b"], 1)', "b"],
	['length([nope("x"), "b"])', "2"],
])("knows %s", async (value, expected) => {
	expect(await readBuilds(BAKE, `target "app" { args = { A = ${value} } }`)).toEqual([
		{ ...app, args: { A: expected } },
	]);
});

it("makes a target for each combination of a matrix", async () => {
	const text =
		'target "app" {\n name = "app-${tgt}-${item.os}"\n matrix = { tgt = ["a", "b"], item = [{ os = "x" }] }\n target = tgt\n}\n';
	expect(await readBuilds(BAKE, text)).toEqual([
		{ ...app, name: "app-a-x", target: "a" },
		{ ...app, name: "app-b-x", target: "b" },
	]);
});

it("reads JSON, whose strings are templates", async () => {
	const text =
		'{"variable": {"T": {"default": "dev"}}, "group": {"default": {"targets": ["app"]}}, "target": {"app": {"target": "${T}", "args": {"N": 1}}}}';
	expect(await readBuilds("docker-bake.json", text)).toEqual([{ ...app, target: "dev", args: { N: "1" } }]);
});

it.each([
	[
		"a path of the current folder",
		'context = "web"\n  dockerfile = "cwd://x.file"',
		{ dockerfile: "/p/x.file", context: "/p/web" },
	],
	["a context of the current folder", 'context = "cwd://web"', { dockerfile: "/p/web/Dockerfile", context: "/p/web" }],
	["the current folder", 'context = "cwd://"', { dockerfile: "/p/Dockerfile", context: "/p" }],
])("reads a Dockerfile that is not in the context: %s", async (_, body, expected) => {
	expect(await readBuilds(BAKE, `target "app" {\n  ${body}\n}\n`)).toEqual([{ name: "app", ...expected }]);
});

it("reads an inline Dockerfile", async () => {
	const text = 'target "app" {\n  dockerfile-inline = <<EOT\nFROM a\nCMD $${A}\nEOT\n}\n';
	expect(await readBuilds(BAKE, text)).toEqual([{ name: "app", context: "/p", inline: "FROM a\nCMD ${A}\n" }]);
});

it.each([
	[
		"a base that another file has",
		'target "app" {\n  inherits = ["gone"]\n}\n',
		["docker-bake.hcl:1:1: no target is called gone, which is inherited here: another file may define it"],
	],
	[
		"a context that bake fetches",
		'target "app" {\n  context = "https://example.org/x.git"\n}\n',
		[
			"docker-bake.hcl:2:13: app: its build context https://example.org/x.git is fetched by the builder, so pidone cannot read the Dockerfile: skipped",
		],
	],
	...['dockerfile = "cwd://x"', 'dockerfile = "/q/x"', 'dockerfile-inline = "FROM a"'].map(
		(line): [string, string, string[]] => [
			`a context that bake fetches with ${line}`,
			`target "app" {\n  context = "git@a:b"\n  ${line}\n}\n`,
			[
				"docker-bake.hcl:2:13: app: its build context git@a:b is fetched by the builder, where pidone cannot put the init: skipped",
			],
		],
	),
	[
		"a variable that does not exist",
		'target "app" {\n  target = NONE\n}\n',
		["docker-bake.hcl:2:12: app: unknown variable NONE: skipped"],
	],
])("says what there is to know: %s", async (_, text, expected) => {
	expect(await readNotes(BAKE, text)).toEqual(expected);
});

it("reports that only bake knows a value if bake cannot be asked", async () => {
	const path = process.env.PATH;
	process.env.PATH = "/none";
	try {
		const notes = await readNotes(BAKE, 'target "app" {\n  target = md5("x")\n}\n');
		expect(notes).toEqual([
			"docker-bake.hcl:2:12: app: pidone does not evaluate the function md5: skipped",
			"docker-bake.hcl:1:1: only bake can evaluate what is skipped here, and it could not be asked (docker: not found: install it, or add its directory to PATH)",
		]);
	} finally {
		process.env.PATH = path;
	}
});

it.each([
	["not HCL", "target app {", "docker-bake.hcl:1:13: a block is not closed"],
	["no value", 'target "a" {\n  args =\n}\n', "docker-bake.hcl:2:9: expected a value"],
	["two attributes of a name", "a = 1\na = 2\n", "docker-bake.hcl:2:1: a is defined twice"],
	["two attributes in a line", "a = 1 b = 2\n", "docker-bake.hcl:1:7: expected the end of the line"],
	["a text without an end", 'a = "x\n', "docker-bake.hcl:1:5: the text is not closed"],
	["a heredoc without an end", "a = <<EOT\nx\n", "docker-bake.hcl:1:5: no line EOT ends the text"],
	[
		"a target that inherits itself",
		'target "a" {\n inherits = ["b"]\n}\ntarget "b" {\n inherits = ["a"]\n}\ngroup "default" {\n targets = ["a"]\n}\n',
		"docker-bake.hcl:4:1: the target a inherits itself",
	],
	[
		"a variable that refers to itself",
		'variable "A" {\n default = A\n}\ntarget "x" {\n target = A\n}\n',
		"docker-bake.hcl:2:12: A refers to itself",
	],
	[
		"a function that calls itself",
		'function "f" {\n params = []\n result = f()\n}\ntarget "x" {\n target = f()\n}\n',
		"docker-bake.hcl:3:11: the function f calls itself too often",
	],
	[
		"a matrix without a name",
		'target "a" {\n matrix = { x = ["1"] }\n}\n',
		"docker-bake.hcl:1:1: the target a has a matrix, and needs a name",
	],
	[
		"a matrix of a million",
		`target "a" {\n name = "x"\n matrix = {${"abcdef"
			.split("")
			.map((name) => `${name} = [${"1,".repeat(10)}]`)
			.join(",")}}\n}\n`,
		"docker-bake.hcl:3:11: the matrix has more than 500 targets",
	],
	["what nobody writes", `a = ${"[".repeat(50_000)}`, "is nested deeper than 200 levels"],
])("says where a mistake is: %s", async (_, text, expected) => {
	expect(await readMistake(BAKE, text)).toContain(expected);
});

it("limits the size of values", async () => {
	const lists = Array.from({ length: 60 }, (_, at) => `a${at + 1} = concat(a${at}, a${at})`);
	const texts = Array.from({ length: 60 }, (_, at) => `t${at + 1} = "\${t${at}}\${t${at}}"`);
	const text = `a0 = ["x"]\nt0 = "x"\n${lists.join("\n")}\n${texts.join("\n")}\ntarget "app" {\n args = { A = join("", a60), T = t60 }\n}\n`;
	expect(await readBuilds(BAKE, text)).toEqual([app]);
});
