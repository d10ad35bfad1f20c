import { ENOSYS, EPERM, SIGSET_SIZE } from "./linux";
import { loadWord, storeWord, zeroed } from "./native";
import * as sys from "./sys";
import { W, word } from "./word";

// This file replaces time.ts on 32-bit CPUs. Kernels since 5.1 have system calls with 64-bit times, and need not have
// the old ones. Older kernels, and sandboxes that know only the old ones, reject the new ones.

/** The offset of the nanoseconds from the seconds in bytes. */
export const NANOSECONDS: i32 = 8;

function oldTimespec(): word {
	return zeroed("timespec of 32 bits", 8);
}

function isRefused(result: i32): bool {
	return result == -ENOSYS || result == -EPERM;
}

/** clock_gettime(2) */
export function readClock(clock: i32, timespec: word): void {
	if (!isRefused(sys.clock_gettime64(clock, timespec))) return;
	sys.clock_gettime(clock, oldTimespec());
	storeWord(timespec, loadWord(oldTimespec()));
	storeWord(timespec + NANOSECONDS, loadWord(oldTimespec() + W));
}

/** rt_sigtimedwait(2) */
export function waitForSignal(set: word, info: word, timeout: word): i32 {
	const result = sys.rt_sigtimedwait_time64(set, info, timeout, SIGSET_SIZE);
	if (!isRefused(result)) return result;
	if (timeout == 0) return sys.rt_sigtimedwait(set, info, 0, SIGSET_SIZE);
	storeWord(oldTimespec(), loadWord(timeout));
	storeWord(oldTimespec() + W, loadWord(timeout + NANOSECONDS));
	return sys.rt_sigtimedwait(set, info, oldTimespec(), SIGSET_SIZE);
}
