import { flatMap } from "../flat-map.ts";
import type { Instruction } from "./instruction.ts";

/**
 * What `COPY --from` or `RUN --mount=from` refers to: stages, by name or number, named contexts or images.
 */
export function fromReferences({ keyword, flags }: Instruction): string[] {
	if (flags.length === 0) return [];
	if (keyword === "COPY" || keyword === "ADD")
		return flatMap(flags, (flag) => (flag.startsWith("--from=") ? [flag.slice("--from=".length)] : []));
	return keyword === "RUN"
		? flatMap(flags, (flag) => (flag.startsWith("--mount=") ? (MOUNT_FROM.exec(flag)?.[1] ?? []) : []))
		: [];
}

/**
 * The fields of a mount are those of a line of CSV, their names in any case (BuildKit:
 * instructions/commands_runmount.go).
 */
const MOUNT_FROM = /[=,]"?from=([^,"]*)/i;

/** The index of the stage, if a reference is a number; undefined if it is a name. */
export function stageNumber(reference: string): number | undefined {
	return /^\+?\d+$/.test(reference) ? Number(reference) : undefined;
}
