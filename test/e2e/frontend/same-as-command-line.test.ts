import { join } from "node:path";
import { execa } from "execa";
import { beforeAll, describe, expect, it } from "vitest";
import { cliFile } from "../../cli/built-cli.ts";
import { engineEnv } from "../helpers/engine.ts";
import { nameImage } from "../helpers/leftovers.ts";
import { buildConfig, readConfig } from "./helpers/build.ts";
import { buildFrontend } from "./helpers/frontend-image.ts";

const root = join(import.meta.dirname, "../../..");
const cases = [
	"arg-in-from",
	"cmd-shell",
	"crlf-shell",
	"entrypoint-shell-and-cmd",
	"escape-directive",
	"healthcheck",
	"json-escapes",
	"onbuild",
	"shell-of-stage",
	"user",
	"variables",
];
const folders = [...cases.map((name) => `test/fixtures/builders/${name}`), "examples/node"];

let frontend = "";
beforeAll(async () => {
	frontend = await buildFrontend();
});

describe.concurrent("the frontend makes what pidone build makes", () => {
	it.each(folders)("of %s", async (folder) => {
		const [viaFrontend, viaCommandLine] = await Promise.all([
			buildConfig(["--build-arg", `BUILDKIT_SYNTAX=${frontend}`, join(root, folder)]),
			buildWithCommandLine(join(root, folder)),
		]);
		expect(viaFrontend).toEqual(viaCommandLine);
		expect(JSON.stringify(viaFrontend.Entrypoint)).toMatch(/^\["\/sbin\/pidone",.*"--"/);
	});
});

async function buildWithCommandLine(folder: string): Promise<unknown> {
	const image = nameImage();
	const words = ["build", "--", "docker", "buildx", "build", "--network", "none", "--tag", image, folder];
	await execa(process.execPath, [cliFile, ...words], { env: engineEnv });
	return readConfig(image);
}
