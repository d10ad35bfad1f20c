import type { Width } from "./ir.ts";

/** The mnemonic of an operation at a width: 32 or 64 bits. Throws if the CPU has none. */
export function byWidth(mnemonics: readonly [string, string] | undefined, width: Width): string {
	if (mnemonics === undefined) throw new Error("BUG: there is no such instruction on this CPU");
	return mnemonics[width === 32 ? 0 : 1];
}
