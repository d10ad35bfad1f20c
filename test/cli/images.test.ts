import { describe, expect, it } from "vitest";
import { makeFolder, runCli } from "./run-cli.ts";

describe("pidone images", () => {
	it("prints what is known about an image, and its source", async () => {
		const { code, out } = await runCli(["images", "node:20-alpine"], { cwd: makeFolder() });
		expect(code).toBe(0);
		expect(out).toBe(
			[
				"node",
				"  tags: 20-alpine",
				'  ENTRYPOINT ["docker-entrypoint.sh"], CMD ["node"], user root, stop signal SIGTERM, alpine',
				"  source: github.com/nodejs/docker-node: Dockerfile-debian.template, Dockerfile-alpine.template",
				"",
				"",
			].join("\n"),
		);
	});

	it("lists the user's images first, as JSON too", async () => {
		const cwd = makeFolder({
			".pidone.yaml": "registryAliases: { harbor.corp/hub: docker.io }\nbases: [{ images: [node], cmd: [mine] }]\n",
		});
		const { out } = await runCli(["images", "--json", "harbor.corp/hub/node:20"], { cwd });
		expect(JSON.parse(out)).toMatchObject({
			images: [
				{ images: ["node"], tags: ["20"], cmd: ["mine"], source: "stated by the user" },
				{ images: ["node"], tags: ["20"], cmd: ["node"] },
			],
		});
	});

	it.each(["node:22*", "registry.corp:5000/team/app:1.*"])("says that the tag of %s must be whole", async (pattern) => {
		const { code, out, err } = await runCli(["images", pattern], { cwd: makeFolder() });
		const told = `nothing is known about ${pattern}: * stands for a part of a name; a tag must be whole\n`;
		expect([code, out, err]).toEqual([1, "", told]);
	});

	it("says that no name matches a glob", async () => {
		const { code, err } = await runCli(["images", "acme/*"], { cwd: makeFolder() });
		const told = "nothing is known about acme/*: no name of a known image matches; pidone images prints them all\n";
		expect([code, err]).toEqual([1, told]);
	});

	it("exits with 1 and says what to do when nothing is known", async () => {
		const { code, out, err } = await runCli(["images", "acme/app"], { cwd: makeFolder() });
		expect([code, out]).toEqual([1, ""]);
		expect(err).toContain("nothing is known about acme/app: run pidone lock, or state what it declares with");
	});
});
