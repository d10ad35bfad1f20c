import { exit } from "./exit";
import { forward, hasForwardedStop, send } from "./forward";
import { ESRCH, SIGTERM } from "./linux";
import { message } from "./native";
import { note, tell } from "./output";
import { DUMB_INIT, personality, TINI } from "./personality";
import { processes } from "./processes";
import { hasNoChildren, status } from "./reap";
import { settings } from "./settings";
import * as sys from "./sys";
import { giveTerminalBack } from "./terminal";
import { clearDeadline, DEADLINE_GRACE, DEADLINE_KILL, DEADLINE_LOOK, isSet, setDeadline } from "./timers";

/**
 * Milliseconds for a process group when nothing else is said: a shell dies of the group's SIGTERM at once, its child
 * has work to finish.
 */
const GROUP_GRACE: i32 = 10_000;

/** Milliseconds between two looks at those that are left: that one of them ended need not raise a signal here. */
const LOOK_EVERY: i32 = 100;

/** The main child has ended: ends as it did, at once or when the others have gone or had their time. */
export function shutDown(): void {
	if (isSet(DEADLINE_GRACE)) {
		if (isAlone()) leave();
		return;
	}
	if (personality == DUMB_INIT) {
		forward(SIGTERM);
		note(message("\t3Child exited with status %d. Goodbye.\t"), 0, status);
		leave();
	}
	if (personality == TINI) {
		tell(message("\t\t4Exiting: child has exited"));
		leave();
	}
	const grace = settings.grace >= 0 ? settings.grace : settings.group || settings.all ? GROUP_GRACE : 0;
	if (grace == 0 || isAlone()) leave();
	clearDeadline(DEADLINE_KILL);
	setDeadline(DEADLINE_GRACE, grace);
	lookLater();
	if (!hasForwardedStop) send(SIGTERM);
}

/** Has the loop come round even when nothing happens. */
export function lookLater(): void {
	setDeadline(DEADLINE_LOOK, LOOK_EVERY);
}

/** Whether nobody is left whom `send` would reach. */
function isAlone(): bool {
	return settings.group && !settings.all ? sys.kill(-processes.group, 0) == -ESRCH : hasNoChildren;
}

/** Ends with the main child's status. The kernel ends what PID 1 leaves behind. */
export function leave(): void {
	giveTerminalBack();
	exit(status);
}
