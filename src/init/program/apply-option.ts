import { setDelay } from "./delays";
import { setRewrite } from "./forward";
import { load8 } from "./native";
import { DEBUGGING } from "./output";
import { cursor, parseNumber, parseSeconds } from "./parse";
import { DUMB_INIT, personality, TINI } from "./personality";
import { addOkStatus } from "./reap";
import { settings } from "./settings";
import { parseSignal } from "./signals";
import { word } from "./word";

/** dumb-init knows no signal above this one. */
const DUMB_INIT_MAXIMUM: i32 = 31;

/** Applies an option that takes no value, by its letter in the table of options. */
export function applySwitch(letter: i32): void {
	if (letter == 97 /* a */) settings.all = true;
	if (letter == 99 /* c */) settings.session = settings.group = false;
	if (letter == 103 /* g */) settings.group = true;
	if (letter == 115 /* s */) settings.subreaper = true;
	if (letter == 118 /* v */) settings.verbosity = personality == TINI ? settings.verbosity + 1 : DEBUGGING;
	if (letter == 119 /* w */) settings.warnOnReap = true;
	if (letter == 53 /* 5, --setsid */) settings.session = true;
}

/**
 * Applies an option with its value, or with each of its values, which commas part. @returns whether the option takes
 * that value
 */
export function applyValue(letter: i32, value: word): bool {
	if (letter == 52 /* 4, --kill-orphans */) {
		settings.killOrphans = value;
		return load8(value) != 0;
	}
	for (let at = value; applyItem(letter, at); at = cursor.at + 1) {
		if (load8(cursor.at) == 0) return true;
		if (load8(cursor.at) != 44 /* , */) return false;
	}
	return false;
}

function applyItem(letter: i32, from: word): bool {
	if (letter == 114 /* r */ || letter == 49 /* 1, --delay */) return applyPair(letter, from);
	const number =
		letter == 101 /* e */ ? parseNumber(from, 255) : letter == 112 /* p */ ? parseSignal(from) : parseSeconds(from);
	if (letter == 112 /* p */ && number == 0) return false;
	if (letter == 112 /* p */) settings.parentDeathSignal = number;
	else if (letter == 50 /* 2, --kill-after */) settings.killAfter = number;
	else if (letter == 51 /* 3, --grace */) settings.grace = number;
	else if (number >= 0) addOkStatus(number);
	return number >= 0;
}

/** SIGNAL=SECONDS of --delay, A:B of -r. */
function applyPair(letter: i32, from: word): bool {
	const signal = parseSignal(from);
	if (signal <= 0 || load8(cursor.at) != (letter == 114 ? 58 /* : */ : 61) /* = */) return false;
	const value = cursor.at + 1;
	const to = letter == 114 ? parseSignal(value) : parseSeconds(value);
	if (to < 0) return false;
	if (letter != 114) {
		setDelay(signal, to);
		return true;
	}
	setRewrite(signal, to);
	return personality != DUMB_INIT || (signal <= DUMB_INIT_MAXIMUM && to <= DUMB_INIT_MAXIMUM);
}
