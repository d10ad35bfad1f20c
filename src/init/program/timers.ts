import { CLOCK_MONOTONIC, SIGRTMAX } from "./linux";
import { load32, loadWord, store32, storeWord, zeroed } from "./native";
import { NANOSECONDS, readClock } from "./time";
import { word } from "./word";

// Deadlines by number. Those of 1 to SIGRTMAX are of signals that wait to be forwarded.
/** For a policy of one's own: the shipped init has no use for it. */
export const DEADLINE_OWN: i32 = 0;
export const DEADLINE_KILL: i32 = SIGRTMAX + 1;
export const DEADLINE_GRACE: i32 = SIGRTMAX + 2;
export const DEADLINE_LOOK: i32 = SIGRTMAX + 3;
export const DEADLINE_ORPHANS: i32 = SIGRTMAX + 4;
export const DEADLINE_CONTINUE: i32 = SIGRTMAX + 5;
const COUNT: i32 = SIGRTMAX + 6;

/**
 * Milliseconds between two looks at the children: when one of them ends outside of a wait, or a seccomp filter refuses
 * to wait for signals, none comes.
 */
export const LOOK_EVERY: i32 = 100;

/** The clock's milliseconds at which each is over; 0: not set. They wrap around, so only differences are compared. */
function deadlineAt(index: i32): word {
	return zeroed("deadlines", COUNT * 4) + index * 4;
}

/** Whether one was ever set: until then the clock is never read. */
let isInUse: bool = false;

/** Milliseconds of a clock that never jumps. */
export function now(): i32 {
	const time = zeroed("now", 16);
	readClock(CLOCK_MONOTONIC, time);
	return <i32>loadWord(time) * 1000 + <i32>loadWord(time + NANOSECONDS) / 1_000_000;
}

export function isSet(index: i32): bool {
	return load32(deadlineAt(index)) != 0;
}

/** Sets a deadline at least that many milliseconds ahead: the clock's are rounded down. */
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
	/** Milliseconds; not above 0 when it is over. */
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

/** A time in milliseconds as the timespec that system calls take. */
export function timespecOf(milliseconds: i32): word {
	const timespec = zeroed("timespec", 16);
	const seconds = milliseconds / 1000;
	storeWord(timespec, seconds);
	storeWord(timespec + NANOSECONDS, (milliseconds - seconds * 1000) * 1_000_000);
	return timespec;
}
