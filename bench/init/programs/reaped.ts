import { load8, store8, text, zeroed } from "pidone/init/native";
import * as sys from "pidone/init/sys";
import { word } from "pidone/init/word";
import { timespecOf } from "./clock";

const AT_FDCWD: i32 = -100;
const SIZE: i32 = 65_536;
const SPACE: i32 = 32;

/** How many children PID 1 has besides this process, as far as a single read can tell. */
export function countOthers(): i32 {
	const list = readFile(text("/proc/1/task/1/children"));
	let count: i32 = -1;
	for (let at = list; load8(at) != 0; at++) if (load8(at) == SPACE) count++;
	return count;
}

/** Nanoseconds for which PID 1 was on a CPU: the first number of its schedstat. */
export function readRunTime(): i64 {
	let number: i64 = 0;
	for (let at = readFile(text("/proc/1/schedstat")); load8(at) > SPACE; at++)
		number = number * 10 + load8(at) - 48; /* 0 */
	return number;
}

function readFile(path: word): word {
	const contents = zeroed("contents", SIZE + 1);
	const fd = sys.openat(AT_FDCWD, path, 0, 0);
	const size = sys.read(fd, contents, SIZE);
	sys.close(fd);
	store8(contents + (size < 0 ? 0 : size), 0);
	return contents;
}

/** Checks five times per millisecond, for at most ten seconds. */
export function waitUntilAlone(): void {
	for (let looks: i32 = 0; looks < 50_000 && countOthers() > 0; looks++)
		sys.rt_sigtimedwait(zeroed("no signals", 8), 0, timespecOf(200_000), 8);
}
