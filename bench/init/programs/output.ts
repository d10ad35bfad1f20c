import { load8, store8, zeroed } from "pidone/init/native";
import * as sys from "pidone/init/sys";
import { word } from "pidone/init/word";

const STDOUT: i32 = 1;
const CAPACITY: i32 = 65_536;
let length: i32 = 0;

/** Adds a number to the output, and the character that follows it. */
export function putNumber(number: i64, end: i32): void {
	const tens = number / 10;
	if (tens > 0) putNumber(tens, 0);
	putByte(48 /* 0 */ + <i32>(number - tens * 10));
	if (end != 0) putByte(end);
}

function putByte(byte: i32): void {
	if (length == CAPACITY) flush();
	store8(zeroed("output", CAPACITY) + length, byte);
	length++;
}

/** Writes the collected output. */
export function flush(): void {
	let from = zeroed("output", CAPACITY);
	const end = from + length;
	length = 0;
	while (from < end) {
		const written = sys.write(STDOUT, from, end - from);
		if (written <= 0) return;
		from += written;
	}
}

/** Reads a decimal number. */
export function parseNumber(text: word): i32 {
	let number: i32 = 0;
	for (; load8(text) != 0; text++) number = number * 10 + load8(text) - 48; /* 0 */
	return number;
}
