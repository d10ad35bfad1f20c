import { join } from "node:path";
import { execa } from "execa";
import { usersOf } from "../../helpers/users.ts";

const script = join(import.meta.dirname, "../../../../scripts/engine.js");

/** Docker 20.10 of Debian 12, the last whose `docker build` is the classic builder by itself. */
export interface OldEngine {
	/** The environment in which `docker` reaches it. */
	readonly env: Readonly<Record<string, string>>;
	/** Stops it, when tests have started it and these are the last that use it. */
	readonly stop: () => Promise<void>;
}

/**
 * Makes Docker 20.10 beside the engine of the other tests, in its own folder of the user's cache or in
 * `$PIDONE_E2E_OLD_ENGINE_DIR`. Gives the reason where it cannot.
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
