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
const ORPHANS_EVERY: i32 = 1000;
/** How many looks after SIGTERM an orphan gets SIGKILL. */
const PATIENCE: i32 = 5;

export function lookForOrphansLater(): void {
	setDeadline(DEADLINE_ORPHANS, ORPHANS_EVERY);
}

/**
 * Ends the processes with a name of `settings.killOrphans` that have become children of this one: their parent died,
 * and whoever restarts it needs what they hold. The main child, and what still has its parent, is left alone.
 */
export function endOrphans(): void {
	lookForOrphansLater();
	for (let pid = firstChild(); pid > 0; pid = nextChild()) {
		if (pid == processes.child) continue;
		const name = nameOf(pid);
		if (name == 0) sayHidden(pid);
		else if (isNamed(name)) endOrphan(pid);
	}
}

let isHidden: bool = false;

/** A child cannot be gone before it is reaped: its name is hidden. */
function sayHidden(pid: i32): void {
	if (!isHidden) say(message("1cannot read /proc/%d/comm: --kill-orphans skips such processes"), 0, pid);
	isHidden = true;
}

/** SIGTERM at first, and SIGKILL when it is seen too often. Without a free slot its turn comes later. */
function endOrphan(pid: i32): void {
	const slot = slotOf(pid);
	if (slot == 0) return;
	const looks = countOf(slot);
	if (looks == 0) {
		say(message("1terminating orphan %d\t\t1terminating orphan %d"), 0, pid);
		askToEnd(pid);
	} else if (looks == PATIENCE) {
		sys.kill(pid, SIGKILL);
	}
	keep(slot, pid, looks + 1);
}

/** Bytes of a name that the kernel keeps: TASK_COMM_LEN without its NUL. */
const KNOWN_LENGTH: i32 = 15;

/** Whether a process has one of the names, separated by commas. */
function isNamed(process: word): bool {
	for (let name = settings.killOrphans; load8(name) != 0; name = nextName(name)) {
		while (load8(name) == 32 /* space */) name++;
		if (fits(name, process, KNOWN_LENGTH)) return true;
	}
	return false;
}

/**
 * Whether a process has the first of the names. `*` in it stands for anything; without one it is compared as far as
 * the kernel knows the process's.
 */
function fits(name: word, process: word, left: i32): bool {
	for (; load8(name) != 42 /* * */; left--) {
		if (left == 0 || isAtEnd(name)) return load8(process) == 0;
		if (load8(name) != load8(process)) return false;
		name++;
		process++;
	}
	// A run of them is like one, and would take a frame of the stack for each.
	while (load8(name + 1) == 42 /* * */) name++;
	while (!fits(name + 1, process, -1)) {
		if (load8(process) == 0) return false;
		process++;
	}
	return true;
}

/** Whether only spaces come before the next comma. */
function isAtEnd(name: word): bool {
	while (load8(name) == 32 /* space */) name++;
	return load8(name) == 0 || load8(name) == 44; /* , */
}

/** What follows the next comma, or the end. */
function nextName(name: word): word {
	while (load8(name) != 0) {
		name++;
		if (load8(name - 1) == 44 /* , */) break;
	}
	return name;
}
