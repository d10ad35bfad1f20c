import { load8, text, zeroed } from "./native";
import { openToRead, parentOf, parsePid } from "./proc";
import { processes } from "./processes";
import * as sys from "./sys";
import { word } from "./word";

const ENTRIES_SIZE: i32 = 4096;

// linux_dirent64, getdents64(2): where the entry's length and its name are. No name in /proc is so long that the length needs both its bytes
// (least significant first on every CPU but s390x).
const ENTRY_LENGTH: i32 = 16;
const ENTRY_NAME: i32 = 19;

/** Signals every process below this one; where it is not PID 1, others of the system have to be left alone. Without /proc, none. */
export function signalDescendants(signal: i32): i32 {
	const folder = openToRead(text("/proc"));
	const entries = zeroed("entries", ENTRIES_SIZE);
	while (true) {
		const size = sys.getdents64(folder, entries, ENTRIES_SIZE);
		if (size <= 0) break;
		for (let entry = entries; entry < entries + size; entry += load8(entry + ENTRY_LENGTH)) {
			const pid = parsePid(entry + ENTRY_NAME);
			if (pid > 1 && isDescendant(pid)) sys.kill(pid, signal);
		}
	}
	sys.close(folder);
	return 0;
}

function isDescendant(pid: i32): bool {
	let ancestor = parentOf(pid);
	while (ancestor > 1) {
		if (ancestor == processes.self) return true;
		ancestor = parentOf(ancestor);
	}
	return false;
}
