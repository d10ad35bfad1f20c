import { join } from "node:path";
import { execa } from "execa";
import { usersOf } from "../../helpers/users.ts";

const script = join(import.meta.dirname, "../../../../scripts/engine.js");

/** Docker 20.10 from Debian 12, the last version whose `docker build` uses the classic builder by default. */
export interface OldEngine {
	/** The environment with which `docker` reaches it. */
	readonly env: Readonly<Record<string, string>>;
	/** Stops the engine, if tests started it and no other tests still use it. */
	readonly stop: () => Promise<void>;
}

/**
 * Starts Docker 20.10 alongside the engine of the other tests, in its own folder in the user's cache or in
 * `$PIDONE_E2E_OLD_ENGINE_DIR`. Returns the reason if that is not possible.
 */
export async function startOldEngine(): Promise<OldEngine | string> {
	const folder = process.env.PIDONE_E2E_OLD_ENGINE_DIR;
	const place = ["--suite", "bookworm", ...(folder ? ["--dir", folder] : [])];
	const users = usersOf("old-engine");
	const up = () =>
		execa(process.execPath, [script, "up", ...place, "--json"], { reject: false, stderr: ["pipe", "inherit"] });
	const { failed, stdout, stderr } = await users.enter(
		up,
		(started) => !started.failed && JSON.parse(started.stdout).isOurs,
	);
	if (failed) return `no Docker 20.10 can be made here: ${stderr.split("\n").at(-1)}`;
	const { env } = JSON.parse(stdout) as { readonly env: Readonly<Record<string, string>> };
	return {
		env,
		stop: () =>
			users.leave(async () => void (await execa(process.execPath, [script, "down", ...place], { stderr: "inherit" }))),
	};
}
