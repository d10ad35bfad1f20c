import { spawnSync } from "node:child_process";

// `unshare --fork` ignores SIGTERM, so the tests always end it with SIGKILL. --kill-child then ends the namespace, too.
const base = ["unshare", "--fork", "--kill-child", "--pid", "--mount-proc"];
const candidates = [base, [...base, "--user", "--map-root-user"]];

/** The command that runs another one as PID 1 of a new PID namespace; `undefined` if this user may not create one. */
export const namespace: readonly string[] | undefined = candidates.find(
	([command = "", ...args]) =>
		spawnSync(command, [...args, "true"], { timeout: 10_000, killSignal: "SIGKILL" }).status === 0,
);

export const noNamespace = "PID namespaces cannot be made here (neither root nor user namespaces)";
