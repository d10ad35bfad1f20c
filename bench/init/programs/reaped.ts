import { load8, text, zeroed } from "pidone/init/native";
import * as sys from "pidone/init/sys";
import { timespecOf } from "./clock";

const AT_FDCWD: i32 = -100;
const SIZE: i32 = 65_536;
const SPACE: i32 = 32;

/** How many children PID 1 has besides this process, as far as one read tells. */
export function countOthers(): i32 {
	const list = zeroed("children", SIZE);
	const fd = sys.openat(AT_FDCWD, text("/proc/1/task/1/children"), 0, 0);
	const size = sys.read(fd, list, SIZE);
	sys.close(fd);
	let count: i32 = -1;
	for (let at: i32 = 0; at < size; at++) if (load8(list + at) == SPACE) count++;
	return count;
}

/** Looks five times in a millisecond, for ten seconds at most. */
export function waitUntilAlone(): void {
	for (let looks: i32 = 0; looks < 50_000 && countOthers() > 0; looks++) sys.rt_sigtimedwait(zeroed("no signals", 8), 0, timespecOf(200_000), 8);
}
