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

/** Milliseconds between two checks: no signal announces a new orphan. */
const ORPHANS_EVERY: i32 = 1000;
/** An orphan gets SIGKILL this many checks after SIGTERM. */
const PATIENCE: i32 = 5;

export function lookForOrphansLater(): void {
	setDeadline(DEADLINE_ORPHANS, ORPHANS_EVERY);
}

/**
 * Ends orphans whose name is in `settings.killOrphans`: their parent died, and whoever restarts it needs the resources
 * that they hold. Does not touch the main child, nor processes that still have their parent.
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

/** Reports that the name of a child cannot be read: it exists until it is reaped, so its name must be hidden. */
function sayHidden(pid: i32): void {
	if (!isHidden) say(message("1cannot read /proc/%d/comm: --kill-orphans skips such processes"), 0, pid);
	isHidden = true;
}

/** Sends SIGTERM at first, and SIGKILL after too many checks. Without a free slot, waits for a later check. */
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

/** The kernel stores this many bytes of a name: TASK_COMM_LEN without its NUL. */
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
 * Whether a process has the first of the names. `*` in it matches anything; a name without it is compared as far as the
 * kernel stores the process's name.
 */
function fits(name: word, process: word, left: i32): bool {
	for (; load8(name) != 42 /* * */; left--) {
		if (left == 0 || isAtEnd(name)) return load8(process) == 0;
		if (load8(name) != load8(process)) return false;
		name++;
		process++;
	}
	// Several stars are like one, and each would take a stack frame.
	while (load8(name + 1) == 42 /* * */) name++;
	while (!fits(name + 1, process, -1)) {
		if (load8(process) == 0) return false;
		process++;
	}
	return true;
}

/** Whether there are only spaces before the next comma. */
function isAtEnd(name: word): bool {
	while (load8(name) == 32 /* space */) name++;
	return load8(name) == 0 || load8(name) == 44; /* , */
}

/** The text after the next comma, or the end. */
function nextName(name: word): word {
	while (load8(name) != 0) {
		name++;
		if (load8(name - 1) == 44 /* , */) break;
	}
	return name;
}
