import { errorText, signalText } from "./descriptions";
import { EAGAIN, EINTR, EPIPE, PIPE_BUF, RWF_NOWAIT, SIGPIPE, SIGSET_SIZE } from "./linux";
import { load8, messages, packed, pairs, store8, store32, storeWord, zeroed } from "./native";
import { CATATONIT, personality, TINI } from "./personality";
import { processes } from "./processes";
import { settings } from "./settings";
import * as sys from "./sys";
import { nextText } from "./text";
import { W, word } from "./word";

// The level of a message, as the digit before it. `settings.verbosity` decides which levels are printed.
//   0 fatal · 1 warning · 2 information · 3 debugging · 4 tracing
export const WARNING: i32 = 1;
export const INFORMATION: i32 = 2;
export const DEBUGGING: i32 = 3;

export const STDOUT: i32 = 1;
export const STDERR: i32 = 2;

/** Larger than any message and any path; anything longer is truncated. */
const CAPACITY: i32 = 8192;
function buffer(): word {
	return zeroed("message", CAPACITY + 1);
}
let length: word = 0;
/** The start of the current text; everything before it is kept. */
let begin: word = 0;
let descriptor: i32 = 2;

/** The number of lines that could not be written since the last one that was. */
let lost: i32 = 0;

/**
 * Prints a message on its own line. A message has a form for each personality, in the order pidone, dumb-init, tini,
 * catatonit, separated by tabs: a digit for the level, and the text. A personality whose form is empty or missing
 * prints nothing.
 */
export function say(message: i32, string: word, number: i32): void {
	const form = formOf(entryOf(messages(), message));
	const level = load8(form) - 48; /* 0 */
	if (level < 0 || level > settings.verbosity) return;
	descriptor = personality == TINI && level >= INFORMATION ? STDOUT : STDERR;
	if (lost > 0) putLine(WARNING, packed("%d lines before this one were dropped"), 0, lost);
	putLine(level, form + 1, string, number);
	lost = flush() ? 0 : lost + 1;
}

function putLine(level: i32, format: word, string: word, number: i32): void {
	if (personality == TINI) unpack(entryOf(packed("[FATAL\0[WARN \0[INFO \0[DEBUG\0[TRACE"), level));
	if (personality == CATATONIT) unpack(entryOf(packed("ERROR\0WARN\0INFO\0DEBUG"), level));
	putFormat(formOf(packed("pidone: \t[dumb-init] \t tini (%d)] \t (catatonit:%d): ")), 0, processes.self);
	putFormat(format, string, number);
	putByte(10 /* line feed */);
}

/** `say` for a message that no personality prints by default: usually it is not even looked up. */
export function note(message: i32, string: word, number: i32): void {
	if (settings.verbosity > WARNING) say(message, string, number);
}

/** `note` for a message without a text or number. */
export function tell(message: i32): void {
	note(message, 0, 0);
}

/** Prints this personality's form of a message. */
export function print(fd: i32, message: i32, string: word): void {
	descriptor = fd;
	putFormat(formOf(entryOf(messages(), message)), string, 0);
	flush();
}

/** Formats a packed text; the result is valid until the next message. */
export function compose(format: word, string: word, number: i32): word {
	putFormat(format, string, number);
	return takeText();
}

/** The current text, with a NUL; it is valid until the next message. */
export function takeText(): word {
	store8(buffer() + length, 0);
	length = begin;
	return buffer() + begin;
}

/** Keeps this many bytes of the result of `takeText` or `compose` forever. */
export function keepText(size: i32): void {
	begin = length += size;
}

/** The text with this number, from 0, in a list. */
function entryOf(list: word, number: i32): word {
	for (; number > 0; number--) list = nextText(list);
	return list;
}

function formOf(forms: word): word {
	for (let tabs = personality; tabs > 0 && load8(forms) != 0; forms++) if (load8(forms) == 9) tabs--;
	return forms;
}

/** The arguments for the conversions in a packed text. */
namespace operands {
	export let string: word = 0;
	export let number: i32 = 0;
	/** Whether the last byte was a `%`. */
	export let isConversion: bool = false;
}

