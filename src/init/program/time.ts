import { SIGSET_SIZE } from "./linux";
import * as sys from "./sys";
import { word } from "./word";

// A timespec is two 64-bit numbers: seconds and, 8 bytes on, nanoseconds. The program uses their low halves.

/** Bytes from the seconds to the nanoseconds. */
export const NANOSECONDS: i32 = 8;

/** clock_gettime(2) */
export function readClock(clock: i32, timespec: word): void {
	sys.clock_gettime(clock, timespec);
}

/** rt_sigtimedwait(2) */
export function waitForSignal(set: word, info: word, timeout: word): i32 {
	return sys.rt_sigtimedwait(set, info, timeout, SIGSET_SIZE);
}
