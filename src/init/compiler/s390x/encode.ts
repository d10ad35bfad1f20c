import {
	type Instruction,
	memoryOf,
	numberOf,
	type Operand,
	type Register,
	registerOf,
	valueOf,
} from "../instruction.ts";
import { fits, signed, unsigned } from "../integers.ts";

/**
 * z/Architecture machine code (Principles of Operation, chapter 5 "Instruction Formats"): instructions of 2, 4 and 6
 * bytes, most significant byte first, for z10, the oldest System z that Linux distributions support. ROWS has one row
 * for each mnemonic, which fills in a format. The formats are at the end, with the manual's names of fields.
 */
export function encode(
	{ mnemonic, operands }: Instruction,
	distance: number,
	isLong: boolean,
): readonly number[] | undefined {
	const row = ROWS[mnemonic];
	if (row === undefined) throw new Error(`BUG: s390x cannot encode ${mnemonic}`);
	return row(operands, distance, isLong);
}

/** @returns the bytes, or undefined if the distance does not fit */
type Row = (operands: readonly Operand[], distance: number, isLong: boolean) => number[] | undefined;

const ROWS: Readonly<Record<string, Row>> = {
	ltr: twoRegisters(0x12),
	lr: twoRegisters(0x18),
	nr: twoRegisters(0x14),
	or: twoRegisters(0x16),
	xr: twoRegisters(0x17),
	clr: twoRegisters(0x15),
	cr: twoRegisters(0x19),
	ar: twoRegisters(0x1a),
	sr: twoRegisters(0x1b),
	lcr: twoRegisters(0x13),
	ltgr: twoWideRegisters(0xb902),
	lgr: twoWideRegisters(0xb904),
	lgbr: twoWideRegisters(0xb906),
	lghr: twoWideRegisters(0xb907),
	agr: twoWideRegisters(0xb908),
	sgr: twoWideRegisters(0xb909),
	msgr: twoWideRegisters(0xb90c),
	dsgr: twoWideRegisters(0xb90d),
	lgfr: twoWideRegisters(0xb914),
	llgfr: twoWideRegisters(0xb916),
	dsgfr: twoWideRegisters(0xb91d),
	cgr: twoWideRegisters(0xb920),
	clgr: twoWideRegisters(0xb921),
	lbr: twoWideRegisters(0xb926),
	lhr: twoWideRegisters(0xb927),
	flogr: twoWideRegisters(0xb983),
	ngr: twoWideRegisters(0xb980),
	ogr: twoWideRegisters(0xb981),
	xgr: twoWideRegisters(0xb982),
	dlgr: twoWideRegisters(0xb987),
	dlr: twoWideRegisters(0xb997),
	msr: twoWideRegisters(0xb252),
	lghi: halfword(9),
	ahi: halfword(10),
	aghi: halfword(11),
	mhi: halfword(12),
	mghi: halfword(13),
	chi: halfword(14),
	cghi: halfword(15),
	nill: ([to, value]) => ri({ opcode: 0xa5, x: 7, r1: registerOf(to), i2: unsigned(16, numberOf(value)) }),
	lgfi: fullword(0xc0, 1),
	iihf: fullword(0xc0, 8),
	llilf: fullword(0xc0, 15),
	xilf: fullword(0xc0, 7),
	nilf: fullword(0xc0, 11),
	oilf: fullword(0xc0, 13),
	agfi: fullword(0xc2, 8),
	afi: fullword(0xc2, 9),
	cgfi: fullword(0xc2, 12),
	cfi: fullword(0xc2, 13),
	clgfi: fullword(0xc2, 14),
	clfi: fullword(0xc2, 15),
	sra: shift(0x8a),
	srl: shift(0x88),
	sll: shift(0x89),
	srag: wideShift(0x0a),
	srlg: wideShift(0x0c),
	sllg: wideShift(0x0d),
	rllg: wideShift(0x1c),
	rll: wideShift(0x1d),
	lg: memory(0x04),
	llgf: memory(0x16),
	stg: memory(0x24),
	sty: memory(0x50),
	ly: memory(0x58),
	la: nearMemory(0x41),
	stc: nearMemory(0x42),
	st: nearMemory(0x50),
	l: nearMemory(0x58),
	lay: memory(0x71),
	stcy: memory(0x72),
	llgc: memory(0x90),
	larl: ([to], distance) => ril({ opcode: 0xc0, x: 0, r1: registerOf(to), i2: halfwords(distance) }),
	stmg: severalRegisters(0x24),
	lmg: severalRegisters(0x04),
	...withLongForm("bras", "brasl", 5, ([to]) => registerOf(to)),
	...Object.fromEntries(
		Object.entries({ "": 15, h: 2, l: 4, ne: 7, e: 8, he: 10, le: 12 }).flatMap(([condition, mask]) =>
			Object.entries(withLongForm(`j${condition}`, `jg${condition}`, 4, () => mask)),
		),
	),
	br: ([to]) => [0x07, 0xf0 | registerOf(to)],
	svc: ([number]) => [0x0a, unsigned(8, numberOf(number))],
	// An invalid opcode, for traps: two bytes, and two more that disassemblers read with them.
	".long": ([value]) => big(unsigned(31, numberOf(value)), 4),
};

