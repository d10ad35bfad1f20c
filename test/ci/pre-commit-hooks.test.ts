import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, it } from "vitest";
import { parse } from "yaml";
import { discoverFiles } from "../../src/node/files/discover.ts";
import { makeFolder, spawnCli } from "../cli/run-cli.ts";

interface Hook {
	readonly id: string;
	readonly entry: string;
	readonly files: string;
	readonly exclude: string;
}

const hooks = parse(
	readFileSync(resolve(import.meta.dirname, "../../.pre-commit-hooks.yaml"), "utf8"),
) as readonly Hook[];

const names = [
	...[
		"Dockerfile",
		"Dockerfile.dev",
		"Dockerfile.a.b",
		"api.Dockerfile",
		"api.dockerfile",
		".Dockerfile",
		".dockerfile",
		"Containerfile",
	],
	...[
		"dockerfile",
		"DockerFile",
		"DOCKERFILE",
		"Dockerfile-dev",
		"Dockerfile_test",
		"Containerfile.dev",
		"api.Containerfile",
		"api.containerfile",
	],
	...[
		"api-Dockerfile",
		"api_Containerfile",
		"Dockerfile.",
		"Dockerfile.go",
		"Dockerfile.py",
		"dockerfile.dev",
		"dockerfile-dev",
		"Dockerfile.22.04",
	],
	...[
		"dockerfile.go",
		"dockerfile_test.go",
		"dockerfile.d.ts",
		"lint-dockerfile",
		"Dockerfiles",
		"XDockerfile",
		".dockerignore",
	],
	...[
		"Dockerfile.dockerignore",
		"Dockerfile.dev.dockerignore",
		"api.Dockerfile.dockerignore",
		"Dockerfile.expected",
		"Dockerfile.md",
		"Dockerfile.txt",
	],
	...[
		"Dockerfile.bak",
		"Dockerfile.bak2",
		"Dockerfile.dev~",
		"Dockerfile~",
		".#Dockerfile",
		".#api.Dockerfile",
		"#Dockerfile#",
		".Dockerfile.swp",
	],
	...[
		"Dockerfile.1234567890",
		"Dockerfile___jb_tmp___",
		"Dockerfile_LOCAL_123.dev",
		"Dockerfile.lock",
		"Dockerfile.yml",
		"Dockerfile.tmp.1",
	],
	...[
		"Dockerfile.j2",
		"Dockerfile-debian.template",
		"api.Dockerfile.tmpl",
		"Dockerfile.in",
		"Dockerfile-template",
		"node_modules/x/Dockerfile",
	],
];
const paths = names.flatMap((name) => [name, `a/b c/${name}`]);

it.each(hooks)("$id selects the files that a walk finds", async ({ files, exclude }) => {
	const cwd = makeFolder(Object.fromEntries(paths.map((path) => [path, "FROM scratch\n"])));
	const walked = (await discoverFiles(["."], cwd)).files.map(({ path }) => path);
	const taken = paths.filter((path) => new RegExp(files).test(path) && !new RegExp(exclude).test(path));
	expect(taken.sort()).toEqual(walked.sort());
	expect(taken.length).toBeGreaterThan(10);
});

it("has the pattern that docs/ci.md shows", () => {
	const page = readFileSync(resolve(import.meta.dirname, "../../docs/ci.md"), "utf8");
	for (const { files } of hooks) expect(page).toContain(`files: '${files}'\n`);
});

it("has entries that the command line accepts, with many files in one call", async () => {
	expect(hooks.map(({ id }) => id)).toEqual(["pidone-check", "pidone-rewrite"]);
	const files = Object.fromEntries(Array.from({ length: 300 }, (_, n) => [`${n}/Dockerfile`, "FROM scratch\n"]));
	const cwd = makeFolder({ ...files, "300/Dockerfile": "FROM node:22\nCMD x\n" });
	for (const { entry } of hooks) {
		const [program, ...words] = entry.split(" ");
		const { code } = await spawnCli([...words, ...Object.keys(files), "300/Dockerfile"], { cwd });
		expect([program, code]).toEqual(["pidone", words[0] === "check" ? 1 : 0]);
	}
	expect(readFileSync(join(cwd, "300/Dockerfile"), "utf8")).toContain("ENTRYPOINT");
});
