import type { TestProject } from "vitest/node";
import { downEngine, hasPlatformStore, upEngine } from "./helpers/provide-engine.ts";

/**
 * Provides an engine whose image store holds several platforms: the one that is reachable if its store does, or a new
 * one. If no such engine can be created, the tests get the one that is reachable, and report what they leave out.
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
	const options = (await hasPlatformStore({})) ? [] : ["--platforms"];
	try {
		const { env, isOurs } = await upEngine(...options);
		project.provide("engine", env);
		return async () => {
			if (isOurs) await downEngine(...options);
		};
	} catch (error) {
		process.stderr.write(`e2e: no engine for several platforms: ${error instanceof Error ? error.message : error}\n`);
		project.provide("engine", {});
		return async () => {};
	}
}