function twoRegisters(opcode: number): Row {
	return ([first, second]) => [opcode, (registerOf(first) << 4) | registerOf(second)];
}

function twoWideRegisters(opcode: number): Row {
	return ([first, second]) => [...big(opcode, 2), 0, (registerOf(first) << 4) | registerOf(second)];
}

function halfword(x: number): Row {
	return ([to, value]) => ri({ opcode: 0xa7, x, r1: registerOf(to), i2: signed(16, numberOf(value)) });
}

function fullword(opcode: number, x: number): Row {
	return ([to, value]) => ril({ opcode, x, r1: registerOf(to), i2: Number(BigInt.asIntN(32, valueOf(value))) });
}

/** A count is an immediate, or memory: the low 6 bits of the register plus the offset. */
function shift(opcode: number): Row {
	return ([to, count]) => {
		const { base, offset } = countOf(count);
		return [opcode, registerOf(to) << 4, (base << 4) | (offset >> 8), offset & 0xff];
	};
}

function wideShift(opcode: number): Row {
	return ([to, from, count]) => longDisplacement(0xeb, opcode, registerOf(to), registerOf(from), countOf(count));
}

function countOf(operand: Operand | undefined): { readonly base: Register; readonly offset: number } {
	if (operand?.kind === "memory") return operand;
	return { base: 0, offset: unsigned(6, numberOf(operand)) };
}

function memory(opcode: number): Row {
	return ([register, address]) => longDisplacement(0xe3, opcode, registerOf(register), 0, memoryOf(address));
}

/** A 4-byte branch, and the 6-byte one for distances that do not fit. */
function withLongForm(
	near: string,
	far: string,
	x: number,
	fieldOf: (operands: readonly Operand[]) => number,
): Readonly<Record<string, Row>> {
	const long: Row = (operands, distance) => ril({ opcode: 0xc0, x, r1: fieldOf(operands), i2: halfwords(distance) });
	const short: Row = (operands, distance) =>
		fits(16, halfwords(distance)) ? ri({ opcode: 0xa7, x, r1: fieldOf(operands), i2: halfwords(distance) }) : undefined;
	return { [near]: (operands, distance, isLong) => (isLong ? long : short)(operands, distance, isLong), [far]: long };
}

/** An unsigned 12-bit offset, in shorter instructions. */
function nearMemory(opcode: number): Row {
	return ([register, address]) => {
		const { base, offset } = memoryOf(address);
		const bits = unsigned(12, offset);
		return [opcode, registerOf(register) << 4, (base << 4) | (bits >> 8), bits & 0xff];
	};
}

/** The registers from the first to the second one, which are consecutive in memory, too. */
function severalRegisters(opcode: number): Row {
	return ([first, last, address]) =>
		longDisplacement(0xeb, opcode, registerOf(first), registerOf(last), memoryOf(address));
}

// The formats.

type Fields<Names extends string> = Readonly<Record<Names, number>>;

function ri({ opcode, x, r1, i2 }: Fields<"opcode" | "x" | "r1" | "i2">): number[] {
	return [opcode, (r1 << 4) | x, ...big(i2, 2)];
}

function ril({ opcode, x, r1, i2 }: Fields<"opcode" | "x" | "r1" | "i2">): number[] {
	return [opcode, (r1 << 4) | x, ...big(i2, 4)];
}

/** RXY and RSY: a 20-bit offset, its low 12 bits first. */
function longDisplacement(
	opcode: number,
	end: number,
	r1: Register,
	second: Register,
	{ base, offset }: { readonly base: Register; readonly offset: number },
): number[] {
	const bits = signed(20, offset);
	return [opcode, (r1 << 4) | second, (base << 4) | ((bits >> 8) & 15), bits & 0xff, (bits >> 12) & 0xff, end];
}

function halfwords(distance: number): number {
	if (distance % 2 !== 0) throw new Error(`BUG: an odd distance: ${distance}`);
	return distance / 2;
}

/** The low bytes of a number, most significant first. */
function big(value: number, count: number): number[] {
	return Array.from({ length: count }, (_, index) => (value >> (8 * (count - 1 - index))) & 0xff);
}
