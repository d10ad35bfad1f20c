import type { TestProject } from "vitest/node";
import { downEngine, upEngine } from "./helpers/provide-engine.ts";

/**
 * Provides an engine to all tests: the one that is reachable, or one that is made now. Gives what stops it again when
 * this run started it.
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
	const { env, isOurs } = await upEngine();
	project.provide("engine", env);
	return async () => {
		if (isOurs) await downEngine();
	};
}
