import { execa, type Result } from "execa";
import type { Environment } from "../cache/user-folders.ts";
import { parseObject } from "../json.ts";
import type { Credentials } from "./auth-files.ts";
import { RegistryFailure } from "./failure.ts";

/** A query to a helper program (github.com/docker/docker-credential-helpers). */
interface HelperQuestion {
	/** `desktop` for docker-credential-desktop. */
	readonly suffix: string;
	/** As it was logged in to: a host, or the URL of Docker Hub's index. */
	readonly server: string;
	readonly environment: Environment;
	readonly timeoutMs: number;
}

const NOTHING = /credentials not found|no credentials/i;

/**
 * Asks a credential helper.
 * @returns undefined if it has nothing for the server
 * Throws RegistryFailure if it does not answer. The message never contains its output, which may be a password.
 */
export async function askCredentialHelper(question: HelperQuestion): Promise<Credentials | undefined> {
	const { suffix, server, environment, timeoutMs } = question;
	const program = `docker-credential-${suffix}`;
	// The name of a program, not a path.
	if (!/^[\w.-]+$/.test(suffix)) throw new RegistryFailure("the name of its credential helper is not valid");
	const child = execa(program, ["get"], {
		input: server,
		env: environment,
		extendEnv: false,
		stderr: "ignore",
		maxBuffer: 1024 * 1024,
		reject: false,
	});
	let isLate = false;
	const timer = setTimeout(() => {
		isLate = true;
		child.kill("SIGKILL");
		// A process that the helper has started may hold the other end.
		child.stdout.destroy();
	}, timeoutMs);
	const result = await child;
	clearTimeout(timer);
	if (isLate)
		throw new RegistryFailure(`its credential helper ${program} did not answer within ${timeoutMs / 1000} seconds`);
	if (result.code === "ENOENT") throw new RegistryFailure(`its credential helper ${program} is not installed`);
	if (result.isMaxBuffer) throw new RegistryFailure(`its credential helper ${program} printed more than 1 MB`);
	if (result.failed && NOTHING.test(result.stdout ?? "")) return undefined;
	if (result.failed)
		throw new RegistryFailure(`its credential helper ${program} failed (${describeEnd(result)}): run it by hand`);
	const credentials = readAnswer(result.stdout);
	if (credentials === undefined)
		throw new RegistryFailure(`its credential helper ${program} printed something that is not credentials`);
	return credentials;
}

function describeEnd({ exitCode, signal, code }: Pick<Result, "exitCode" | "signal" | "code">): string {
	return exitCode === undefined ? (signal ?? code ?? "not started") : `exit code ${exitCode}`;
}

function readAnswer(text: string): Credentials | undefined {
	const { Username: username, Secret: secret } = parseObject(text) ?? {};
	if (typeof username !== "string" || typeof secret !== "string" || secret === "") return undefined;
	return username === "<token>"
		? { kind: "identity", token: secret }
		: { kind: "password", username, password: secret };
}
