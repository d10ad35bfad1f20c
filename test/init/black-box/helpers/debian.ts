import { dirname } from "node:path";
import { findProgram } from "./programs.ts";
import { tellSkipped } from "./skip.ts";

/**
 * The command that runs Debian's own program with this name, with the argv[0] that users see; `undefined` if it is not
 * installed.
 */
export const findDebian = (name: "tini" | "dumb-init" | "catatonit"): readonly string[] | undefined => {
	const path = findProgram(name);
	if (path === undefined) {
		tellSkipped(`the comparison with Debian's ${name}`, "it is not installed");
		return undefined;
	}
	return ["env", `PATH=${dirname(path)}`, "POSIXLY_CORRECT=1", name];
};

/** Replaces process IDs, which differ from run to run. */
export const hidePids = (text: string): string =>
	text.replace(/(?<=tini \(|catatonit:|pid1 \(|child process |pid '|pid: '|pid=|with PID )\d+/g, "N");
