import { CLOCK_MONOTONIC, SIGRTMAX } from "./linux";
import { load32, loadWord, store32, storeWord, zeroed } from "./native";
import { NANOSECONDS, readClock } from "./time";
import { word } from "./word";

// Deadlines by number. 1 to SIGRTMAX are those of delayed signals.
/** For custom inits: the shipped init does not use it. */
export const DEADLINE_OWN: i32 = 0;
export const DEADLINE_KILL: i32 = SIGRTMAX + 1;
export const DEADLINE_GRACE: i32 = SIGRTMAX + 2;
export const DEADLINE_LOOK: i32 = SIGRTMAX + 3;
export const DEADLINE_ORPHANS: i32 = SIGRTMAX + 4;
export const DEADLINE_CONTINUE: i32 = SIGRTMAX + 5;
const COUNT: i32 = SIGRTMAX + 6;

/**
 * Milliseconds between two checks of the children if no signal may arrive: one of them ended outside of a wait, or a
 * seccomp filter forbids waiting for signals.
 */
export const LOOK_EVERY: i32 = 100;

/**
 * The time at which each deadline is over, in the clock's milliseconds; 0: not set. Times wrap around, so only
 * differences are compared.
 */
function deadlineAt(index: i32): word {
	return zeroed("deadlines", COUNT * 4) + index * 4;
}

/** Whether one was ever set: until then, the clock is never read. */
let isInUse: bool = false;

/** The time in milliseconds, by a clock that never jumps. */
export function now(): i32 {
	const time = zeroed("now", 16);
	readClock(CLOCK_MONOTONIC, time);
	return <i32>loadWord(time) * 1000 + <i32>loadWord(time + NANOSECONDS) / 1_000_000;
}

export function isSet(index: i32): bool {
	return load32(deadlineAt(index)) != 0;
}

/** Sets a deadline at least that many milliseconds ahead: the clock is rounded down. */
export function setDeadline(index: i32, milliseconds: i32): void {
	isInUse = true;
	store32(deadlineAt(index), (now() + milliseconds + 1) | 1);
}

export function clearDeadline(index: i32): void {
	store32(deadlineAt(index), 0);
}

/** The next deadline: its number, or -1, and how far ahead it is. */
export namespace next {
	export let deadline: i32 = -1;
	/** Milliseconds until then; 0 or less if it is over. */
	export let left: i32 = 0;
}

export function findNextDeadline(): void {
	next.deadline = -1;
	if (!isInUse) return;
	const time = now();
	for (let index: i32 = 0; index < COUNT; index++) {
		if (!isSet(index)) continue;
		const left = load32(deadlineAt(index)) - time;
		if (next.deadline >= 0 && left >= next.left) continue;
		next.deadline = index;
		next.left = left;
	}
}

/** Converts milliseconds to a timespec for system calls. */
export function timespecOf(milliseconds: i32): word {
	const timespec = zeroed("timespec", 16);
	const seconds = milliseconds / 1000;
	storeWord(timespec, seconds);
	storeWord(timespec + NANOSECONDS, (milliseconds - seconds * 1000) * 1_000_000);
	return timespec;
}
