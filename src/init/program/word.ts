/** A machine word of the target: an address, a C `long`. On CPUs of 32 bits word-32.ts takes this file's place. */
export type word = i64;

/** Bytes of a word. */
export const W: i32 = 8;
