import type { Finding } from "../findings/finding.ts";
import { SourceLines } from "../report/source-lines.ts";
import { toBytes, toText } from "./bytes.ts";
import { type Gateway, GatewayError } from "./gateway.ts";
import { headOf } from "./llb.ts";
import type { DockerfileSource } from "./read-dockerfile.ts";

/**
 * Shows findings among BuildKit's own warnings, which look the same (moby/buildkit: frontend/dockerfile/linter). A builder that refuses to, as those
 * do that have no warnings, builds all the same.
 */
export async function warnOf(gateway: Gateway, findings: readonly Finding[], file: DockerfileSource): Promise<void> {
	const lines = new SourceLines(toText(file.bytes));
	try {
		for (const finding of findings) await gateway.warn(toRequest(finding, lines, file));
	} catch (error) {
		if (!(error instanceof GatewayError)) throw error;
	}
}

function toRequest(finding: Finding, lines: SourceLines, { filename, bytes, definition }: DockerfileSource): Parameters<Gateway["warn"]>[0] {
	const { line, endLine } = lines.regionOf(finding.start, finding.end);
	return {
		digest: headOf(definition),
		level: 1n,
		short: toBytes(`${ruleName(finding)}: ${finding.message} (line ${line})`),
		info: { filename, data: bytes, language: "Dockerfile", definition },
		ranges: [{ start: { line, character: 0 }, end: { line: endLine, character: 0 } }],
	};
}

/** A finding's code, by a name that shows whose it is. */
export function ruleName({ code }: Finding): string {
	return `pidone/${code}`;
}
