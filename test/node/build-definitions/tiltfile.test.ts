import { describe, expect, it } from "vitest";
import { readBuilds, readNotes } from "./read.ts";

const root = { dockerfile: "/p/Dockerfile", context: "/p" };

describe("a Tiltfile", () => {
	it("states calls with literal arguments", async () => {
		const text = `# docker_build('no', '.')
docker_build('a', 'sub', dockerfile='x.file', build_args={'A': 'b', "N": version}, target = "dev", live_update=[sync('.', '/')])
docker_build("b", ".", dockerfile_contents="""FROM a
CMD b""")
docker_build('c', dir)
docker_compose('compose.yaml')
custom_build('d', 'docker build -f y.file .', deps=['.'])
`;
		const files = { "compose.yaml": "services: {e: {build: .}}" };
		expect(await readBuilds("Tiltfile", text, { files })).toEqual([
			{ name: "a", dockerfile: "/p/x.file", context: "/p/sub", target: "dev", args: { A: "b" } },
			{ name: "b", context: "/p", inline: "FROM a\nCMD b" },
			{ name: "e", ...root },
			{ name: "custom_build", ...root, dockerfile: "/p/y.file" },
		]);
		expect(await readNotes("Tiltfile", text, { files })).toEqual([
			"Tiltfile:2:74: a: pidone assumes the defaults of build arguments that are not known: N (only Tilt knows the value of version)",
			"Tiltfile:5:19: c: only Tilt knows the value of dir: skipped",
		]);
	});

	it("merges the files of docker_compose", async () => {
		const files = {
			"a.yaml": "services: {a: {build: {context: x, target: prod}}}",
			"b.yaml": "services: {a: {build: {target: dev}}}",
		};
		expect(await readBuilds("Tiltfile", 'docker_compose(["a.yaml", "b.yaml"])', { files })).toEqual([
			{ name: "a", dockerfile: "/p/x/Dockerfile", context: "/p/x", target: "dev" },
		]);
	});
});
