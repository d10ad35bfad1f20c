import { join } from "node:path";
import { execa } from "execa";
import type { TestProject } from "vitest/node";

declare module "vitest" {
	interface ProvidedContext {
		/** The environment in which `docker` reaches the engine. */
		engine: Readonly<Record<string, string>>;
	}
}

interface Engine {
	readonly env: Readonly<Record<string, string>>;
	readonly isOurs: boolean;
	readonly version: string;
}

const script = join(import.meta.dirname, "../../scripts/engine.js");

/** Provides an engine to all tests: the one that is reachable, or one that is made now. Gives what stops it again when this run started it. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
	const { stdout } = await execa(process.execPath, [script, "up", "--json"], { stderr: "inherit" });
	const { env, isOurs, version } = JSON.parse(stdout) as Engine;
	process.stderr.write(`e2e: on Docker ${version}\n`);
	project.provide("engine", env);
	return async () => {
		if (isOurs) await execa(process.execPath, [script, "down"], { stderr: "inherit" });
	};
}
