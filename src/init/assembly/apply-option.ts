import { setDelay } from "./delays";
import { setRewrite } from "./forward";
import { SIGRTMAX } from "./linux";
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

/** Applies an option with its value, or with each of its values, which commas part. @returns whether the option takes that value */
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
	if (letter == 101 /* e */) {
		const code = parseNumber(from, 255);
		if (code >= 0) addOkStatus(code);
		return code >= 0;
	}
	if (letter == 112 /* p */) {
		settings.parentDeathSignal = parseSignal(from);
		return settings.parentDeathSignal > 0;
	}
	if (letter == 50 /* 2, --kill-after */) {
		settings.killAfter = parseSeconds(from);
		return settings.killAfter >= 0;
	}
	if (letter == 51 /* 3, --grace */) {
		settings.grace = parseSeconds(from);
		return settings.grace >= 0;
	}
	return applyPair(letter == 49 /* 1, --delay */, from);
}

/** SIGNAL=SECONDS of --delay, A:B of -r. */
function applyPair(isDelay: bool, from: word): bool {
	const signal = parseSignal(from);
	if (signal <= 0 || load8(cursor.at) != (isDelay ? 61 /* = */ : 58) /* : */) return false;
	if (isDelay) {
		const milliseconds = parseSeconds(cursor.at + 1);
		if (milliseconds >= 0) setDelay(signal, milliseconds);
		return milliseconds >= 0;
	}
	const to = parseSignal(cursor.at + 1);
	const maximum = personality == DUMB_INIT ? DUMB_INIT_MAXIMUM : SIGRTMAX;
	if (to < 0 || to > maximum || signal > maximum) return false;
	setRewrite(signal, to);
	return true;
}
