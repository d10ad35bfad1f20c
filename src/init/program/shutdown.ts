import { countOf, keep, slotOf } from "./asked";
import { exit } from "./exit";
import { askToEnd, forward, send } from "./forward";
import { ESRCH, SIGKILL, SIGTERM } from "./linux";
import { message } from "./native";
import { note, tell } from "./output";
import { DUMB_INIT, PIDONE, personality } from "./personality";
import { firstChild, nextChild } from "./proc";
import { processes } from "./processes";
import { hasNoChildren, status } from "./reap";
import { settings } from "./settings";
import * as sys from "./sys";
import { giveTerminalBack } from "./terminal";
import { clearDeadline, DEADLINE_GRACE, DEADLINE_KILL, DEADLINE_LOOK, isSet, LOOK_EVERY, setDeadline } from "./timers";

/**
 * Milliseconds for a process group when nothing else is said: a shell dies of the group's SIGTERM at once, its child
 * has work to finish.
 */
const GROUP_GRACE: i32 = 10_000;

/** Milliseconds for those that got SIGKILL: who waits for a disk that is gone does not even end then. */
const KILL_PATIENCE: i32 = 10_000;

/** Whether the grace is over: the processes that are left get SIGKILL. */
let isKilling: bool = false;

/** The main child has ended: ends as it did, at once or when the others have gone or had their time. */
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
	else askToEnd(0);
}

/** The grace is over. The kernel ends what PID 1 leaves behind; another process waits until nobody is left. */
export function endGrace(): void {
	if (isKilling || processes.self == 1) {
		send(SIGKILL);
		leave();
	}
	isKilling = true;
	setDeadline(DEADLINE_GRACE, KILL_PATIENCE);
}

/** Children of those that have ended have come to this process meanwhile: they get what the others got. */
function goOnWaiting(): void {
	if (isAlone()) leave();
	if (!isKilling && isForChildren()) askChildren();
	// Who cannot be killed, since another user has started it, is left alone.
	if (isKilling && send(SIGKILL) < 0) leave();
}

/** Asks each child to end that was not asked before: orphans come one after the other. */
function askChildren(): void {
	for (let pid = firstChild(); pid > 0; pid = nextChild()) {
		const slot = slotOf(pid);
		if (slot == 0 || countOf(slot) != 0) continue;
		keep(slot, pid, 1);
		askToEnd(pid);
	}
}

/** Has the loop come round even when nothing happens. */
export function lookLater(): void {
	setDeadline(DEADLINE_LOOK, LOOK_EVERY);
}

/** Whether each child is signalled by itself: who is not PID 1 must not signal everybody. */
function isForChildren(): bool {
	return processes.self != 1 && (settings.all || !settings.group);
}

/** Whether nobody is left whom `send` would reach. PID 1 waits for those too that `docker exec` has put there. */
function isAlone(): bool {
	if (isForChildren()) return hasNoChildren;
	return sys.kill(settings.group && !settings.all ? -processes.group : -1, 0) == -ESRCH;
}

/** Ends with the main child's status. The kernel ends what PID 1 leaves behind. */
export function leave(): void {
	giveTerminalBack();
	exit(status);
}
