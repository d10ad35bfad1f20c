import type { Finding } from "../findings/finding.ts";
import { SourceLines } from "../report/source-lines.ts";
import type { Gateway } from "./gateway.ts";
import { headOf } from "./llb.ts";
import type { DockerfileSource } from "./read-dockerfile.ts";

/** Shows findings among BuildKit's own warnings, which look the same (moby/buildkit: frontend/dockerfile/linter). */
export async function warnOf(gateway: Gateway, findings: readonly Finding[], file: DockerfileSource): Promise<void> {
	const { filename, bytes, definition } = file;
	const lines = new SourceLines(Buffer.from(bytes).toString());
	const info = { filename, data: bytes, language: "Dockerfile", definition };
	for (const finding of findings) {
		const { line, endLine } = lines.regionOf(finding.start, finding.end);
		const short = Buffer.from(`${ruleName(finding)}: ${finding.message} (line ${line})`);
		await gateway.warn({
			digest: headOf(definition),
			level: 1n,
			short,
			info,
			ranges: [{ start: { line, character: 0 }, end: { line: endLine, character: 0 } }],
		});
	}
}

/** A finding's code, by a name that shows whose it is. */
export function ruleName({ code }: Finding): string {
	return `pidone/${code}`;
}