/** Appends a packed text up to a tab or its end, with the given text and number inserted. */
function putFormat(format: word, string: word, number: i32): void {
	operands.string = string;
	operands.number = number;
	unpack(format);
}

function unpack(format: word): void {
	for (; load8(format) != 0 && load8(format) != 9 /* tab */; format++) putPacked(load8(format));
}

/** The code of the first entry in the table of pairs. */
const FIRST_CODE: i32 = 0x7d;

/** Appends a byte of a packed text: itself, or the pair that it stands for. */
function putPacked(byte: i32): void {
	if (byte == 10 || <u32>(byte - 32) <= 124 /* | */ - 32) {
		putUnpacked(byte);
		return;
	}
	const pair = pairs() + ((byte - FIRST_CODE) & 0xff) * 2;
	putPacked(load8(pair));
	putPacked(load8(pair + 1));
}

function putUnpacked(byte: i32): void {
	if (operands.isConversion) putConversion(byte);
	else if (byte != 37 /* % */) putByte(byte);
	operands.isConversion = byte == 37;
}

/**
 * Appends a conversion: `%s` the text, `%d` the number, `%t` the number passed as the text, `%c` the character, `%e`
 * the error and `%n` the signal with that number.
 */
function putConversion(letter: i32): void {
	operands.isConversion = false;
	if (letter == 100 /* d */) putNumber(operands.number);
	else if (letter == 116 /* t */) putNumber(<i32>operands.string);
	else if (letter == 115 /* s */) putText(operands.string);
	else if (letter == 99 /* c */) putByte(operands.number);
	else unpack(letter == 101 /* e */ ? errorText(operands.number) : signalText(operands.number));
}

export function putText(text: word): void {
	for (; load8(text) != 0; text++) putByte(load8(text));
}

function putNumber(number: i32): void {
	const tens = number / 10;
	if (tens > 0) putNumber(tens);
	putByte(48 /* 0 */ + number - tens * 10);
}

export function putByte(byte: i32): void {
	if (length == CAPACITY) return;
	store8(buffer() + length, byte);
	length++;
}

/**
 * Writes the current text without waiting: a full disk, a closed descriptor or a pipe without a reader must not stop
 * the init. @returns whether everything was written
 */
function flush(): bool {
	let from = buffer() + begin;
	const end = buffer() + length;
	length = begin;
	while (from < end) {
		const written = writeNow(from, min<word>(end - from, PIPE_BUF));
		if (written == -EPIPE) dropBrokenPipeSignal();
		if (written > 0) from += written;
		else if (written != -EINTR) return false;
	}
	return true;
}

/**
 * Writes as much as possible without waiting. Pipes support RWF_NOWAIT since Linux 6.4, terminals never do: there, the
 * write waits if another process fills the pipe after `isWritable`.
 */
function writeNow(from: word, size: word): i32 {
	const vector = zeroed("vector", 16);
	storeWord(vector, from);
	storeWord(vector + W, size);
	const written = sys.pwritev2(descriptor, vector, 1, -1, -1, RWF_NOWAIT);
	if (written > 0) return written;
	return isWritable() ? sys.write(descriptor, from, size) : -EAGAIN;
}

/** Whether a write of at most PIPE_BUF bytes would not wait, or would fail at once: ppoll(2). */
function isWritable(): bool {
	const poll = zeroed("poll", 8);
	store32(poll, descriptor);
	// POLLOUT in the 16 bits of `events`, in either byte order.
	store32(poll + 4, 0x0404_0404);
	return sys.ppoll(poll, 1, zeroed("no time", 16), 0, SIGSET_SIZE) != 0;
}

/** Discards the SIGPIPE of the init's own write to a closed pipe, which would be forwarded otherwise. */
function dropBrokenPipeSignal(): void {
	const set = zeroed("broken pipe set", SIGSET_SIZE);
	storeWord(set, 1 << (SIGPIPE - 1));
	sys.rt_sigtimedwait(set, 0, zeroed("no time", 16), SIGSET_SIZE);
}
