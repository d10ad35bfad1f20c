import { AT_FDCWD, O_CLOEXEC } from "./linux";
import { load8, packed, store8, text, zeroed } from "./native";
import { compose } from "./output";
import { cursor, parseNumber } from "./parse";
import * as sys from "./sys";
import { word } from "./word";

const MAXIMAL_PID: i32 = 4_194_304;
const FILE_SIZE: i32 = 4096;

/** Reads the beginning of a file as a text, which is empty when the file, or all of /proc, is gone. */
function readFile(path: word, contents: word): word {
	const fd = sys.openat(AT_FDCWD, path, O_CLOEXEC, 0);
	const size = sys.read(fd, contents, FILE_SIZE - 1);
	sys.close(fd);
	store8(contents + (size < 0 ? 0 : size), 0);
	return contents;
}

/** The name of a process with a line feed behind it, or less when it is gone: proc_pid_comm(5). */
export function nameOf(pid: i32): word {
	return readFile(compose(packed("/proc/%d/comm"), 0, pid), zeroed("name of a process", FILE_SIZE));
}

/** Where in the list of children the next one stands. */
let children: word = 0;

/**
 * Lists the children of this process, which has one thread: proc_tid_children(5). What does not fit is left out.
 * @returns a PID, or -1
 */
export function firstChild(): i32 {
	children = readFile(text("/proc/thread-self/children"), zeroed("children", FILE_SIZE));
	return nextChild();
}

export function nextChild(): i32 {
	const pid = parsePid(children);
	children = cursor.at + 1;
	return load8(cursor.at) == 32 /* space */ ? pid : -1;
}

/** Reads a PID and leaves `cursor` behind it; -1 where there is none. */
export function parsePid(from: word): i32 {
	return parseNumber(from, MAXIMAL_PID);
}
