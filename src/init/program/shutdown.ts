import { countOf, keep, slotOf } from "./asked";
import { exit } from "./exit";
import { askToEnd, forward, forwardedStop, send } from "./forward";
import { ESRCH, SIGCONT, SIGKILL, SIGQUIT, SIGTERM } from "./linux";
import { message } from "./native";
import { note, tell } from "./output";
import { DUMB_INIT, PIDONE, personality } from "./personality";
import { firstChild, nextChild } from "./proc";
import { processes } from "./processes";
import { endSignal, hasNoChildren, status } from "./reap";
import { settings } from "./settings";
import * as sys from "./sys";
import { giveTerminalBack } from "./terminal";
import { clearDeadline, DEADLINE_GRACE, DEADLINE_KILL, DEADLINE_LOOK, isSet, LOOK_EVERY, setDeadline } from "./timers";

/**
 * The default grace of a process group in milliseconds: SIGTERM to the group ends a shell at once, while its child has
 * work to finish.
 */
const GROUP_GRACE: i32 = 10_000;

/** Milliseconds for processes that got SIGKILL: one that waits for a lost disk does not even end then. */
const KILL_PATIENCE: i32 = 10_000;

/** Whether the grace is over, so that the remaining processes get SIGKILL. */
let isKilling: bool = false;

/**
 * Handles the end of the main child: exits with its status, at once, or after the other processes have ended or used up
 * their grace.
 */
export function shutDown(): void {
	if (isSet(DEADLINE_GRACE)) {
		goOnWaiting();
		return;
	}
	if (personality == DUMB_INIT) {
		forward(SIGTERM);
		note(message("\t3Child exited with status %d. Goodbye."), 0, status);
		leave();
	}
	tell(message("\t\t4Exiting: child has exited"));
	const groupGrace = personality == PIDONE && (settings.group || settings.all) ? GROUP_GRACE : 0;
	const grace = settings.grace >= 0 ? settings.grace : groupGrace;
	if (grace == 0 || isAlone()) leave();
	clearDeadline(DEADLINE_KILL);
	setDeadline(DEADLINE_GRACE, grace);
	lookLater();
	if (isForChildren()) askChildren();
	else if (!wereSignaled()) askToEnd(0);
	else {
		// HUP, INT and QUIT do not mean the end to every program: those that go on get SIGTERM later.
		if (endSignal != forwardedStop) setDeadline(SIGTERM, grace >> 1);
		send(SIGCONT);
	}
}

/**
 * Whether the others got the signal that has ended the main child. Many programs drop their work when another one
 * follows. A main child that handles the signal may have started others since.
 */
function wereSignaled(): bool {
	return endSignal != 0 && (endSignal == forwardedStop || endSignal <= SIGQUIT) && (settings.group || settings.all);
}

/**
 * Handles the end of the grace. The kernel ends what PID 1 leaves behind; any other process waits until none is left.
 */
export function endGrace(): void {
	if (isKilling || processes.self == 1) {
		send(SIGKILL);
		leave();
	}
	isKilling = true;
	setDeadline(DEADLINE_GRACE, KILL_PATIENCE);
}

/** Children of ended processes were adopted in the meantime: sends them the same signals as the others. */
function goOnWaiting(): void {
	if (isAlone()) leave();
	if (!isKilling && isForChildren()) askChildren();
	// A process of another user cannot be killed, and is left behind.
	if (isKilling && send(SIGKILL) < 0) leave();
}

/** Sends SIGTERM to each child that has not got it yet: orphans arrive one after the other. */
function askChildren(): void {
	for (let pid = firstChild(); pid > 0; pid = nextChild()) {
		const slot = slotOf(pid);
		if (slot == 0 || countOf(slot) != 0) continue;
		keep(slot, pid, 1);
		askToEnd(pid);
	}
}

/** Makes the loop run again even if nothing happens. */
export function lookLater(): void {
	setDeadline(DEADLINE_LOOK, LOOK_EVERY);
}

/** Whether to signal each child individually: an init that is not PID 1 must not signal all processes. */
function isForChildren(): bool {
	return processes.self != 1 && (settings.all || !settings.group);
}

/** Whether no process is left that `send` would reach. PID 1 also waits for processes of `docker exec`. */
function isAlone(): bool {
	if (isForChildren()) return hasNoChildren;
	return sys.kill(settings.group && !settings.all ? -processes.group : -1, 0) == -ESRCH;
}

/** Exits with the main child's status. The kernel ends what PID 1 leaves behind. */
export function leave(): void {
	giveTerminalBack();
	exit(status);
}
