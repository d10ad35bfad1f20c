import type { TestProject } from "vitest/node";
import { downEngine, upEngine } from "./helpers/provide-engine.ts";

/**
 * Provides an engine to all tests: the one that is reachable, or a new one. Returns a function that stops the engine if
 * this run started it.
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
	const { env, isOurs } = await upEngine();
	project.provide("engine", env);
	return async () => {
		if (isOurs) await downEngine();
	};
}
