import type { AnalysedStage } from "../analysis/analyse.ts";
import type { Distro } from "../images/catalogue-entry.ts";
import type { ImageFiles } from "./image-files.ts";

/**
 * Whether a shell is known to stay the parent of what a text starts: Debian's /bin/sh does, while bash and busybox
 * replace themselves by a last command.
 */
export function staysParent(shell: string, distro: Distro | undefined): boolean {
	return /^(?:(?:\/usr)?\/bin\/)?(?:da)?sh$/.test(shell) && (distro === "debian" || distro === "ubuntu");
}

/** The distribution whose /bin/sh the image of a stage has; undefined if the Dockerfile puts another one there. */
export function distroOfShell(
	files: Pick<ImageFiles, "find">,
	{ end }: Pick<AnalysedStage, "end">,
): Distro | undefined {
	const others = ["/bin/sh", "/usr/bin/sh"].map((path) => files.find(path));
	return others.some((file) => file !== undefined && !file.isPossible) ? undefined : end.distro;
}
