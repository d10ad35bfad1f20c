import { describe, expect, it } from "vitest";
import { readBuilds, readNotes } from "./read.ts";

const root = { dockerfile: "/p/Dockerfile", context: "/p" };

describe("a pipeline of GitLab", () => {
	it("states the command lines of its scripts", async () => {
		const text = `variables: {FILE: x.file}
.base: &base [cd sub]
image:
  variables: {STAGE: {value: dev}}
  script:
    - *base
    - docker build -f "$FILE" --target=$STAGE --build-arg A=$CI_COMMIT_SHA .
kaniko:
  script:
    - >-
      /kaniko/executor --context "$CI_PROJECT_DIR" --dockerfile "\${CI_PROJECT_DIR}/y.file"
    - docker build - < z
`;
		expect(await readBuilds(".gitlab-ci.yml", text)).toEqual([
			{ name: "image", dockerfile: "/p/sub/x.file", context: "/p/sub", target: "dev" },
			{ name: "kaniko", ...root, dockerfile: "/p/y.file" },
		]);
		expect(await readNotes(".gitlab-ci.yml", text)).toEqual([
			".gitlab-ci.yml:7:7: image: the default is assumed of build arguments that are not known: A ($CI_COMMIT_SHA is only known when it runs)",
			".gitlab-ci.yml:12:7: kaniko: reads its Dockerfile or context from standard input: skipped",
		]);
	});
});
