import { setDelay } from "./delays";
import { setRewrite } from "./forward";
import { SIGCHLD, SIGKILL, SIGSTOP } from "./linux";
import { load8 } from "./native";
import {
	ALL,
	DELAY,
	GRACE,
	GROUP,
	KILL_AFTER,
	KILL_ORPHANS,
	OK_STATUS,
	PARENT_DEATH_SIGNAL,
	PAUSE,
	REWRITE,
	SETSID,
	SINGLE_CHILD,
	STOP_SIGNAL,
	SUBREAPER,
	VERBOSE,
	WARN,
} from "./option-letters";
import { DEBUGGING } from "./output";
import { cursor, parseInteger, parseNumber, parseSeconds } from "./parse";
import { DUMB_INIT, personality, TINI } from "./personality";
import { addOkStatus } from "./reap";
import { settings } from "./settings";
import { addStopSignal, parseSignal } from "./signals";
import { word } from "./word";

/** The highest signal that dumb-init accepts. */
const DUMB_INIT_MAXIMUM: i32 = 31;
const MAXIMAL_STATUS: i32 = 255;

/** Applies an option that takes no value, by its letter in the table of options. */
export function applySwitch(letter: i32): void {
	if (letter == PAUSE) settings.isPausing = true;
	if (letter == ALL) settings.all = true;
	if (letter == SINGLE_CHILD) settings.session = settings.group = false;
	if (letter == GROUP) settings.group = true;
	if (letter == SUBREAPER) settings.subreaper = true;
	if (letter == VERBOSE) settings.verbosity = personality == TINI ? settings.verbosity + 1 : DEBUGGING;
	if (letter == WARN) settings.warnOnReap = true;
	if (letter == SETSID) settings.session = true;
}

/**
 * Applies an option with its value, or with each of its values, separated by commas. Reads the whole value before
 * applying any of it. @returns whether the option accepts the value
 */
export function applyValue(letter: i32, value: word): bool {
	if (letter == KILL_ORPHANS) {
		settings.killOrphans = value;
		return load8(value) != 0;
	}
	return readItems(letter, value, false) && readItems(letter, value, true);
}

function readItems(letter: i32, value: word, isApplied: bool): bool {
	for (let at = value; readItem(letter, at, isApplied); at = cursor.at + 1) {
		if (load8(cursor.at) == 0) return true;
		if (load8(cursor.at) != 44 /* , */) return false;
	}
	return false;
}

function readItem(letter: i32, from: word, isApplied: bool): bool {
	if (letter == REWRITE || letter == DELAY) return readPair(letter, from, isApplied);
	const isSignal = letter == PARENT_DEATH_SIGNAL || letter == STOP_SIGNAL;
	const number = isSignal ? parseSignal(from) : letter == OK_STATUS ? parseStatus(from) : parseSeconds(from);
	if (number < 0 || (isSignal && number == 0)) return false;
	if (isApplied) applyNumber(letter, number);
	return true;
}

function applyNumber(letter: i32, number: i32): void {
	if (letter == PARENT_DEATH_SIGNAL) settings.parentDeathSignal = number;
	else if (letter == STOP_SIGNAL) addStopSignal(number);
	else if (letter == KILL_AFTER) settings.killAfter = number;
	else if (letter == GRACE) settings.grace = number;
	else addOkStatus(number);
}

/** tini reads a status with strtol(3), for which an empty text is 0. */
function parseStatus(from: word): i32 {
	const number = personality == TINI ? parseInteger(from) : parseNumber(from, MAXIMAL_STATUS);
	return number <= MAXIMAL_STATUS ? number : -1;
}

/** Reads SIGNAL=SECONDS for --delay, A:B for -r. */
function readPair(letter: i32, from: word, isApplied: bool): bool {
	const isRewrite = letter == REWRITE;
	const signal = parseSignal(from);
	if (!canBeForwarded(signal) || load8(cursor.at) != (isRewrite ? 58 /* : */ : 61) /* = */) return false;
	const value = cursor.at + 1;
	const to = isRewrite ? parseSignal(value) : parseSeconds(value);
	if (to < 0) return false;
	if (personality == DUMB_INIT && (signal > DUMB_INIT_MAXIMUM || to > DUMB_INIT_MAXIMUM)) return false;
	if (isApplied) {
		if (isRewrite) setRewrite(signal, to);
		else setDelay(signal, to);
	}
	return true;
}

/** Whether options can apply to a signal: SIGKILL and SIGSTOP never arrive, and SIGCHLD is for the init itself. */
function canBeForwarded(signal: i32): bool {
	if (signal <= 0) return false;
	return personality == DUMB_INIT || (signal != SIGKILL && signal != SIGSTOP && signal != SIGCHLD);
}
