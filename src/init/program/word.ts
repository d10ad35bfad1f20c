/** A machine word of the target: an address, a C `long`. On 32-bit CPUs, word-32.ts replaces this file. */
export type word = i64;

/** The size of a word in bytes. */
export const W: i32 = 8;
