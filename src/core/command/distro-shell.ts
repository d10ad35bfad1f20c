import type { AnalysedStage } from "../analysis/analyse.ts";
import type { Distro } from "../images/catalogue-entry.ts";
import type { FollowedFile } from "./follow-source.ts";

/**
 * Whether a shell is known to stay the parent of what a text starts: Debian's /bin/sh does, while bash and busybox
 * replace themselves by a last command.
 */
export function staysParent(shell: string, distro: Distro | undefined): boolean {
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
