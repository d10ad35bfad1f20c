import { execa } from "execa";

/** The label of an engine that was made here. */
export const MADE_LABEL = "pidone.made";

/** A socket without a listener fails immediately; one that hangs counts as unreachable. */
const TIMEOUT = 5000;

/**
 * Asks the engine that `docker` reaches in this environment for its version.
 * @param {Readonly<Record<string, string>>} env in addition to this process's own
 * @returns {Promise<string | undefined>} undefined if none answers
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
 * Whether the engine is one that was made here. In the user's own engine, an image should be the one that its name
 * means.
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
