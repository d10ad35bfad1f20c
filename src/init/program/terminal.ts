import { forwardedStop } from "./forward";
import { TIOCGPGRP, TIOCNOTTY, TIOCSCTTY, TIOCSPGRP } from "./ioctls";
import { ENOTTY, SIGCONT, SIGHUP, SIGSTOP, SIGTTIN, SIGTTOU } from "./linux";
import { load32, message, store32, zeroed } from "./native";
import { note, tell } from "./output";
import { CATATONIT, DUMB_INIT, PIDONE, personality, TINI } from "./personality";
import { processes } from "./processes";
import { settings } from "./settings";
import { isTerminalStop } from "./signals";
import * as sys from "./sys";
import { DEADLINE_CONTINUE, setDeadline } from "./timers";
import { word } from "./word";

const STDIN: i32 = 0;

/** Whether the child may get the terminal on stdin: the init's process group is its foreground group. */
let ownsTerminal: bool = false;

/** The signals that the init itself is about to cause: bit n is signal n. */
let ignoredOnce: i32 = 0;

/** Whether a signal was caused by releasing the terminal, and must not be forwarded. Each arrives once. */
export function isFromDetaching(signal: i32): bool {
	const bit = signal < 32 ? 1 << signal : 0;
	const isIgnored = (ignoredOnce & bit) != 0;
	ignoredOnce &= ~bit;
	return isIgnored;
}

function group(): word {
	return zeroed("process group", 4);
}

/** The foreground process group, or minus errno. */
function foregroundGroup(): i32 {
	const result = sys.ioctl(STDIN, TIOCGPGRP, group());
	return result < 0 ? result : load32(group());
}

function setForegroundGroup(pgid: i32): i32 {
	store32(group(), pgid);
	return sys.ioctl(STDIN, TIOCSPGRP, group());
}

function isForeground(): bool {
	return foregroundGroup() == sys.getpgid(0);
}

/**
 * Before the child is created: releases the terminal, so that the child's session can take it, or checks who has it.
 */
export function prepareTerminal(): void {
	if (settings.session) detach();
	else ownsTerminal = personality == TINI || personality == CATATONIT || (personality == PIDONE && isForeground());
}

/**
 * ioctl_tty(2): when a session leader releases its terminal, the kernel sends SIGHUP and SIGCONT to the foreground
 * group.
 */
function detach(): void {
	const result = sys.ioctl(STDIN, TIOCNOTTY, 0);
	if (result < 0) {
		note(message("\t3Unable to detach from controlling tty (errno=%d %e)."), 0, -result);
	} else if (sys.getsid(0) == processes.self) {
		tell(message("\t3Detached from controlling tty, ignoring the first SIGHUP and SIGCONT we receive."));
		ignoredOnce = (1 << SIGHUP) | (1 << SIGCONT);
	} else {
		tell(message("\t3Detached from controlling tty, but was not session leader."));
	}
}

/** In the child: creates its session or process group, and takes the terminal if allowed. A failure does not matter. */
export function takeTerminal(): void {
	if (settings.session) {
		sys.setsid();
		const result = sys.ioctl(STDIN, TIOCSCTTY, 0);
		if (result < 0) note(message("\t3Unable to attach to controlling tty (errno=%d %e)."), 0, -result);
		tell(message("\t3setsid complete."));
	} else if (personality != DUMB_INIT) {
		sys.setpgid(0, 0);
		if (!ownsTerminal) return;
		const result = setForegroundGroup(sys.getpid());
		if (result == -ENOTTY)
			note(
				message(
					"\t\t3tcsetpgrp failed: no tty (ok to proceed)\t3setting foreground process failed: no tty present: %e",
				),
				0,
				-result,
			);
		else if (result < 0)
			note(message("\t\t3tcsetpgrp failed: %e (ok to proceed)\t3setting foreground process failed: %e"), 0, -result);
	}
}

/** Milliseconds until a child is continued that was stopped because it cannot have the terminal. */
const CONTINUE_AFTER: i32 = 1000;

/**
 * Handles a stop of the main child, such as by ^Z. A shell that started the init waits for the init's process group:
 * stops that as well, and gives the terminal to the child again once the shell continues it. An init that is PID 1 does
 * not stop, because nobody would continue it.
 */
export function followStop(signal: i32): void {
	if (forwardedStop != 0 || (processes.self == 1 && isTerminalStop(signal))) {
		// Without the terminal, it would try again at once, and be stopped again.
		const wantsTerminal = signal == SIGTTIN || signal == SIGTTOU;
		if (!wantsTerminal || canHaveTerminal()) continueChild();
		else {
			processes.isStopped = true;
			setDeadline(DEADLINE_CONTINUE, CONTINUE_AFTER);
		}
	} else if (personality == PIDONE && processes.self != 1 && ownsTerminal) {
		sys.kill(processes.self, SIGSTOP);
		if (isForeground()) setForegroundGroup(processes.child);
		continueChild();
	} else {
		processes.isStopped = true;
	}
}

/** Gives the main child the terminal, which PID 1, unlike other processes, need not share with a shell. */
function canHaveTerminal(): bool {
	if (processes.self != 1 || setForegroundGroup(processes.group) < 0) return false;
	ownsTerminal = true;
	return true;
}

/** Continues the main child, and the processes of its group that the same key has stopped. */
export function continueChild(): void {
	processes.isStopped = false;
	if (processes.child == 0) return;
	if (sys.kill(-processes.group, SIGCONT) < 0) sys.kill(processes.child, SIGCONT);
}

/** At the end: takes the terminal back from the main child's group, for the shell that waits for the init. */
export function giveTerminalBack(): void {
	if (ownsTerminal && foregroundGroup() == processes.group) setForegroundGroup(sys.getpgid(0));
}
