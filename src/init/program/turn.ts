import { forwardInTime } from "./delays";
import { exit } from "./exit";
import { forward, send } from "./forward";
import { SIGCHLD, SIGINT, SIGKILL, SIGRTMAX, SIGSTOP, SIGTERM, SIGTTIN, SIGTTOU } from "./linux";
import { message } from "./native";
import { endOrphans } from "./orphans";
import { note, tell } from "./output";
import { CATATONIT, DUMB_INIT, personality, TINI } from "./personality";
import { processes } from "./processes";
import { reap } from "./reap";
import { settings } from "./settings";
import { endGrace, lookLater, shutDown } from "./shutdown";
import { isTerminalStop, takeSignal } from "./signals";
import * as sys from "./sys";
import { continueChild, isFromDetaching } from "./terminal";
import {
	clearDeadline,
	DEADLINE_CONTINUE,
	DEADLINE_GRACE,
	DEADLINE_LOOK,
	DEADLINE_ORPHANS,
	findNextDeadline,
	next,
	timespecOf,
} from "./timers";
import { word } from "./word";

/** One iteration of the loop: waits for a signal or a deadline, and handles it. */
export function turn(): void {
	let timeout: word = 0;
	findNextDeadline();
	if (next.deadline >= 0) timeout = timespecOf(max(next.left, 0));
	const signal = takeSignal(timeout);
	if (signal > 0) receive(signal);
	if (next.deadline >= 0 && next.left <= 0) expire(next.deadline);
	// Also after other signals: a storm of them must not keep SIGCHLD waiting, which is taken after those with lower
	// numbers.
	reap();
	if (processes.child == 0 && !settings.isPausing) shutDown();
}

/** Handles a signal: forwards it, unless it is for the init itself. */
export function receive(signal: i32): void {
	if (signal == SIGCHLD) note(message("\t3Received signal %d.\t3Received SIGCHLD"), 0, signal);
	else note(message("\t3Received signal %d."), 0, signal);
	// tini does not forward the terminal's signals.
	if (signal == SIGCHLD || (personality == TINI && (signal == SIGTTIN || signal == SIGTTOU))) return;
	if (settings.isPausing && (signal == SIGTERM || signal == SIGINT)) exit(0);
	if (personality == CATATONIT && isTerminalStop(signal)) {
		tell(message("\t\t\t3ignoring kernel attempting to stop us: tty has TOSTOP set"));
		return;
	}
	if (settings.isPausing) return;
	if (isFromDetaching(signal)) {
		note(message("\t3Ignoring tty hand-off signal %d."), 0, signal);
		return;
	}
	forwardInTime(signal);
	if (personality == DUMB_INIT && isTerminalStop(signal)) {
		tell(message("\t3Suspending self due to TTY signal."));
		sys.kill(processes.self, SIGSTOP);
	}
}

/** Handles a deadline that is over. */
export function expire(deadline: i32): void {
	clearDeadline(deadline);
	if (deadline <= SIGRTMAX) forward(deadline);
	else if (deadline == DEADLINE_LOOK) lookLater();
	else if (deadline == DEADLINE_ORPHANS) endOrphans();
	else if (deadline == DEADLINE_CONTINUE) continueChild();
	else if (deadline == DEADLINE_GRACE) endGrace();
	else send(SIGKILL);
}
