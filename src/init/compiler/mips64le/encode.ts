import { encodeWords, type WordRow } from "../encode-words.ts";
import { memoryOf, numberOf, type Operand, type Register, registerOf } from "../instruction.ts";
import { signed, trySigned, unsigned } from "../integers.ts";
import type { Target } from "../target.ts";
import { RA, T1, ZERO } from "./registers.ts";

/**
 * MIPS64 machine code (MIPS64 Instruction Set Reference, release 2, volume II): 32-bit words, here least significant
 * byte first. ROWS has one row for each mnemonic, as objdump prints it, which fills in a format. The formats are at the
 * end, with the manual's names of fields.
 */
export const encode: Target["encode"] = (instruction, distance, isLong) =>
	encodeWords({ cpu: "mips64le", rows: ROWS }, instruction, distance, isLong);

/** Opcodes with their function code in another field. */
const SPECIAL = 0;
const REGIMM = 1;
const SPECIAL2 = 0b011100;
const SPECIAL3 = 0b011111;

const ROWS: Readonly<Record<string, WordRow>> = {
	la: ([to], distance) => addressWords(registerOf(to), distance),
	addu: threeRegisters(0x21),
	subu: threeRegisters(0x23),
	and: threeRegisters(0x24),
	or: threeRegisters(0x25),
	xor: threeRegisters(0x26),
	nor: threeRegisters(0x27),
	slt: threeRegisters(0x2a),
	sltu: threeRegisters(0x2b),
	daddu: threeRegisters(0x2d),
	dsubu: threeRegisters(0x2f),
	movn: threeRegisters(0x0b),
	mul: ([rd, rs, rt]) => rType({ opcode: SPECIAL2, rs, rt, rd, funct: 0x02 }),
	move: ([rd, rs]) => rType({ rs, rt: ZERO, rd, funct: 0x25 }),
	negu: ([rd, rt]) => rType({ rs: ZERO, rt, rd, funct: 0x23 }),
	dnegu: ([rd, rt]) => rType({ rs: ZERO, rt, rd, funct: 0x2f }),
	// The register to count in is in both fields.
	clz: ([rd, rs]) => rType({ opcode: SPECIAL2, rs, rt: rd, rd, funct: 0x20 }),
	dclz: ([rd, rs]) => rType({ opcode: SPECIAL2, rs, rt: rd, rd, funct: 0x24 }),
	seb: ([rd, rt]) => rType({ opcode: SPECIAL3, rs: ZERO, rt, rd, sa: 0x10, funct: 0x20 }),
	seh: ([rd, rt]) => rType({ opcode: SPECIAL3, rs: ZERO, rt, rd, sa: 0x18, funct: 0x20 }),
	// The position and the size of the field.
	dext: ([rt, rs, lsb, size]) =>
		rType({
			opcode: SPECIAL3,
			rs,
			rt,
			rd: unsigned(5, numberOf(size) - 1),
			sa: unsigned(5, numberOf(lsb)),
			funct: 0x03,
		}),
	sll: shift(0x00),
	srl: shift(0x02),
	sra: shift(0x03),
	ror: shift(0x02, 1),
	dsll: shift(0x38),
	dsrl: shift(0x3a),
	dsra: shift(0x3b),
	dror: shift(0x3a, 1),
	dsll32: shift(0x3c),
	dsrl32: shift(0x3e),
	dsra32: shift(0x3f),
	dror32: shift(0x3e, 1),
	sllv: shiftByRegister(0x04),
	srlv: shiftByRegister(0x06),
	srav: shiftByRegister(0x07),
	rorv: shiftByRegister(0x06, 1),
	dsllv: shiftByRegister(0x14),
	dsrlv: shiftByRegister(0x16),
	dsrav: shiftByRegister(0x17),
	drorv: shiftByRegister(0x16, 1),
	dmult: intoHighAndLow(0x1c),
	// Assemblers write the destination that a division does not have.
	div: threeRegisters(0x1a),
	divu: threeRegisters(0x1b),
	ddiv: threeRegisters(0x1e),
	ddivu: threeRegisters(0x1f),
	mfhi: ([rd]) => rType({ rs: ZERO, rt: ZERO, rd, funct: 0x10 }),
	mflo: ([rd]) => rType({ rs: ZERO, rt: ZERO, rd, funct: 0x12 }),
	addiu: withImmediate(0x09),
	daddiu: withImmediate(0x19),
	slti: withImmediate(0x0a),
	sltiu: withImmediate(0x0b),
	andi: withUnsigned(0x0c),
	ori: withUnsigned(0x0d),
	xori: withUnsigned(0x0e),
	lui: ([rt, value]) => iType({ opcode: 0x0f, rs: ZERO, rt, immediate: unsigned(16, numberOf(value)) }),
	li: ([rt, value]) => {
		const number = numberOf(value);
		return number > 0x7fff
			? iType({ opcode: 0x0d, rs: ZERO, rt, immediate: unsigned(16, number) })
			: iType({ opcode: 0x09, rs: ZERO, rt, immediate: signed(16, number) });
	},
	lw: memory(0x23),
	lbu: memory(0x24),
	lwu: memory(0x27),
	ld: memory(0x37),
	sb: memory(0x28),
	sw: memory(0x2b),
	sd: memory(0x3f),
	b: (_, distance) => branch({ opcode: 0x04, rs: ZERO, rt: ZERO, distance }),
	beq: ([rs, rt], distance) => branch({ opcode: 0x04, rs, rt, distance }),
	bne: ([rs, rt], distance) => branch({ opcode: 0x05, rs, rt, distance }),
	beqz: ([rs], distance) => branch({ opcode: 0x04, rs, rt: ZERO, distance }),
	bnez: ([rs], distance) => branch({ opcode: 0x05, rs, rt: ZERO, distance }),
	blez: ([rs], distance) => branch({ opcode: 0x06, rs, rt: ZERO, distance }),
	bgtz: ([rs], distance) => branch({ opcode: 0x07, rs, rt: ZERO, distance }),
	bltz: ([rs], distance) => branch({ opcode: REGIMM, rs, rt: 0x00, distance }),
	bgez: ([rs], distance) => branch({ opcode: REGIMM, rs, rt: 0x01, distance }),
	// bgezal of the register zero, which always branches and links.
	bal: (_, distance) => branch({ opcode: REGIMM, rs: ZERO, rt: 0x11, distance }),
	jr: ([rs]) => rType({ rs, rt: ZERO, rd: ZERO, funct: 0x08 }),
	teq: ([rs, rt, code]) => rType({ rs, rt, rd: 0, funct: 0x34 | (unsigned(5, numberOf(code)) << 6) }),
	syscall: () => 0x0c,
	break: () => 0x0d,
	nop: () => 0,
};

