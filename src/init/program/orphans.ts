import { countOf, keep, slotOf } from "./asked";
import { askToEnd } from "./forward";
import { SIGKILL } from "./linux";
import { load8, message } from "./native";
import { say } from "./output";
import { firstChild, nameOf, nextChild } from "./proc";
import { processes } from "./processes";
import { settings } from "./settings";
import * as sys from "./sys";
import { DEADLINE_ORPHANS, setDeadline } from "./timers";
import { word } from "./word";

/** Milliseconds between two looks: that an orphan has come raises no signal. */
const LOOK_EVERY: i32 = 1000;
/** How many looks after SIGTERM an orphan gets SIGKILL. */
const PATIENCE: i32 = 5;

export function lookForOrphansLater(): void {
	setDeadline(DEADLINE_ORPHANS, LOOK_EVERY);
}

/**
 * Ends the processes with a name of `settings.killOrphans` that have become children of this one: their parent died,
 * and whoever restarts it needs what they hold. The main child, and what still has its parent, is left alone.
 */
export function endOrphans(): void {
	lookForOrphansLater();
	for (let pid = firstChild(); pid > 0; pid = nextChild())
		if (pid != processes.child && isNamed(nameOf(pid))) endOrphan(pid);
}

/** SIGTERM at first, and SIGKILL when it is seen too often. Without a free slot its turn comes later. */
function endOrphan(pid: i32): void {
	const slot = slotOf(pid);
	if (slot == 0) return;
	const looks = countOf(slot);
	if (looks == 0) {
		say(message("1ends orphan %d"), 0, pid);
		askToEnd(pid);
	} else if (looks == PATIENCE) {
		sys.kill(pid, SIGKILL);
	}
	keep(slot, pid, looks + 1);
}

/** Whether a line of /proc/PID/comm is one of the names, which commas part. */
function isNamed(line: word): bool {
	for (let name = settings.killOrphans; load8(name) != 0; name = nextName(name)) if (fits(name, line)) return true;
	return false;
}

/** Whether it is the first of the names; `*` at the end of a name stands for anything. */
function fits(name: word, line: word): bool {
	for (; load8(name) == load8(line); name++) line++;
	const end = load8(name);
	return end == 42 /* * */ || (load8(line) == 10 && (end == 0 || end == 44)); /* , */
}

/** What follows the next comma, or the end. */
function nextName(name: word): word {
	while (load8(name) != 0) {
		name++;
		if (load8(name - 1) == 44 /* , */) break;
	}
	return name;
}
