import { join } from "node:path";
import { execa } from "execa";

const script = join(import.meta.dirname, "../../../../scripts/engine.js");

/** Docker 20.10 of Debian 12, the last whose `docker build` is the classic builder by itself. */
export interface OldEngine {
	/** The environment in which `docker` reaches it. */
	readonly env: Readonly<Record<string, string>>;
	/** Stops it, when this call has started it. */
	readonly stop: () => Promise<void>;
}

/** Makes Docker 20.10 beside the engine of the other tests, in its own folder of the user's cache or in `$PIDONE_E2E_OLD_ENGINE_DIR`. Gives the reason where it cannot. */
export async function startOldEngine(): Promise<OldEngine | string> {
	const folder = process.env.PIDONE_E2E_OLD_ENGINE_DIR;
	const place = ["--suite", "bookworm", ...(folder ? ["--dir", folder] : [])];
	const { failed, stdout, stderr } = await execa(process.execPath, [script, "up", ...place, "--json"], { reject: false, stderr: ["pipe", "inherit"] });
	if (failed) return `no Docker 20.10 can be made here: ${stderr.split("\n").at(-1)}`;
	const { env, isOurs } = JSON.parse(stdout) as { readonly env: Readonly<Record<string, string>>; readonly isOurs: boolean };
	return {
		env,
		stop: async () => {
			if (isOurs) await execa(process.execPath, [script, "down", ...place], { stderr: "inherit" });
		},
	};
}
