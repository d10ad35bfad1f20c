/** Whether a new text uses ARG TARGETARCH on a line that the old one lacks. */
export function addsTargetArch(before: string, after: string): boolean {
	if (!after.includes("TARGETARCH")) return false;
	const known = new Set(before.split("\n"));
	return after.split("\n").some((line) => line.includes("TARGETARCH") && !known.has(line));
}

/**
 * The note after a rewrite that adds ARG TARGETARCH. A default value of the ARG would not help: BuildKit would use it
 * instead of the target platform, and put an init for another CPU into the image.
 */
export const ARCHITECTURE_NOTE =
	"ARG TARGETARCH requires BuildKit: with the classic builder (before Docker 23), build with --build-arg TARGETARCH=amd64, or rewrite with --platform linux/amd64";
