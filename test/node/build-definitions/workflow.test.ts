import { describe, expect, it } from "vitest";
import { readBuilds, readNotes } from "./read.ts";

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
});
