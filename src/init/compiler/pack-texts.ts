import type { ModuleIr } from "./ir.ts";

/** The symbol of the pairs' table. */
export const PAIRS = ".pairs";

const NUL = 0x00;
const TAB = 0x09;
const NEWLINE = 0x0a;
const SPACE = 0x20;
const DIGIT_0 = 0x30;
const DIGIT_9 = 0x39;

/** For each entry of the table, the byte that stands for the pair; none for the ends of a text, a form and a line. */
const CODES = Array.from({ length: 0x100 - 0x7d + 0x20 }, (_, entry) => {
	const byte = (0x7d + entry) & 0xff;
	return byte === NUL || byte === TAB || byte === NEWLINE ? undefined : byte;
});
/** During packing, codes are numbers above all bytes: this one plus the index in the table. */
const FIRST_CODE = 0x100;

/** A pair takes two bytes in the table, and saves one at each occurrence. */
const LEAST_COUNT = 4;

/**
 * Packs the texts that are only printed, by byte-pair encoding (P. Gage, "A New Algorithm for Data Compression", 1994).
 * The most frequent pair of adjacent codes becomes one code, again and again. Codes are the bytes from 0x7d on and
 * below 0x20. Entry n of the table contains the pair of code (0x7d + n) & 0xff, with which the program unpacks it. NUL,
 * tabs, `%` with what follows it, and a digit before a text or after a tab are not packed, so that a program can look
 * for them in the packed text.
 */
export function packTexts(module: ModuleIr): ModuleIr {
	let texts = module.rodata.map(({ bytes }) => [...bytes]);
	const isPacked = module.rodata.map((object) => object.isPacked);
	const pairs: number[] = [];
	for (const [entry, byte] of CODES.entries()) {
		const pair = byte === undefined ? NO_PAIR : mostFrequentPair(texts.filter((_, index) => isPacked[index]));
		if (pair === undefined) break;
		pairs.push(...pair);
		if (byte !== undefined)
			texts = texts.map((text, index) => (isPacked[index] ? replacePair(text, pair, FIRST_CODE + entry) : text));
	}
	const rodata = module.rodata.map((object, index) => ({ ...object, bytes: toBytes(texts[index] ?? []) }));
	return { ...module, rodata: [...rodata, { symbol: PAIRS, bytes: toBytes(pairs), isPacked: false }] };
}

function toBytes(codes: readonly number[]): Uint8Array {
	return Uint8Array.from(codes, (code) => CODES[code - FIRST_CODE] ?? code);
}

type Pair = readonly [number, number];
const NO_PAIR: Pair = [NUL, NUL];

/** The most frequent pair; of several, the one with the smallest codes. */
function mostFrequentPair(texts: readonly number[][]): Pair | undefined {
	const counts = new Map<number, number>();
	for (const text of texts) countPairs(text, counts);
	let best = -1;
	let most = LEAST_COUNT - 1;
	for (const [key, count] of counts) {
		if (count < most || (count === most && (best === -1 || key > best))) continue;
		best = key;
		most = count;
	}
	return best === -1 ? undefined : [best >> 16, best & 0xffff];
}

/** Counts the pairs that can become one; of three equal codes in a row, the first two can. */
function countPairs(text: readonly number[], counts: Map<number, number>): void {
	let last = -1;
	for (let at = 0; at + 1 < text.length; at++) {
		const first = text[at] ?? 0;
		const second = text[at + 1] ?? 0;
		const isOverlap = first === second && first === text[at - 1] && last === at - 1;
		if (isOverlap || !isFree(text, at) || !isFree(text, at + 1)) continue;
		const key = (first << 16) | second;
		counts.set(key, (counts.get(key) ?? 0) + 1);
		last = at;
	}
}

function isFree(text: readonly number[], at: number): boolean {
	const code = text[at] ?? 0;
	if (code >= DIGIT_0 && code <= DIGIT_9 && (text[at - 1] ?? TAB) === TAB) return false;
	return code >= SPACE || code === NEWLINE;
}

function replacePair(text: readonly number[], [first, second]: Pair, code: number): number[] {
	const packed: number[] = [];
	for (let at = 0; at < text.length; at++) {
		const isPair = text[at] === first && text[at + 1] === second && isFree(text, at) && isFree(text, at + 1);
		packed.push(isPair ? code : (text[at] ?? 0));
		if (isPair) at++;
	}
	return packed;
}
