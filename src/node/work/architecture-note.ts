/** Whether a new text asks the builder for the architecture on a line that the old one lacks. */
export function takesArchitecture(before: string, after: string): boolean {
	if (!after.includes("TARGETARCH")) return false;
	const known = new Set(before.split("\n"));
	return after.split("\n").some((line) => line.includes("TARGETARCH") && !known.has(line));
}

/**
 * What there is to know where a rewrite leaves the architecture to the builder. A default of the ARG would be no
 * answer: BuildKit takes it in place of the platform that it builds for, which would put another machine's init into
 * the image.
 */
export const ARCHITECTURE_NOTE =
	"ARG TARGETARCH requires BuildKit: with the classic builder (before Docker 23), build with --build-arg TARGETARCH=amd64, or rewrite with --platform linux/amd64";
