/** A machine word of the target: an address, a C `long`. On CPUs of 64 bits word.ts takes this file's place. */
export type word = i32;

/** Bytes of a word. */
export const W: i32 = 4;
