/** A machine word of the target: an address, a C `long`. This file replaces word.ts on 32-bit CPUs. */
export type word = i32;

/** The size of a word in bytes. */
export const W: i32 = 4;
