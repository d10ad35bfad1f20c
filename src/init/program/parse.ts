import { load8 } from "./native";
import { word } from "./word";

/** The end of the last value. */
export namespace cursor {
	export let at: word = 0;
}

/**
 * Reads a decimal number and leaves `cursor` after it.
 * @returns -1 if there is none or it is greater than `maximum`
 */
export function parseNumber(from: word, maximum: i32): i32 {
	let number: i32 = 0;
	let at = from;
	for (; isDigit(load8(at)); at++) {
		number = number * 10 + load8(at) - 48; /* 0 */
		if (number > maximum) return -1;
	}
	cursor.at = at;
	return at == from ? -1 : number;
}

/**
 * Reads a number like strtol(3): after spaces and a sign; an empty text is 0.
 * @returns -1 also for a negative number
 */
export function parseInteger(from: word): i32 {
	while (load8(from) == 32 /* space */ || (load8(from) >= 9 && load8(from) <= 13)) from++;
	const isNegative = load8(from) == 45; /* - */
	if (isNegative || load8(from) == 43 /* + */) from++;
	const number = parseNumber(from, MAXIMAL_SECONDS);
	if (number < 0 && !isDigit(load8(from))) {
		cursor.at = from;
		return 0;
	}
	return isNegative && number > 0 ? -1 : number;
}

const MAXIMAL_SECONDS: i32 = 1_000_000;

/** Reads seconds with up to three decimals, as milliseconds; -1 for anything else. */
export function parseSeconds(from: word): i32 {
	let milliseconds = parseNumber(from, MAXIMAL_SECONDS);
	if (milliseconds < 0) return -1;
	if (load8(cursor.at) == 46 /* . */) cursor.at++;
	for (let decimals: i32 = 0; decimals < 3; decimals++) {
		milliseconds *= 10;
		if (!isDigit(load8(cursor.at))) continue;
		milliseconds += load8(cursor.at) - 48; /* 0 */
		cursor.at++;
	}
	return milliseconds;
}

function isDigit(byte: i32): bool {
	return <u32>(byte - 48) /* 0 */ <= 9;
}
