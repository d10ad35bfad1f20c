import { encodeWords, type Fields, type WordRow } from "../encode-words.ts";
import { memoryOf, numberOf, type Operand, type Register, registerOf } from "../instruction.ts";
import { fits, signed, unsigned } from "../integers.ts";
import type { Target } from "../target.ts";

/**
 * Power machine code (Power ISA 2.07, which POWER8 implements; Book I, chapter 1.6 "Instruction Formats"): 32-bit
 * words, here least significant byte first. ROWS has one row for each mnemonic, as objdump prints it, which fills in a
 * format. The formats are at the end, with the manual's names of fields.
 */
export const encode: Target["encode"] = (instruction, distance, isLong) =>
	encodeWords(
		{ cpu: "ppc64le", rows: ROWS, longBranches: { opposites: OPPOSITE, jump: "b" } },
		instruction,
		distance,
		isLong,
	);

const ROWS: Readonly<Record<string, WordRow>> = {
	la: ([to], distance) => addressWords(registerOf(to), distance),
	li: ([to, value]) => dForm({ OPCD: 14, RT: registerOf(to), RA: 0, D: signed(16, numberOf(value)) }),
	lis: ([to, value]) => dForm({ OPCD: 15, RT: registerOf(to), RA: 0, D: signed(16, numberOf(value)) }),
	addi: withSigned(14),
	addis: withSigned(15),
	mulli: withSigned(7),
	ori: withUnsigned(24),
	oris: withUnsigned(25),
	xori: withUnsigned(26),
	"andi.": withUnsigned(28),
	cmpwi: ([left, value]) => dForm({ OPCD: 11, RT: 0, RA: registerOf(left), D: signed(16, numberOf(value)) }),
	cmpdi: ([left, value]) => dForm({ OPCD: 11, RT: 1, RA: registerOf(left), D: signed(16, numberOf(value)) }),
	cmplwi: ([left, value]) => dForm({ OPCD: 10, RT: 0, RA: registerOf(left), D: unsigned(16, numberOf(value)) }),
	cmpldi: ([left, value]) => dForm({ OPCD: 10, RT: 1, RA: registerOf(left), D: unsigned(16, numberOf(value)) }),
	cmpw: ([left, right]) => xForm({ RT: 0, RA: registerOf(left), RB: registerOf(right), XO: 0 }),
	cmpd: ([left, right]) => xForm({ RT: 1, RA: registerOf(left), RB: registerOf(right), XO: 0 }),
	cmplw: ([left, right]) => xForm({ RT: 0, RA: registerOf(left), RB: registerOf(right), XO: 32 }),
	cmpld: ([left, right]) => xForm({ RT: 1, RA: registerOf(left), RB: registerOf(right), XO: 32 }),
	lwz: memory(32, 0),
	lbz: memory(34, 0),
	stw: memory(36, 0),
	stb: memory(38, 0),
	ld: memory(58, 2),
	std: memory(62, 2),
	add: arithmetic(266),
	subf: arithmetic(40),
	mullw: arithmetic(235),
	mulld: arithmetic(233),
	divw: arithmetic(491),
	divwu: arithmetic(459),
	divd: arithmetic(489),
	divdu: arithmetic(457),
	neg: ([to, from]) => xForm({ RT: registerOf(to), RA: registerOf(from), RB: 0, XO: 104 }),
	and: logical(28),
	andc: logical(60),
	or: logical(444),
	xor: logical(316),
	slw: logical(24),
	srw: logical(536),
	sraw: logical(792),
	sld: logical(27),
	srd: logical(539),
	srad: logical(794),
	mr: ([to, from]) => xForm({ RT: registerOf(from), RA: registerOf(to), RB: registerOf(from), XO: 444 }),
	cntlzw: ofOne(26),
	cntlzd: ofOne(58),
	popcntw: ofOne(378),
	popcntd: ofOne(506),
	extsb: ofOne(954),
	extsh: ofOne(922),
	extsw: ofOne(986),
	srawi: ([to, from, count]) =>
		xForm({ RT: registerOf(from), RA: registerOf(to), RB: unsigned(5, numberOf(count)), XO: 824 }),
	sradi: ([to, from, count]) => {
		const SH = unsigned(6, numberOf(count));
		return xForm({ RT: registerOf(from), RA: registerOf(to), RB: SH & 31, XO: 826 | (SH >> 5) });
	},
	rotlw: ([to, from, count]) => mForm({ OPCD: 23, RS: from, RA: to, SH: registerOf(count), MB: 0, ME: 31 }),
	rotlwi: narrowRotation((n) => [n, 0, 31]),
	slwi: narrowRotation((n) => [n, 0, 31 - n]),
	srwi: narrowRotation((n) => [32 - n, n, 31]),
	rotld: ([to, from, count]) => mdForm({ RS: from, RA: to, SH: registerOf(count), M: 0, XO: 4 }),
	rotldi: wideRotation((n) => [n, 0, 0]),
	clrldi: wideRotation((n) => [0, n, 0]),
	srdi: wideRotation((n) => [64 - n, n, 0]),
	sldi: wideRotation((n) => [n, 63 - n, 1]),
	mflr: ([to]) => 0x7c0802a6 | (registerOf(to) << 21),
	mtlr: ([from]) => 0x7c0803a6 | (registerOf(from) << 21),
	b: (_, distance) => iForm(0, distance),
	bl: (_, distance) => iForm(1, distance),
	...Object.fromEntries(
		Object.entries({
			bge: [4, 0],
			ble: [4, 1],
			bne: [4, 2],
			bns: [4, 3],
			blt: [12, 0],
			bgt: [12, 1],
			beq: [12, 2],
		}).map(([name, [BO = 0, BI = 0]]): [string, WordRow] => [name, (_, distance) => bForm({ BO, BI }, distance)]),
	),
	blr: () => 0x4e800020,
	sc: () => 0x44000002,
	trap: () => 0x7fe00008,
};

