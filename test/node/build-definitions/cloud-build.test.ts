import { join } from "node:path";
import { expect, it } from "vitest";
import { readDefinition } from "../../../src/node/build-definitions/read-definition.ts";
import { makeFolder } from "../../cli/run-cli.ts";

const TREE = {
	".git/HEAD": "",
	"app/Dockerfile": "",
	"app/x.file": "",
	"deploy/own/Dockerfile": "",
	"both/Dockerfile": "",
	"deploy/both/Dockerfile": "",
};

/** Reads `deploy/cloudbuild.yaml`; returns the builds, relative to the repository, and the notes. */
async function read(text: string): Promise<readonly unknown[]> {
	const root = makeFolder(TREE);
	const host = { cwd: root, env: {}, read: () => undefined };
	const source = { path: "deploy/cloudbuild.yaml", file: join(root, "deploy/cloudbuild.yaml"), text };
	const { builds, notes } = await readDefinition(source, "cloudbuild", host);
	return [
		...builds.map(({ name, dockerfile = "", target = "", args }) =>
			[name, dockerfile.slice(root.length + 1), target, ...Object.values(args)].join(" "),
		),
		...notes.map(({ line, column, message }) => `${line}:${column}: ${message}`),
	];
}

it("states the builds of its steps", async () => {
	const text = `steps:
- name: gcr.io/cloud-builders/docker
  args: [build, --tag=eu.gcr.io/$PROJECT_ID/app:$SHORT_SHA, -f, app/x.file, --build-arg, 'A=$$it''s', '--target=\${_STAGE}', app]
- id: kaniko
  name: gcr.io/kaniko-project/executor:latest
  args: ["--context=dir:///workspace/app", "--destination=$_IMAGE"]
- id: shell
  name: gcr.io/cloud-builders/docker@sha256:0
  entrypoint: bash
  dir: deploy
  env: [STAGE=$_STAGE]
  args:
  - -ec
  - |
    docker pull x || true
    docker build --target "$$STAGE" own
- id: script
  name: ubuntu
  script: |
    #!/usr/bin/env bash
    docker buildx build /workspace/app
- {id: own, name: docker, args: [build, own]}
- {name: docker, args: [push, x]}
- {name: gcr.io/cloud-builders/docker, entrypoint: make, args: [push]}
- {name: node, args: [docker, build, app]}
substitutions: {_STAGE: prod}
`;
	expect(await read(text)).toEqual([
		"step app/x.file prod $it's",
		"kaniko app/Dockerfile ",
		"shell deploy/own/Dockerfile prod",
		"script app/Dockerfile ",
		"own deploy/own/Dockerfile ",
	]);
});

it("says what is not known", async () => {
	const text = `steps:
- {name: docker, args: [build, $_WHERE]}
- {name: docker, args: [build, .], dir: $_WHERE}
- {name: docker, args: [build, both]}
- {name: docker, args: [build, gone]}
- name: docker
  args: [build, --build-arg, V=$_V, $_MORE, app]
`;
	expect(await read(text)).toEqual([
		"step app/Dockerfile ",
		"2:24: step: $_WHERE is only known when it runs: skipped",
		"3:24: step: the folder of this command is only known when it runs: skipped",
		"7:9: step: pidone leaves out $_MORE, which is only known when it runs",
		"7:9: step: pidone assumes the defaults of build arguments that are not known: V ($_V is only known when it runs)",
		"4:24: step: builds ../both/Dockerfile or both/Dockerfile, which depends on the directory where it is run: skipped",
		"5:24: step: its Dockerfile ../gone/Dockerfile or gone/Dockerfile does not exist: skipped",
	]);
});
