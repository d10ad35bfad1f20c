import { loadWord, storeWord, zeroed } from "pidone/init/native";
import * as sys from "pidone/init/sys";
import { W, word } from "pidone/init/word";

const CLOCK_MONOTONIC: i32 = 1;

/** The time in nanoseconds, from a clock that never jumps. */
export function now(): i64 {
	const time = zeroed("now", 16);
	sys.clock_gettime(CLOCK_MONOTONIC, time);
	return <i64>loadWord(time) * 1_000_000_000 + <i64>loadWord(time + W);
}

/** A timespec of less than a second. */
export function timespecOf(nanoseconds: i32): word {
	const timespec = zeroed("timespec", 16);
	storeWord(timespec + W, nanoseconds);
	return timespec;
}
