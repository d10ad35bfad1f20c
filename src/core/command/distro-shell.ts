import type { AnalysedStage } from "../analysis/analyse.ts";
import type { Distro } from "../images/catalogue-entry.ts";
import { baseName } from "../inits/invocation.ts";
import type { CommandStep } from "./command-chain.ts";
import type { FollowedFile } from "./follow-source.ts";

/** Programs that start a shell of their own choice: one that they contain, or the user's. */
const CHOOSING = /^(?:busybox|toybox|su|runuser)$/;

/**
 * Whether a shell is known to stay the parent of what a text starts: Debian's /bin/sh does, while bash and busybox
 * replace themselves by a last command.
 * @param starter the program that starts it, if that is not the container itself
 */
export function staysParent(shell: string, distro: Distro | undefined, starter?: CommandStep): boolean {
	if (starter?.kind === "wrapper" && CHOOSING.test(baseName(starter.argv[0] ?? ""))) return false;
	return /^(?:(?:\/usr)?\/bin\/)?(?:da)?sh$/.test(shell) && hasDash(distro);
}

function hasDash(distro: Distro | undefined): boolean {
	return distro === "debian" || distro === "ubuntu";
}

/** The distribution whose /bin/sh the image of a stage has; undefined if the Dockerfile puts another one there. */
export function distroOfShell({ dockerfile, commands }: FollowedFile, analysed: AnalysedStage): Distro | undefined {
	const { distro } = analysed.end;
	// Most files name no such path, and to search for one takes time.
	if (!hasDash(distro) || !dockerfile.source.includes("bin/sh")) return distro;
	const files = commands.filesOf(analysed);
	const others = ["/bin/sh", "/usr/bin/sh"].map((path) => files.findScript(path, "."));
	return others.some((file) => file !== undefined && !file.isPossible) ? undefined : distro;
}