/** Conditional branches reach ±32 KiB, jumps ±32 MiB. */
const OPPOSITE: Readonly<Record<string, string>> = {
	bge: "blt",
	blt: "bge",
	ble: "bgt",
	bgt: "ble",
	bne: "beq",
	beq: "bne",
};

/** A branch to the next instruction leaves its address in the link register, which is saved in r0. */
function addressWords(to: Register, distance: number): number[] {
	const offset = distance - 8;
	const low = (offset << 16) >> 16;
	const high = (offset - low) >> 16;
	return [
		0x7c0802a6,
		// bcl 20,31: branch prediction does not take it for a call
		0x429f0005,
		0x7c0802a6 | (to << 21),
		0x7c0803a6,
		dForm({ OPCD: 15, RT: to, RA: to, D: signed(16, high) }),
		dForm({ OPCD: 14, RT: to, RA: to, D: signed(16, low) }),
	];
}

function withSigned(OPCD: number): WordRow {
	return ([to, from, value]) =>
		dForm({ OPCD, RT: registerOf(to), RA: registerOf(from), D: signed(16, numberOf(value)) });
}

/** Logical instructions have their result in the second field. */
function withUnsigned(OPCD: number): WordRow {
	return ([to, from, value]) =>
		dForm({ OPCD, RT: registerOf(from), RA: registerOf(to), D: unsigned(16, numberOf(value)) });
}

/** @param unused low bits of the offset that are part of the opcode */
function memory(OPCD: number, unused: number): WordRow {
	return ([register, address]) => {
		const { base, offset } = memoryOf(address);
		if (offset % (1 << unused) !== 0) throw new Error(`BUG: ${offset} is not an offset of ld and std`);
		return dForm({ OPCD, RT: registerOf(register), RA: base, D: signed(16, offset) });
	};
}

function arithmetic(XO: number): WordRow {
	return ([to, left, right]) => xForm({ RT: registerOf(to), RA: registerOf(left), RB: registerOf(right), XO });
}

function logical(XO: number): WordRow {
	return ([to, left, right]) => xForm({ RT: registerOf(left), RA: registerOf(to), RB: registerOf(right), XO });
}

function ofOne(XO: number): WordRow {
	return ([to, from]) => xForm({ RT: registerOf(from), RA: registerOf(to), RB: 0, XO });
}

/** @param fields SH, MB and ME for the count */
function narrowRotation(fields: (count: number) => readonly [number, number, number]): WordRow {
	return ([to, from, count]) => {
		const [SH, MB, ME] = fields(unsigned(5, numberOf(count)));
		return mForm({ OPCD: 21, RS: from, RA: to, SH: SH & 31, MB, ME });
	};
}

/** @param fields SH, the mask and the opcode for the count */
function wideRotation(fields: (count: number) => readonly [number, number, number]): WordRow {
	return ([to, from, count]) => {
		const [SH, M, XO] = fields(unsigned(6, numberOf(count)));
		return mdForm({ RS: from, RA: to, SH: SH & 63, M, XO });
	};
}

// The formats.

type Registers<Names extends string> = Readonly<Record<Names, Operand | undefined>>;

function dForm({ OPCD, RT, RA, D }: Fields<"OPCD" | "RT" | "RA" | "D">): number {
	return (OPCD << 26) | (RT << 21) | (RA << 16) | D;
}

function xForm({ RT, RA, RB, XO }: Fields<"RT" | "RA" | "RB" | "XO">): number {
	return (31 << 26) | (RT << 21) | (RA << 16) | (RB << 11) | (XO << 1);
}

function mForm({ OPCD, RS, RA, SH, MB, ME }: Fields<"OPCD" | "SH" | "MB" | "ME"> & Registers<"RS" | "RA">): number {
	return (OPCD << 26) | (registerOf(RS) << 21) | (registerOf(RA) << 16) | (SH << 11) | (MB << 6) | (ME << 1);
}

/** 6-bit numbers have their high bit after, or below, the others. */
function mdForm({ RS, RA, SH, M, XO }: Fields<"SH" | "M" | "XO"> & Registers<"RS" | "RA">): number {
	const mask = ((M & 31) << 6) | ((M >> 5) << 5);
	const count = ((SH & 31) << 11) | ((SH >> 5) << 1);
	return (30 << 26) | (registerOf(RS) << 21) | (registerOf(RA) << 16) | count | mask | (XO << 2);
}

function iForm(LK: number, distance: number): number | undefined {
	return fits(26, distance) ? (18 << 26) | (distance & 0x3fffffc) | LK : undefined;
}

function bForm({ BO, BI }: Fields<"BO" | "BI">, distance: number): number | undefined {
	return fits(16, distance) ? (16 << 26) | (BO << 21) | (BI << 16) | (distance & 0xfffc) : undefined;
}
