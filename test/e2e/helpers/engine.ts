import { execa } from "execa";
import { inject } from "vitest";

/** The environment in which `docker` reaches the engine of this run. */
export const engineEnv: Readonly<Record<string, string>> = inject("engine");

/** Runs `docker` and gives its standard output; throws with what it said when it fails. */
export async function docker(...args: readonly string[]): Promise<string> {
	const { stdout } = await execa("docker", args, { env: engineEnv });
	return stdout;
}
