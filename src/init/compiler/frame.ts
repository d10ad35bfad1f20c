import type { Register } from "./instruction.ts";
import type { Frame } from "./target.ts";

/** What a function saves on the stack, on a CPU with a link register. */
export function withLink({ saved, hasCalls }: Frame, link: Register): readonly Register[] {
	return hasCalls ? [...saved, link] : saved;
}

/** The bytes of a frame on a 64-bit CPU with a link register, whose stack pointer stays a multiple of 16. */
export function sizeOfFrame({ slots, saved, hasCalls }: Frame): number {
	return Math.ceil((slots + saved.length + (hasCalls ? 1 : 0)) / 2) * 16;
}
