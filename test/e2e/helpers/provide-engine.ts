import { join } from "node:path";
import { execa } from "execa";

declare module "vitest" {
	interface ProvidedContext {
		/** The environment in which `docker` reaches the engine. */
		engine: Readonly<Record<string, string>>;
	}
}

interface Engine {
	readonly env: Readonly<Record<string, string>>;
	/** Whether it was started now, so that it has to be stopped. */
	readonly isOurs: boolean;
	readonly version: string;
}

const script = join(import.meta.dirname, "../../../scripts/engine.js");

/** The engine that is reachable, or a new one. Throws if there is none. */
export async function upEngine(...options: readonly string[]): Promise<Engine> {
	const { stdout } = await execa(process.execPath, [script, "up", ...options, "--json"], { stderr: "inherit" });
	const engine = JSON.parse(stdout) as Engine;
	process.stderr.write(`e2e: on Docker ${engine.version}\n`);
	return engine;
}

/** Stops what `upEngine` has started with the same options. */
export async function downEngine(...options: readonly string[]): Promise<void> {
	await execa(process.execPath, [script, "down", ...options], { stderr: "inherit" });
}

/** Whether there is an engine whose image store holds several platforms. */
export async function hasPlatformStore(env: Readonly<Record<string, string>>): Promise<boolean> {
	const { stdout } = await execa("docker", ["info", "--format", "{{json .DriverStatus}}"], { env, reject: false });
	return (stdout ?? "").includes("io.containerd.snapshotter");
}
