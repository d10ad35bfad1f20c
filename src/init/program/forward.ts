import { ESRCH, SIGCONT, SIGRTMAX, SIGSTOP, SIGTERM, SIGTSTP, SIGTTOU } from "./linux";
import { load8, message, store8, zeroed } from "./native";
import { note, say, tell } from "./output";
import { DUMB_INIT, personality } from "./personality";
import { firstChild, nextChild } from "./proc";
import { processes } from "./processes";
import { settings } from "./settings";
import { information, isQueued, isStopSignal, isTerminalStop } from "./signals";
import * as sys from "./sys";
import { DEADLINE_KILL, isSet, setDeadline } from "./timers";
import { word } from "./word";

/** By signal: the signal to send instead; 0 for the same one, DROP for none. */
function rewriteAt(signal: i32): word {
	return zeroed("rewrites", SIGRTMAX + 1) + signal;
}

const DROP: i32 = 255;

/** The last stop signal, as it was forwarded; 0 if there was none. After one, no process must stay stopped. */
export let forwardedStop: i32 = 0;

/** @param to 0 to drop the signal */
export function setRewrite(from: i32, to: i32): void {
	store8(rewriteAt(from), to == 0 ? DROP : to);
}

/** A program in its own session would never be continued after ^Z, so dumb-init sends SIGSTOP by default. */
export function rewriteTerminalStops(): void {
	for (let signal: i32 = SIGTSTP; signal <= SIGTTOU; signal++)
		if (isTerminalStop(signal) && load8(rewriteAt(signal)) == 0) setRewrite(signal, SIGSTOP);
}

/** Forwards a signal to the main child, or to the processes that the settings select. */
export function forward(received: i32): void {
	const rewritten = load8(rewriteAt(received));
	const signal = rewritten == 0 ? received : rewritten == DROP ? 0 : rewritten;
	if (rewritten != 0) note(message("3received signal %d\t3Translating signal %d to %t."), signal, received);
	if (signal == 0) {
		tell(message("\t3Not forwarding signal 0 to children (ignored)."));
		return;
	}
	note(message("3forwarding signal %d\t\t3Passing signal: '%n'"), 0, signal);
	const result = isQueued(received) && sendWithValue(signal) ? 0 : send(signal);
	note(message("\t3Forwarded signal %d to children."), 0, signal);
	if (result == -ESRCH) say(message("\t\t1Child was dead when forwarding signal"), 0, 0);
	if (isStopSignal(received) || isStopSignal(signal)) {
		forwardedStop = signal;
		if (processes.isStopped) send(SIGCONT);
		if (settings.killAfter > 0 && !isSet(DEADLINE_KILL)) setDeadline(DEADLINE_KILL, settings.killAfter);
	}
}

/**
 * Sends the main child a signal with the value of the received one: rt_sigqueueinfo(2). The kernel cannot do this for
 * more than one process, nor for a signal from tgkill(2). @returns whether it was sent
 */
function sendWithValue(signal: i32): bool {
	return (
		!settings.group &&
		!settings.all &&
		processes.child != 0 &&
		sys.rt_sigqueueinfo(processes.child, signal, information()) == 0
	);
}

/**
 * Sends a signal to the main child, its group, or all processes; once the main child has ended, to those that are left.
 */
export function send(signal: i32): i32 {
	if (settings.group && !settings.all) {
		const result = sys.kill(-processes.group, signal);
		// A child that has not created its group yet is alone.
		if (result != -ESRCH || processes.child == 0) return result;
	}
	if (!settings.all && processes.child != 0) return sys.kill(processes.child, signal);
	// dumb-init does not signal other processes. Upstream would signal a PID that may have been reused.
	if (personality == DUMB_INIT) return 0;
	return processes.self == 1 ? sys.kill(-1, signal) : signalChildren(signal);
}

/**
 * Sends SIGTERM, and then SIGCONT, without which a stopped process would never handle it.
 * @param pid 0 for all processes that `send` reaches
 */
export function askToEnd(pid: i32): void {
	if (pid == 0) send(SIGTERM);
	else sys.kill(pid, SIGTERM);
	if (pid == 0) send(SIGCONT);
	else sys.kill(pid, SIGCONT);
}

/** An init that is not PID 1 signals only its children: other processes do not belong to it. */
function signalChildren(signal: i32): i32 {
	let pid = firstChild();
	// Without /proc, only the main child is known.
	if (pid < 0 && processes.child != 0) return sys.kill(processes.child, signal);
	let result: i32 = -ESRCH;
	for (; pid > 0; pid = nextChild()) if (sys.kill(pid, signal) == 0) result = 0;
	return result;
}
