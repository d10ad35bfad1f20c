import { describe, expect, it } from "vitest";
import { readBuilds, readMistake, readNotes } from "./read.ts";

describe("devcontainer.json", () => {
	it("states its build, despite comments and trailing commas", async () => {
		const text = `{
	// a name
	"name": "dev // no comment",
	"build": { "dockerfile": "../x.file", "context": "..", "args": { "V": "\${localEnv:V:1}", }, },
	"overrideCommand": false, /* kept */
}`;
		const expected = { name: "dev // no comment", dockerfile: "/p/x.file", context: "/p", args: { V: "1" } };
		expect(await readBuilds(".devcontainer/devcontainer.json", text)).toEqual([expected]);
		expect(await readNotes(".devcontainer/devcontainer.json", text)).toEqual([]);
	});

	it("accepts the old key for the Dockerfile, and reports that a shell replaces the command", async () => {
		const text = '{ "dockerFile": "Dockerfile", "context": ".." }';
		expect(await readBuilds(".devcontainer.json", text)).toEqual([
			{ name: "devcontainer", dockerfile: "/p/Dockerfile", context: "/" },
		]);
		expect(await readNotes(".devcontainer.json", text)).toEqual([
			".devcontainer.json:1:1: development containers run a shell in place of ENTRYPOINT, so that the init of the image does not run there: set init to true",
		]);
	});

	it("states the builds of its Compose files", async () => {
		const files = { "compose.yaml": "services: {a: {build: x}}" };
		expect(
			await readBuilds(".devcontainer/devcontainer.json", '{ "dockerComposeFile": ["../compose.yaml"] }', { files }),
		).toEqual([{ name: "a", dockerfile: "/p/x/Dockerfile", context: "/p/x" }]);
	});

	it("merges its Compose files, as Compose does", async () => {
		const files = {
			"compose.yaml": "services: {a: {build: {context: x, target: prod}}}",
			".devcontainer/compose.yaml": "services: {a: {build: {target: dev}}}",
		};
		const text = '{ "dockerComposeFile": ["../compose.yaml", "compose.yaml"] }';
		expect(await readBuilds(".devcontainer/devcontainer.json", text, { files })).toEqual([
			{ name: "a", dockerfile: "/p/x/Dockerfile", context: "/p/x", target: "dev" },
		]);
	});

	it("reports a mistake with its position", async () => {
		expect(await readMistake("devcontainer.json", '{\n\t"a": [}\n')).toMatch(/^devcontainer\.json:2:\d+: /);
	});
});
