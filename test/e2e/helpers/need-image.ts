import { join } from "node:path";
import { execa } from "execa";
import { engineEnv } from "./engine.ts";

const script = join(import.meta.dirname, "../../../scripts/engine.js");

/** Makes a base image where the engine lacks it: a stand-in of Debian's packages, which takes up to a minute. `test/e2e/images` has their Dockerfiles. */
export async function needImage(...names: readonly string[]): Promise<void> {
	await execa(process.execPath, [script, "image", ...names], { env: engineEnv, stderr: "inherit" });
}
