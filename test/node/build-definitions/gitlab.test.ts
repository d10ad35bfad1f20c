import { describe, expect, it } from "vitest";
import { readBuilds, readMistake, readNotes } from "./read.ts";

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
			".gitlab-ci.yml:7:7: image: pidone assumes the defaults of build arguments that are not known: A ($CI_COMMIT_SHA is only known when it runs)",
			".gitlab-ci.yml:12:7: kaniko: reads its Dockerfile or context from standard input: skipped",
		]);
	});
});

describe("what a pipeline of GitLab has from elsewhere", () => {
	it("includes local files, whose scripts start in the same directory, and overrides their jobs", async () => {
		const text = "include: [/ci/build.yml, {local: ci/more.yml}]\nimage: {variables: {STAGE: dev}}\n";
		const files = {
			"ci/build.yml":
				"image:\n  variables: {STAGE: prod, FILE: x.file}\n  script: [docker build --target $STAGE -f $FILE .]\n",
			"ci/more.yml": "include: ci/last.yml\nmore: {script: docker build more}\n",
			"ci/last.yml": "last: {script: [docker build $WHAT]}\n",
		};
		expect(await readBuilds(".gitlab-ci.yml", text, { files })).toEqual([
			{ name: "image", dockerfile: "/p/x.file", context: "/p", target: "dev" },
			{ name: "more", dockerfile: "/p/more/Dockerfile", context: "/p/more" },
		]);
		expect(await readNotes(".gitlab-ci.yml", text, { files })).toEqual([
			"ci/last.yml:1:17: last: $WHAT is only known when it runs: skipped",
		]);
	});

	it("extends jobs, the last one winning, and resolves references to parts of others", async () => {
		const text = `default: {before_script: [cd app]}
.a: {variables: {FILE: a.file, STAGE: a}, before_script: []}
.b: {extends: .a, variables: {FILE: b.file}}
.lines: {script: [cd sub, docker build .]}
one: {extends: [.a, .b], script: ["docker build -f $FILE --target $STAGE ."]}
two: {variables: !reference [.b, variables], script: ["docker build -f $FILE ."]}
three: {script: [!reference [.lines, script], echo]}
.unused: {script: [docker build unused]}
`;
		expect(await readBuilds(".gitlab-ci.yml", text)).toEqual([
			{ name: "one", dockerfile: "/p/b.file", context: "/p", target: "a" },
			{ name: "two", dockerfile: "/p/app/b.file", context: "/p/app" },
			{ name: "three", dockerfile: "/p/app/sub/Dockerfile", context: "/p/app/sub" },
			{ name: ".unused", dockerfile: "/p/app/unused/Dockerfile", context: "/p/app/unused" },
		]);
	});

	it("is reported if only GitLab can fetch it", async () => {
		const text = 'include:\n  - template: Build.yml\n  - https://x/y.yml\n  - local: "ci/*.yml"\n';
		expect(await readNotes(".gitlab-ci.yml", text)).toEqual([
			".gitlab-ci.yml:2:5: Build.yml: only GitLab can fetch what this includes: skipped",
			".gitlab-ci.yml:3:5: https://x/y.yml: only GitLab can fetch what this includes: skipped",
			".gitlab-ci.yml:4:5: ci/*.yml: only GitLab can fetch what this includes: skipped",
		]);
	});

	const laughs = (tag: string): string =>
		Array.from({ length: 30 }, (_, index) => `.x${index + 1}: &${index + 1} ${tag.replaceAll("*", `*${index}`)}`).join(
			"\n",
		);

	it.each([
		["a file that is not there", "include: none.yml\n", "1:10: none.yml: no such file"],
		["a file that includes itself", "include: .gitlab-ci.yml\n", "1:10: includes more than 150 files, or itself"],
		["jobs that extend each other", "a: {extends: b}\nb: {extends: a}\n", "1:4: a extends or refers to itself"],
		["a job that refers to itself", "a: {script: [!reference [a, script]]}\n", "1:4: a extends or refers to itself"],
		[
			"a script of a billion lines",
			`.x0: &0 [x]\n${laughs("[*, *, *]")}\na: {script: *30}\n`,
			"the script has more than 20000 lines",
		],
		[
			"a job of a billion keys",
			`.x0: &0 {a: b}\n${laughs("{a: *, b: *}")}\na: {extends: [.x30, .x29, .x30]}\n`,
			"no mistake",
		],
	])("takes no time, and has a mistake if it is one: %s", async (_, text, message) => {
		expect(await readMistake(".gitlab-ci.yml", text, { files: { ".gitlab-ci.yml": text } })).toContain(message);
	});
});
