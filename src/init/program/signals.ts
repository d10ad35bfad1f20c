import {
	EAGAIN,
	EINTR,
	SI_CODE,
	SI_SIZE,
	SIG_SETMASK,
	SIGCHLD,
	SIGRTMAX,
	SIGRTMIN,
	SIGSET_SIZE,
	SIGTERM,
	SIGTSTP,
	SIGTTIN,
	SIGTTOU,
} from "./linux";
import { load8, load32, message, store8, store32, storeWord, text, zeroed } from "./native";
import { signalNames } from "./number-texts";
import { say } from "./output";
import { cursor, parseNumber } from "./parse";
import { DUMB_INIT, personality } from "./personality";
import * as sys from "./sys";
import { afterPrefix, nextText } from "./text";
import { waitForSignal } from "./time";
import { DEADLINE_LOOK, LOOK_EVERY, setDeadline } from "./timers";
import { W, word } from "./word";

function everySignal(): word {
	return zeroed("every signal", SIGSET_SIZE);
}

function inheritedMask(): word {
	return zeroed("inherited mask", SIGSET_SIZE);
}

/** A sigaction of the kernel, at most 32 bytes; zeros mean the default action. */
function defaultAction(): word {
	return zeroed("default action", 32);
}

function inheritedAction(): word {
	return zeroed("inherited action", 32);
}

/**
 * Blocks every signal: they stay pending until `waitForSignal` takes them. Resets an ignored SIGCHLD, with which there
 * would be no zombies to wait for.
 */
export function blockSignals(): void {
	store32(everySignal(), -1);
	store32(everySignal() + 4, -1);
	if (SIGSET_SIZE > 8) {
		store32(everySignal() + 8, -1);
		store32(everySignal() + 12, -1);
	}
	const error = sys.rt_sigprocmask(SIG_SETMASK, everySignal(), inheritedMask(), SIGSET_SIZE);
	if (error < 0)
		poll(
			message(
				"0cannot block signals, some may be lost: %e\t0cannot block signals: %e\t0cannot block signals: %e\t0failed to block all signals: %e",
			),
			error,
		);
	sys.rt_sigaction(SIGCHLD, defaultAction(), inheritedAction(), SIGSET_SIZE);
}

/**
 * Restores the signal mask and the action that the init was started with, for the child. dumb-init's child starts with
 * nothing blocked.
 */
export function restoreSignals(): void {
	sys.rt_sigaction(SIGCHLD, inheritedAction(), 0, SIGSET_SIZE);
	sys.rt_sigprocmask(
		SIG_SETMASK,
		personality == DUMB_INIT ? zeroed("no signal", SIGSET_SIZE) : inheritedMask(),
		0,
		SIGSET_SIZE,
	);
}

/** The siginfo_t of the signal that was taken last. */
export function information(): word {
	return zeroed("signal information", SI_SIZE);
}

/** Whether that signal has this number and was sent with a value, by sigqueue(3) or the like. */
export function isQueued(signal: i32): bool {
	return load32(information()) == signal && load32(information() + SI_CODE) < 0;
}

/**
 * @returns the next signal, or minus errno if the timeout (a timespec, or 0 for none) is over or the wait was
 * interrupted
 */
export function takeSignal(timeout: word): i32 {
	const signal = waitForSignal(everySignal(), information(), timeout);
	if (signal > 0 || signal == -EAGAIN || signal == -EINTR) return signal;
	poll(
		message(
			"0cannot wait for signals, none are forwarded: %e\t0cannot wait for signals: %e\t0cannot wait for signals: %e\t0cannot wait for signals: %e",
		),
		signal,
	);
	const pause = zeroed("pause", 16);
	// The old system call, whose times are two words on every CPU.
	storeWord(pause + W, LOOK_EVERY * 1_000_000);
	sys.ppoll(0, 0, pause, 0, SIGSET_SIZE);
	return signal;
}

let isPolling: bool = false;

/** Makes the loop poll instead of waiting for signals, and reports why: the container still needs its init. */
function poll(why: i32, error: i32): void {
	if (isPolling) return;
	isPolling = true;
	say(why, 0, -error);
	setDeadline(DEADLINE_LOOK, LOOK_EVERY);
}

/** Whether a signal is one with which a terminal stops programs. */
export function isTerminalStop(signal: i32): bool {
	return signal == SIGTSTP || signal == SIGTTIN || signal == SIGTTOU;
}

/** By signal: whether --stop-signal names it. */
function stopFlagAt(signal: i32): word {
	return zeroed("stop signals", SIGRTMAX + 1) + signal;
}

export function addStopSignal(signal: i32): void {
	store8(stopFlagAt(signal), 1);
}

/**
 * Whether a signal certainly asks a program to end: for some programs, INT and QUIT mean something else. docker and
 * systemd use RTMIN+3 for systemd in a container.
 */
export function isStopSignal(signal: i32): bool {
	return signal == SIGTERM || signal == SIGRTMIN + 3 || load8(stopFlagAt(signal)) != 0;
}

/**
 * Reads a signal: a number, or a name with or without SIG; RTMIN+n and RTMAX-n count as C libraries do. Leaves `cursor`
 * after it.
 * @returns -1 for anything else
 */
export function parseSignal(from: word): i32 {
	const number = parseNumber(from, SIGRTMAX);
	if (number >= 0) return number;
	const afterSig = afterPrefix(from, text("SIG"));
	const name = afterSig == 0 ? from : afterSig;
	let known = signalNames();
	for (let index: i32 = 1; index <= 33; index++) {
		cursor.at = afterPrefix(name, known);
		// A capital letter would continue another name.
		if (cursor.at != 0 && load8(cursor.at) < 65 /* A */)
			return index < 32 ? index : addOffset(index == 32 ? SIGRTMIN : SIGRTMAX);
		known = nextText(known);
	}
	return -1;
}

/** RTMIN+n, RTMAX-n */
function addOffset(base: i32): i32 {
	const isMinimum = base == SIGRTMIN;
	if (load8(cursor.at) != (isMinimum ? 43 /* + */ : 45) /* - */) return base;
	const offset = parseNumber(cursor.at + 1, SIGRTMAX - SIGRTMIN);
	if (offset < 0) return -1;
	return isMinimum ? base + offset : base - offset;
}
