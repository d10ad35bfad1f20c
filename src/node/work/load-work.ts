import type { RewriteFlags } from "../settings/flags.ts";
import type { Work } from "./work.ts";

/** Work that several threads can do: each of them loads it by its name. */
export type WorkName = "check" | "rewrite" | "revert";

/** Loads what a command does with a file. */
export async function loadWork(name: WorkName, flags: RewriteFlags, cwd: string): Promise<Work> {
	if (name === "check") return (await import("./check-file.ts")).makeCheckWork(flags, cwd);
	const { makeRewriteWork, makeRevertWork } = await import("./rewrite-file.ts");
	return name === "rewrite" ? makeRewriteWork(flags, cwd) : makeRevertWork(flags);
}
