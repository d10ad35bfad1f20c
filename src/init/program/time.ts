import { SIGSET_SIZE } from "./linux";
import * as sys from "./sys";
import { word } from "./word";

// A timespec has two 64-bit numbers: seconds, then nanoseconds. The program uses their low halves.

/** The offset of the nanoseconds from the seconds in bytes. */
export const NANOSECONDS: i32 = 8;

/** clock_gettime(2) */
export function readClock(clock: i32, timespec: word): void {
	sys.clock_gettime(clock, timespec);
}

/** rt_sigtimedwait(2) */
export function waitForSignal(set: word, info: word, timeout: word): i32 {
	return sys.rt_sigtimedwait(set, info, timeout, SIGSET_SIZE);
}