/** A branch leaves the address of the second instruction after it in ra; t1 keeps the former ra. */
function addressWords(to: Register, distance: number): number[] {
	const offset = distance - 12;
	const low = (offset << 16) >> 16;
	return [
		rType({ rs: RA, rt: ZERO, rd: T1, funct: 0x25 }),
		branch({ opcode: REGIMM, rs: ZERO, rt: 0x11, distance: 8 }) ?? 0,
		iType({ opcode: 0x0f, rs: ZERO, rt: to, immediate: ((offset - low) >> 16) & 0xffff }),
		rType({ rs: to, rt: RA, rd: to, funct: 0x2d }),
		rType({ rs: T1, rt: ZERO, rd: RA, funct: 0x25 }),
		iType({ opcode: 0x19, rs: to, rt: to, immediate: low & 0xffff }),
	];
}

function threeRegisters(funct: number): WordRow {
	return ([rd, rs, rt]) => rType({ rs, rt, rd, funct });
}

/** @param rs 1 for rotations */
function shift(funct: number, rs = 0): WordRow {
	return ([rd, rt, count]) => rType({ rs, rt, rd, sa: unsigned(5, numberOf(count)), funct });
}

/** @param sa 1 for rotations */
function shiftByRegister(funct: number, sa = 0): WordRow {
	return ([rd, rt, rs]) => rType({ rs, rt, rd, sa, funct });
}

function intoHighAndLow(funct: number): WordRow {
	return ([rs, rt]) => rType({ rs, rt, rd: ZERO, funct });
}

function withImmediate(opcode: number): WordRow {
	return ([rt, rs, value]) => iType({ opcode, rs, rt, immediate: signed(16, numberOf(value)) });
}

function withUnsigned(opcode: number): WordRow {
	return ([rt, rs, value]) => iType({ opcode, rs, rt, immediate: unsigned(16, numberOf(value)) });
}

function memory(opcode: number): WordRow {
	return ([rt, address]) => {
		const { base, offset } = memoryOf(address);
		return iType({ opcode, rs: base, rt, immediate: signed(16, offset) });
	};
}

// The formats.

type Field = Operand | Register | undefined;

interface RType {
	/** The opcode SPECIAL, unless another is given. */
	readonly opcode?: number;
	readonly rs: Field;
	readonly rt: Field;
	readonly rd: Field;
	readonly sa?: number;
	readonly funct: number;
}

function rType({ opcode = SPECIAL, rs, rt, rd, sa = 0, funct }: RType): number {
	return (opcode << 26) | (field(rs) << 21) | (field(rt) << 16) | (field(rd) << 11) | (sa << 6) | funct;
}

interface IType {
	readonly opcode: number;
	readonly rs: Field;
	readonly rt: Field;
	readonly immediate: number;
}

function iType({ opcode, rs, rt, immediate }: IType): number {
	return (opcode << 26) | (field(rs) << 21) | (field(rt) << 16) | immediate;
}

/** Counts words from the instruction after the branch. */
function branch({ distance, ...fields }: Omit<IType, "immediate"> & { readonly distance: number }): number | undefined {
	const words = trySigned(16, distance / 4 - 1);
	return words === undefined ? undefined : iType({ ...fields, immediate: words });
}

function field(value: Field): number {
	return typeof value === "number" ? value : registerOf(value);
}
