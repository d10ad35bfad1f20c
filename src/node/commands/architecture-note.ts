import type { FileReport } from "../../core/report/report.ts";

/**
 * What there is to know where a rewrite leaves the architecture to the builder. A default of the ARG would be no
 * answer: BuildKit takes it in place of the platform that it builds for, which would put another machine's init into
 * the image.
 */
export function noteArchitecture(files: readonly FileReport[]): string | undefined {
	if (!files.some(({ diff = "" }) => /^\+.*TARGETARCH/m.test(diff))) return undefined;
	return "ARG TARGETARCH requires BuildKit: with the classic builder (before Docker 23), build with --build-arg TARGETARCH=amd64, or rewrite with --platform linux/amd64";
}
