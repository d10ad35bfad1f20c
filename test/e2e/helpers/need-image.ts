import { join } from "node:path";
import { engineEnv } from "./engine.ts";

const script: string = join(import.meta.dirname, "../../../scripts/engine/images.js");
const recipes = (await import(script)) as {
	readonly needImage: (name: string, env: typeof engineEnv) => Promise<void>;
};

/**
 * Makes a base image if the engine lacks it: a stand-in of Debian's packages, which takes up to a minute.
 * `test/e2e/images` has their Dockerfiles.
 */
export async function needImage(...names: readonly string[]): Promise<void> {
	for (const name of names) await recipes.needImage(name, engineEnv);
}
