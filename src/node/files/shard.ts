import { createHash } from "node:crypto";
import { optionError } from "../option-error.ts";

/** One of several parts of a run, for different machines. */
export interface Shard {
	/** From 1 to `count`. */
	readonly index: number;
	readonly count: number;
}

/** Reads `I/N`. Throws UserError. */
export function readShard(text: string): Shard {
	const [, index = 0, count = 0] = (/^(\d{1,6})\/(\d{1,6})$/.exec(text) ?? []).map(Number);
	if (index < 1 || index > count)
		throw optionError("--shard", text, "must be I/N, such as 2/5 for the second of five parts");
	return { index, count };
}

/** Whether a path belongs to a shard. Only the path decides, so that other files make no difference. */
export function isInShard(path: string, { index, count }: Shard): boolean {
	const hash = createHash("sha256").update(path).digest();
	return (hash.readUInt32BE(0) % count) + 1 === index;
}
