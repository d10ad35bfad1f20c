import { describe, expect, it } from "vitest";
import { read, readBuilds, readNotes } from "./read.ts";

const root = { dockerfile: "/p/Dockerfile", context: "/p" };

describe("a workflow", () => {
	const path = ".github/workflows/build.yml";

	it("states what docker/build-push-action builds, for each combination of a matrix", async () => {
		const text = `on: push
env: {STAGE: prod}
jobs:
  image:
    strategy:
      matrix:
        service: [a, b]
        include: [{service: b, extra: x}, {service: c}]
    steps:
      - uses: docker/build-push-action@v6
        with:
          context: ./\${{ matrix.service }}
          file: docker/\${{ matrix.service }}.file
          target: \${{ env.STAGE }}
          platforms: linux/amd64,linux/arm64
          build-args: |
            A=1
            REF=\${{ github.sha }}
`;
		const build = (name: string): object => ({
			name: "image",
			dockerfile: `/p/docker/${name}.file`,
			context: `/p/${name}`,
			target: "prod",
			args: { A: "1" },
			platforms: ["linux/amd64", "linux/arm64"],
		});
		expect(await readBuilds(path, text)).toEqual([build("a"), build("b"), build("c")]);
		expect(await readNotes(path, text)).toEqual([
			`${path}:16:23: image: pidone assumes the defaults of build arguments that are not known: REF (\${{ github.sha }} is only known when the workflow runs)`,
		]);
	});

	it("states command lines, and the files of docker/bake-action", async () => {
		const text = `jobs:
  a:
    defaults: {run: {working-directory: sub}}
    steps:
      - run: |
          echo \${{ secrets.X }}
          docker buildx build -f ../x.file --tag "a:\${{ github.sha }}" ..
      - uses: docker/bake-action@v5
        with: {files: "docker-bake.hcl,\${{ steps.meta.outputs.bake-file }}"}
`;
		const files = { "docker-bake.hcl": 'target "app" {\n target = "dev"\n}\n' };
		expect(await readBuilds(path, text, { files })).toEqual([
			{ name: "a", dockerfile: "/p/x.file", context: "/p" },
			{ name: "app", ...root, target: "dev" },
		]);
	});

	it("does not guess values that only a run knows", async () => {
		const text = "jobs: {a: {steps: [{uses: docker/build-push-action@v6, with: {file: '${{ inputs.file }}'}}]}}";
		expect(await readBuilds(path, text)).toEqual([]);
		expect(await readNotes(path, text)).toEqual([
			`${path}:1:69: a: \${{ inputs.file }} is only known when the workflow runs: skipped`,
		]);
	});

	const imageJob = (matrix: string, inputs: string): string => `jobs:
  image:
    strategy: {matrix: ${matrix}}
    steps: [{uses: docker/build-push-action@v6, with: ${inputs}}]
`;

	it.each<[string, string, readonly string[]]>([
		["extends what an include fits", "{f: [a, b], include: [{f: a, t: x}, {all: 1}]}", ["a x", "b "]],
		["adds a combination that fits none", "{f: [a], include: [{f: b, t: y}]}", ["a ", "b y"]],
		["lets a later include replace what an earlier one added", "{f: [a], include: [{t: x}, {t: y}]}", ["a y"]],
		["leaves out what exclude matches", "{f: [a, b], t: [x, y], exclude: [{f: a}, {f: b, t: y}]}", ["b x"]],
		["has combinations of includes alone", "{include: [{f: a}, {f: b, t: x}]}", ["a ", "b x"]],
	])("%s", async (_, matrix, expected) => {
		const inputs = `{file: "\${{ matrix.f }}", target: "\${{ matrix.t }}"}`;
		const { builds } = await read(path, imageJob(matrix, inputs));
		expect(builds.map(({ dockerfile, target = "" }) => `${dockerfile?.slice(3)} ${target}`)).toEqual(expected);
	});

	it("does not take what a computed matrix lacks as empty", async () => {
		const matrix = `{include: "\${{ fromJSON(needs.x.outputs.y) }}"}`;
		expect(await readBuilds(path, imageJob(matrix, `{target: "\${{ matrix.t }}"}`))).toEqual([]);
		expect(await readBuilds(path, imageJob(matrix, "{target: x}"))).toEqual([{ name: "image", ...root, target: "x" }]);
	});

	it.each([
		["matrix.f || 'x.file'", "x.file"],
		["matrix.e && 'y.file' || 'x.file'", "y.file"],
		["matrix.s == 'A' && 'y.file'", "y.file"],
		["(matrix.s != 'a' || !matrix.e) && 'y.file' || format('{0}.{{}}', matrix.s)", "a.{}"],
		["join(matrix.list, '/')", "a/b"],
		["matrix['s']", "a"],
		["inputs.f || 'x.file'", undefined],
		["matrix.f || github.ref", undefined],
		["contains(matrix.s, 'a') && 'x.file'", undefined],
		["'x.file' 'y.file'", undefined],
	])("evaluates %s", async (expression, file) => {
		const matrix = "{include: [{s: a, e: true, list: [a, b]}]}";
		const { builds } = await read(path, imageJob(matrix, `{file: "\${{ ${expression} }}"}`));
		expect(builds.map(({ dockerfile }) => dockerfile)).toEqual(file === undefined ? [] : [`/p/${file}`]);
	});

	it("reads the workflows and actions of the repository that a job uses", async () => {
		const text = `jobs:
  a:
    strategy: {matrix: {name: [x, y]}}
    uses: ./.github/workflows/image.yml
    with: {folder: "images/\${{ matrix.name }}"}
  b:
    steps: [{uses: ./.github/actions/image, with: {folder: z, target: prod}}]
`;
		const files = {
			".github/workflows/image.yml": `on: {workflow_call: {inputs: {folder: {type: string}, target: {default: dev}}}}
jobs:
  build:
    steps: [{uses: docker/build-push-action@v6, with: {context: "\${{ inputs.folder }}", target: "\${{ inputs.target }}"}}]
`,
			".github/actions/image/action.yml": `inputs: {folder: {required: true}}
runs:
  using: composite
  steps: [{run: "docker build --target \${{ inputs.target }} \${{ inputs.folder }}", shell: bash}]
`,
		};
		expect(await readBuilds(path, text, { files })).toEqual([
			{ name: "build", dockerfile: "/p/images/x/Dockerfile", context: "/p/images/x", target: "dev" },
			{ name: "build", dockerfile: "/p/images/y/Dockerfile", context: "/p/images/y", target: "dev" },
			{ name: "b", dockerfile: "/p/z/Dockerfile", context: "/p/z", target: "prod" },
		]);
	});

	it("reads no workflow outside the repository", async () => {
		const files = { "/other.yml": "jobs: {build: {steps: [{run: docker build .}]}}" };
		expect(await readBuilds(path, "jobs: {a: {uses: ./../other.yml}}", { files })).toEqual([]);
	});

	it("ends where workflows use themselves", async () => {
		const files = { ".github/workflows/build.yml": "jobs: {a: {uses: ./.github/workflows/build.yml}}" };
		expect(await readBuilds(path, files[".github/workflows/build.yml"], { files })).toEqual([]);
	});

	it("finds the repository in the folder to which it is checked out", async () => {
		const text = `jobs:
  a:
    steps:
      - {uses: actions/checkout@v4, with: {path: source}}
      - {uses: actions/checkout@v4, with: {path: other, repository: some/other}}
      - {uses: docker/build-push-action@v6, with: {context: source, file: source/x.file}}
      - {run: docker build -t b sub, working-directory: source}
      - {run: docker build other}
`;
		expect(await readBuilds(path, text)).toEqual([
			{ name: "a", dockerfile: "/p/x.file", context: "/p" },
			{ name: "a", dockerfile: "/p/sub/Dockerfile", context: "/p/sub" },
			{ name: "a", dockerfile: "/p/other/Dockerfile", context: "/p/other" },
		]);
	});

	it("finds the Dockerfile in a folder of the default context", async () => {
		const inputs = `{context: "{{defaultContext}}:app", file: docker/x.file}`;
		expect(await readBuilds(path, imageJob("{x: [1]}", inputs))).toEqual([
			{ name: "image", dockerfile: "/p/app/docker/x.file", context: "/p/app" },
		]);
	});

	it("reads quoted build arguments", async () => {
		const text = `jobs:
  a:
    steps:
      - uses: docker/build-push-action@v6
        with:
          build-args: |
            "A=1 ""2"""
            B=3
`;
		expect(await readBuilds(path, text)).toEqual([{ name: "a", ...root, args: { A: '1 "2"', B: "3" } }]);
	});

	it("does not take an unknown folder for the root, or an unknown text for a literal one", async () => {
		const text = `jobs:
  a:
    steps:
      - {run: docker build ., working-directory: "\${{ inputs.folder }}"}
      - {run: "cd $DIR && docker build ."}
      - {run: "folder='\${{ inputs.folder }}'; docker build $folder"}
      - {run: "docker build \${{ inputs.options }} sub"}
`;
		expect(await readBuilds(path, text)).toEqual([{ name: "a", dockerfile: "/p/sub/Dockerfile", context: "/p/sub" }]);
		expect(await readNotes(path, text)).toEqual([
			`${path}:4:15: a: the folder of this command is only known when it runs: skipped`,
			`${path}:5:15: a: the folder of this command is only known when it runs: skipped`,
			`${path}:6:15: a: \${{ inputs.folder }} is only known when it runs: skipped`,
			`${path}:7:15: a: pidone leaves out \${{ inputs.options }}, which is only known when it runs`,
		]);
	});

	const laughs = Array.from({ length: 30 }, (_, at) => `x${at + 1}: &${at + 1} [*${at}, *${at}, *${at}]`).join("\n");
	const others = laughs.replace(/[&*]/g, "$&o").replace(/^x/gm, "o");

	it.each([
		["a variable", "env: {A: *30}", "", "context: ."],
		["an input", "", "", "context: ., target: *30"],
		["a value of a matrix", "", "strategy: {matrix: {v: [*30]}}", 'context: ., target: "${{ matrix.v }}"'],
		["a value that is excluded", "", "strategy: {matrix: {v: [*30, a], exclude: [{v: *o30}]}}", "context: ."],
	])("does not expand aliases of aliases: in %s", async (_, env, strategy, inputs) => {
		const uses = `steps: [{uses: docker/build-push-action@v6, with: {${inputs}}}]`;
		const job = [strategy, uses].filter(Boolean).join(", ");
		const text = `x0: &0 [x]\n${laughs}\no0: &o0 [x]\n${others}\n${env}\njobs: {image: {${job}}}\n`;
		const { builds, notes } = await read(path, text);
		expect(builds.length + notes.length).toBe(1);
	});
});
