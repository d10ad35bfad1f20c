import { AT_FDCWD, O_CLOEXEC } from "./linux";
import { load8, message, packed, store8, text, zeroed } from "./native";
import { compose, say } from "./output";
import { parseNumber } from "./parse";
import * as sys from "./sys";
import { word } from "./word";

const MAXIMAL_PID: i32 = 4_194_304;
/** The number of bytes to read at a time. */
const CHUNK: i32 = 4096;

/** The name of a process, which may contain line feeds; 0 if it cannot be read: proc_pid_comm(5). */
export function nameOf(pid: i32): word {
	const name = zeroed("name of a process", CHUNK);
	const fd = sys.openat(AT_FDCWD, compose(packed("/proc/%d/comm"), 0, pid), O_CLOEXEC, 0);
	const size = sys.read(fd, name, CHUNK - 1);
	sys.close(fd);
	if (size <= 0) return 0;
	// A line feed ends it.
	store8(name + size - 1, 0);
	return name;
}

/** The list of children while it is read: proc_tid_children(5). This process has one thread. */
namespace list {
	export let fd: i32 = 0;
	/** The address of the next one in the chunk. */
	export let at: word = 0;
	export let end: word = 0;
	/** Whether it was reported that the list cannot be read. */
	export let isMissing: bool = false;
}

/** Starts listing the children; the list must be read to its end. @returns a PID, or -1 */
export function firstChild(): i32 {
	list.fd = sys.openat(AT_FDCWD, text("/proc/thread-self/children"), O_CLOEXEC, 0);
	list.at = list.end = 0;
	if (list.fd < 0 && !list.isMissing) {
		list.isMissing = true;
		say(message("1cannot read /proc/thread-self/children: %e; only the main child is known"), 0, -list.fd);
	}
	return nextChild();
}

/** @returns a PID, or -1 at the end */
export function nextChild(): i32 {
	let pid: i32 = 0;
	while (true) {
		if (list.at == list.end) {
			const chunk = zeroed("children", CHUNK);
			const size = sys.read(list.fd, chunk, CHUNK);
			if (size <= 0) break;
			list.at = chunk;
			list.end = chunk + size;
		}
		const byte = load8(list.at);
		list.at++;
		if (byte == 32 /* space */) return pid;
		pid = pid * 10 + byte - 48; /* 0 */
	}
	sys.close(list.fd);
	return -1;
}

/** Reads a PID and leaves `cursor` after it; -1 if there is none. */
export function parsePid(from: word): i32 {
	return parseNumber(from, MAXIMAL_PID);
}
