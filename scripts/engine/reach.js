import { execa } from "execa";

/** The label of an engine that was made here. */
export const MADE_LABEL = "pidone.made";

/** A socket that nobody listens at answers at once; one that hangs is as good as none. */
const TIMEOUT = 5000;

/**
 * Asks the engine that `docker` reaches in this environment for its version.
 * @param {Readonly<Record<string, string>>} env on top of this process's own
 * @returns {Promise<string | undefined>} undefined where none answers
 */
export async function findEngine(env) {
	const { failed, stdout } = await execa("docker", ["version", "--format", "{{.Server.Version}}"], {
		env,
		reject: false,
		timeout: TIMEOUT,
	});
	return failed || stdout === "" ? undefined : stdout;
}

/**
 * Whether the engine is one that was made here. In somebody's own engine an image of a name should be the real one.
 * @param {Readonly<Record<string, string>>} env
 */
export async function isMadeHere(env) {
	const { stdout } = await execa("docker", ["info", "--format", "{{range .Labels}}{{println .}}{{end}}"], {
		env,
		reject: false,
	});
	return (stdout ?? "").split("\n").includes(`${MADE_LABEL}=true`);
}

/**
 * Whether `docker` has buildx.
 * @param {Readonly<Record<string, string>>} env
 */
export async function hasBuildx(env) {
	const { failed } = await execa("docker", ["buildx", "version"], { env, reject: false });
	return !failed;
}
