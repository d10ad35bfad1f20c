import type { ModuleIr } from "./ir.ts";

/** The symbol of the pairs' table. */
export const PAIRS = ".pairs";

/** Codes from here on stand for a pair of codes. UTF-8 of ASCII leaves them free. */
const FIRST_CODE = 0x80;
const CODE_COUNT = 0x80;

/** A pair costs two bytes in the table and saves one wherever it stands. */
const LEAST_COUNT = 4;

/**
 * Packs the texts that are only printed: byte-pair encoding (P. Gage, "A New Algorithm for Data Compression", 1994).
 * The most frequent pair of neighbours becomes one code, again and again. Entry n of the table says what code 0x80 + n
 * stands for; the program unpacks with it. Control characters but the newline, `%` with what follows it, and a digit in
 * front of a text or behind a tab stay as they are: a program can look for them in the packed text.
 */
export function packTexts(module: ModuleIr): ModuleIr {
	let texts = module.rodata.map(({ bytes }) => [...bytes]);
	const isPacked = module.rodata.map((object) => object.isPacked);
	const pairs: number[] = [];
	for (let code = FIRST_CODE; code < FIRST_CODE + CODE_COUNT; code++) {
		const pair = mostFrequentPair(texts.filter((_, index) => isPacked[index]));
		if (pair === undefined) break;
		pairs.push(...pair);
		texts = texts.map((text, index) => (isPacked[index] ? replacePair(text, pair, code) : text));
	}
	const rodata = module.rodata.map((object, index) => ({ ...object, bytes: Uint8Array.from(texts[index] ?? []) }));
	return { ...module, rodata: [...rodata, { symbol: PAIRS, bytes: Uint8Array.from(pairs), isPacked: false }] };
}

type Pair = readonly [number, number];

/** The pair that stands most often; of several, the one with the smallest codes. */
function mostFrequentPair(texts: readonly number[][]): Pair | undefined {
	const counts = new Map<number, number>();
	for (const text of texts) {
		for (const at of pairPositions(text)) {
			const key = ((text[at] ?? 0) << 8) | (text[at + 1] ?? 0);
			counts.set(key, (counts.get(key) ?? 0) + 1);
		}
	}
	const [best] = [...counts].sort(([a, countA], [b, countB]) => countB - countA || a - b);
	return best === undefined || best[1] < LEAST_COUNT ? undefined : [best[0] >> 8, best[0] & 0xff];
}

/** Where two codes stand that may become one; of three equal ones in a row, the first two. */
function pairPositions(text: readonly number[]): number[] {
	const positions: number[] = [];
	for (let at = 0; at + 1 < text.length; at++) {
		const isRun = text[at] === text[at + 1] && text[at] === text[at - 1] && positions.at(-1) === at - 1;
		if (!isRun && isFree(text, at) && isFree(text, at + 1)) positions.push(at);
	}
	return positions;
}

const PERCENT = 0x25;
const SPACE = 0x20;
const TAB = 0x09;
const NEWLINE = 0x0a;
const DIGIT_0 = 0x30;
const DIGIT_9 = 0x39;

function isFree(text: readonly number[], at: number): boolean {
	const code = text[at] ?? 0;
	if (code >= DIGIT_0 && code <= DIGIT_9 && (text[at - 1] ?? TAB) === TAB) return false;
	return (code >= SPACE || code === NEWLINE) && code !== PERCENT && text[at - 1] !== PERCENT;
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
