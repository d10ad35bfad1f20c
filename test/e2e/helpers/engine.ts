import { execa } from "execa";
import { inject } from "vitest";

/** The environment in which `docker` reaches the engine of this run. */
export const engineEnv: Readonly<Record<string, string>> = inject("engine");

/** Runs `docker`, and returns its standard output. If it fails, throws an error with what it printed. */
export async function docker(...args: readonly string[]): Promise<string> {
	const { stdout } = await execa("docker", args, { env: engineEnv });
	return stdout;
}
