import { execa } from "execa";
import type { TestProject } from "vitest/node";

declare module "vitest" {
	interface ProvidedContext {
		/** The environment in which `docker` reaches the engine. */
		engine: Readonly<Record<string, string>>;
	}
}

/** Provides an engine to all tests. */
export async function setup(project: TestProject): Promise<void> {
	const { stdout } = await execa("docker", ["version", "--format", "{{.Server.Version}}"]);
	process.stderr.write(`e2e: the engine that is here, Docker ${stdout}\n`);
	project.provide("engine", {});
}
