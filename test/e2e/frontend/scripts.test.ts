import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { FileServer } from "../examples/helpers/serve-files.ts";
import { buildConfig, runBuild } from "./helpers/build.ts";
import { buildFrontend } from "./helpers/frontend-image.ts";
import { makeArchive, makeRepository, serveFolder } from "./helpers/served-contexts.ts";
import { makeFolder } from "./helpers/workspace.ts";

const DOCKERFILE = 'FROM busybox\nCOPY scripts/ /usr/local/bin/\nENTRYPOINT ["entry.sh"]\n';
const WITH_SYSTEM_INIT = {
	Dockerfile: DOCKERFILE,
	"scripts/entry.sh": "#!/bin/sh\n. /usr/local/bin/start.sh\nstart\n",
	"scripts/start.sh": "start() { exec /sbin/init; }\n",
};
const WITH_APP = { ...WITH_SYSTEM_INIT, "scripts/start.sh": "start() { exec sleep 1; }\n" };

let syntax: readonly string[] = [];
let server: FileServer | undefined;

beforeAll(async () => {
	syntax = ["--build-arg", `BUILDKIT_SYNTAX=${await buildFrontend()}`];
	const folder = makeFolder({});
	await makeRepository(folder, "system-init", WITH_SYSTEM_INIT);
	await makeRepository(folder, "app", WITH_APP);
	for (const [name, files] of [["system-init", WITH_SYSTEM_INIT] as const, ["app", WITH_APP] as const])
		writeFileSync(join(folder, `${name}.tar.gz`), await makeArchive(files, "--gzip"));
	server = await serveFolder(folder);
});
afterAll(async () => server?.close());

const wrapped = ["/sbin/pidone", "--", "entry.sh"];

describe.concurrent("the frontend reads the scripts that the build copies", () => {
	it.each([
		["leaves a system init alone", WITH_SYSTEM_INIT, ["entry.sh"]],
		["adds an init for another program", WITH_APP, wrapped],
	] as const)("in a folder, and %s", async (_, files, Entrypoint) => {
		expect(await buildConfig([...syntax, "."], { files })).toMatchObject({ Entrypoint });
	});

	it.each([
		["leaves a system init alone", "system-init", ["entry.sh"]],
		["adds an init for another program", "app", wrapped],
	] as const)("in a repository and an archive, and %s", async (_, name, Entrypoint) => {
		for (const ending of [".git", ".tar.gz"])
			expect(await buildConfig([...syntax, `${server?.url}/${name}${ending}`])).toMatchObject({ Entrypoint });
	});

	it("in an archive on standard input, and where there is no context at all", async () => {
		const input = await makeArchive(WITH_SYSTEM_INIT);
		expect(await buildConfig([...syntax, "-"], { input })).toMatchObject({ Entrypoint: ["entry.sh"] });
		const { exitCode, output } = await runBuild([...syntax, "-"], { input: DOCKERFILE });
		expect([exitCode === 0, output]).toEqual([false, expect.stringContaining('"/scripts": not found')]);
	});
});
