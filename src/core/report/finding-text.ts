import type { Finding } from "../finding.ts";
import { digestOf } from "../rewrite/marker-digest.ts";
import { replaceWrongBytes } from "./printable.ts";

/** Longer texts, such as heredocs, are truncated. */
const MAX_LENGTH = 160;

/**
 * The text that a finding is about, on one line. Together with its code, it identifies a finding even after lines have
 * moved or indentation has changed.
 */
export function findingText(source: string, { start, end }: Pick<Finding, "start" | "end">): string {
	const text = replaceWrongBytes(source.slice(Math.max(start, 0), Math.max(end, 0)))
		.replace(/\s+/g, " ")
		.trim();
	return text.length <= MAX_LENGTH ? text : `${text.slice(0, MAX_LENGTH)}… (${digestOf([text])})`;
}
