import { AT_FDCWD, O_CLOEXEC } from "./linux";
import { load8, packed, store8, zeroed } from "./native";
import { compose } from "./output";
import { parseNumber } from "./parse";
import * as sys from "./sys";
import { word } from "./word";

const MAXIMAL_PID: i32 = 4_194_304;
/** Bytes of what `readFile` fills. */
export const FILE_SIZE: i32 = 4096;

/** Opens a file or folder to read it; minus errno where that is not possible. */
export function openToRead(path: word): i32 {
	return sys.openat(AT_FDCWD, path, O_CLOEXEC, 0);
}

/** Reads the beginning of a file as a text, which is empty when the file, or all of /proc, is gone. */
export function readFile(path: word, contents: word): word {
	const fd = openToRead(path);
	const size = sys.read(fd, contents, FILE_SIZE - 1);
	sys.close(fd);
	store8(contents + (size < 0 ? 0 : size), 0);
	return contents;
}

function ofProcess(): word {
	return zeroed("file of a process", FILE_SIZE);
}

/** The name of a process with a line feed behind it, or less when it is gone: proc_pid_comm(5). */
export function nameOf(pid: i32): word {
	return readFile(compose(packed("/proc/%d/comm"), 0, pid), ofProcess());
}

/** The parent of a process: the second field behind its name in /proc/PID/stat, proc_pid_stat(5). -1 when it is gone. */
export function parentOf(pid: i32): i32 {
	let at = readFile(compose(packed("/proc/%d/stat"), 0, pid), ofProcess());
	let behindName = at;
	// A name may hold parentheses too: the last one ends it.
	for (; load8(at) != 0; at++) if (load8(at) == 41 /* ) */) behindName = at + 4;
	return parsePid(behindName);
}

/** Reads a PID and leaves `cursor` behind it; -1 where there is none. */
export function parsePid(from: word): i32 {
	return parseNumber(from, MAXIMAL_PID);
}
