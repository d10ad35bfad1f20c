import { fromSourceBytes } from "../core/dockerfile/source-bytes.ts";
import { SourceLines } from "../core/dockerfile/source-lines.ts";
import type { Finding } from "../core/finding.ts";
import { toBytes } from "./bytes.ts";
import type { DockerfileSource } from "./fetch-dockerfile.ts";
import { type Gateway, GatewayError } from "./gateway.ts";
import { headOf } from "./llb.ts";

/** A warning of a build: a finding, or a message without a place in the Dockerfile. */
export interface Warning extends Pick<Finding, "code" | "message"> {
	readonly start?: number;
	readonly end?: number;
}

/**
 * Shows findings among BuildKit's own warnings, in the same format (moby/buildkit: frontend/dockerfile/linter). If the
 * builder does not support warnings, the call fails and the build continues.
 */
export async function warnOf(gateway: Gateway, warnings: readonly Warning[], file: DockerfileSource): Promise<void> {
	const lines = new SourceLines(fromSourceBytes(file.bytes));
	try {
		for (const warning of warnings) await gateway.warn(toRequest(warning, lines, file));
	} catch (error) {
		if (!(error instanceof GatewayError)) throw error;
	}
}

function toRequest(
	warning: Warning,
	lines: SourceLines,
	{ filename, bytes, definition }: DockerfileSource,
): Parameters<Gateway["warn"]>[0] {
	const { message, start, end } = warning;
	const head = { digest: headOf(definition), level: 1n };
	if (start === undefined || end === undefined) return { ...head, short: toBytes(`${ruleName(warning)}: ${message}`) };
	const { line, endLine } = lines.regionOf(start, end);
	return {
		...head,
		short: toBytes(`${ruleName(warning)}: ${message} (line ${line})`),
		info: { filename, data: bytes, language: "Dockerfile", definition },
		ranges: [{ start: { line, character: 0 }, end: { line: endLine, character: 0 } }],
	};
}

/** A finding's code, with a prefix that shows that it is ours. */
export function ruleName({ code }: Pick<Finding, "code">): string {
	return `pidone/${code}`;
}
