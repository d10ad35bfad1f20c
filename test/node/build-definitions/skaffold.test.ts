import { describe, expect, it } from "vitest";
import { readBuilds, readNotes } from "./read.ts";

const root = { dockerfile: "/p/Dockerfile", context: "/p" };

describe("skaffold.yaml", () => {
	it("states its artifacts and those of its profiles", async () => {
		const text = `apiVersion: skaffold/v4beta11
build:
  platforms: [linux/arm64]
  artifacts:
    - image: a
      context: sub
      docker: {dockerfile: x.file, target: dev, buildArgs: {A: b, T: "{{.TAG}}"}}
    - {image: j, jib: {}}
    - image: b
profiles: [{name: p, build: {artifacts: [{image: c, kaniko: {dockerfile: k.file}}]}}]
`;
		expect(await readBuilds("skaffold.yaml", text)).toEqual([
			{
				name: "a",
				dockerfile: "/p/sub/x.file",
				context: "/p/sub",
				target: "dev",
				args: { A: "b" },
				platforms: ["linux/arm64"],
			},
			{ name: "b", ...root, platforms: ["linux/arm64"] },
			{ name: "c", ...root, dockerfile: "/p/k.file" },
		]);
		expect(await readNotes("skaffold.yaml", text)).toEqual([
			"skaffold.yaml:7:70: a: pidone assumes the defaults of build arguments that are not known: T ({{.TAG}} is a template of Skaffold)",
		]);
	});
});
