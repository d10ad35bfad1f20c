import { SIGKILL, SIGTERM } from "./linux";
import { load32, load8, packed, store32, text, zeroed } from "./native";
import { say, tell } from "./output";
import { cursor } from "./parse";
import { FILE_SIZE, nameOf, parsePid, readFile } from "./proc";
import { processes } from "./processes";
import { settings } from "./settings";
import * as sys from "./sys";
import { DEADLINE_ORPHANS, now, setDeadline } from "./timers";
import { word } from "./word";

/** Milliseconds between two looks: that an orphan has come raises no signal. */
const LOOK_EVERY: i32 = 1000;
/** Milliseconds from SIGTERM to SIGKILL. */
const PATIENCE: i32 = 5000;

/** Orphans that got SIGTERM: each its PID and when it gets SIGKILL. */
const SLOT_SIZE: i32 = 8;
const SLOTS_SIZE: i32 = 32 * SLOT_SIZE;
function slots(): word {
	return zeroed("ended orphans", SLOTS_SIZE);
}

export function lookForOrphansLater(): void {
	setDeadline(DEADLINE_ORPHANS, LOOK_EVERY);
}

/**
 * Ends the processes with a name of `settings.killOrphans` that have become children of this one: their parent died, and whoever restarts
 * it needs what they hold. The main child, and what still has its parent, is left alone.
 */
export function endOrphans(): void {
	lookForOrphansLater();
	// proc_pid_children(5); this process has one thread. What does not fit comes with a later look.
	let at = readFile(text("/proc/thread-self/children"), zeroed("children", FILE_SIZE));
	if (load8(at) == 0) tell(packed("1cannot look for orphans: no /proc/thread-self/children"));
	for (let pid = parsePid(at); pid > 0; pid = parsePid(at)) {
		at = cursor.at + 1;
		if (pid != processes.child && isNamed(nameOf(pid))) endOrphan(pid);
	}
}

/** SIGTERM at first, and SIGKILL when its time is up. Without a free slot it gets SIGTERM with every look. */
function endOrphan(pid: i32): void {
	let slot = findSlot(pid);
	if (slot != 0) {
		if (now() - load32(slot + 4) >= 0) sys.kill(pid, SIGKILL);
		return;
	}
	say(packed("1ends process %d, which has lost its parent"), 0, pid);
	sys.kill(pid, SIGTERM);
	slot = findSlot(0);
	if (slot == 0) return;
	store32(slot, pid);
	store32(slot + 4, now() + PATIENCE);
}

function findSlot(pid: i32): word {
	for (let slot = slots(); slot < slots() + SLOTS_SIZE; slot += SLOT_SIZE) if (load32(slot) == pid) return slot;
	return 0;
}

/** A process was reaped: its number may become another one's. */
export function forgetOrphan(pid: i32): void {
	const slot = findSlot(pid);
	if (slot != 0) store32(slot, 0);
}

/** Whether a line of /proc/PID/comm is one of the names, which commas part; `*` at the end of a name stands for anything. */
function isNamed(line: word): bool {
	let at = line;
	let name = settings.killOrphans;
	while (true) {
		const byte = load8(name);
		name++;
		if (at != 0 && byte == 42 /* * */) return true;
		if (byte == 0 || byte == 44 /* , */) {
			if (at != 0 && load8(at) == 10) return true;
			if (byte == 0) return false;
			at = line;
		} else if (at != 0) {
			at = load8(at) == byte ? at + 1 : 0;
		}
	}
}
