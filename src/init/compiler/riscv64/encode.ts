import { encodeWords, type Fields, type WordRow } from "../encode-words.ts";
import { memoryOf, numberOf, type Operand, type Register, registerOf } from "../instruction.ts";
import { signed, trySigned, unsigned } from "../integers.ts";
import type { Target } from "../target.ts";
import { RA, ZERO } from "./registers.ts";

/**
 * RV64IM machine code (RISC-V Unprivileged ISA, chapter "RV32/64G Instruction Set Listings"): 32-bit words, least
 * significant byte first. ROWS has one row for each mnemonic, as objdump prints it, which fills in a format. The
 * formats are at the end, with the manual's names of fields.
 */
export const encode: Target["encode"] = (instruction, distance, isLong) =>
	encodeWords(
		{ cpu: "riscv64", rows: ROWS, longBranches: { opposites: OPPOSITE, jump: "j" } },
		instruction,
		distance,
		isLong,
	);

const OP = 0b0110011;
const OP_32 = 0b0111011;
const OP_IMM = 0b0010011;
const OP_IMM_32 = 0b0011011;
const SYSTEM = 0b1110011;
const AUIPC = 0b0010111;
const LUI = 0b0110111;

const ROWS: Readonly<Record<string, WordRow>> = {
	add: threeRegisters(OP, 0, 0),
	sub: threeRegisters(OP, 0, 0b0100000),
	sll: threeRegisters(OP, 1, 0),
	slt: threeRegisters(OP, 2, 0),
	sltu: threeRegisters(OP, 3, 0),
	xor: threeRegisters(OP, 4, 0),
	srl: threeRegisters(OP, 5, 0),
	sra: threeRegisters(OP, 5, 0b0100000),
	or: threeRegisters(OP, 6, 0),
	and: threeRegisters(OP, 7, 0),
	mul: threeRegisters(OP, 0, 1),
	div: threeRegisters(OP, 4, 1),
	divu: threeRegisters(OP, 5, 1),
	rem: threeRegisters(OP, 6, 1),
	remu: threeRegisters(OP, 7, 1),
	addw: threeRegisters(OP_32, 0, 0),
	subw: threeRegisters(OP_32, 0, 0b0100000),
	sllw: threeRegisters(OP_32, 1, 0),
	srlw: threeRegisters(OP_32, 5, 0),
	sraw: threeRegisters(OP_32, 5, 0b0100000),
	mulw: threeRegisters(OP_32, 0, 1),
	divw: threeRegisters(OP_32, 4, 1),
	divuw: threeRegisters(OP_32, 5, 1),
	remw: threeRegisters(OP_32, 6, 1),
	remuw: threeRegisters(OP_32, 7, 1),
	addi: withImmediate(OP_IMM, 0),
	slti: withImmediate(OP_IMM, 2),
	sltiu: withImmediate(OP_IMM, 3),
	xori: withImmediate(OP_IMM, 4),
	ori: withImmediate(OP_IMM, 6),
	andi: withImmediate(OP_IMM, 7),
	addiw: withImmediate(OP_IMM_32, 0),
	slli: shift(OP_IMM, 1, 6, 0),
	srli: shift(OP_IMM, 5, 6, 0),
	srai: shift(OP_IMM, 5, 6, 0b010000 << 6),
	slliw: shift(OP_IMM_32, 1, 5, 0),
	srliw: shift(OP_IMM_32, 5, 5, 0),
	sraiw: shift(OP_IMM_32, 5, 5, 0b0100000 << 5),
	lui: ([to, value]) => uType({ imm: unsigned(20, numberOf(value)), rd: registerOf(to), opcode: LUI }),
	lb: load(0),
	lw: load(2),
	ld: load(3),
	lbu: load(4),
	lwu: load(6),
	sb: store(0),
	sw: store(2),
	sd: store(3),
	beq: branch(0),
	bne: branch(1),
	blt: branch(4),
	bge: branch(5),
	bltu: branch(6),
	bgeu: branch(7),
	beqz: ([of], distance) => bType({ imm: distance, rs2: ZERO, rs1: registerOf(of), funct3: 0 }),
	bnez: ([of], distance) => bType({ imm: distance, rs2: ZERO, rs1: registerOf(of), funct3: 1 }),
	bltz: ([of], distance) => bType({ imm: distance, rs2: ZERO, rs1: registerOf(of), funct3: 4 }),
	bgez: ([of], distance) => bType({ imm: distance, rs2: ZERO, rs1: registerOf(of), funct3: 5 }),
	bgtz: ([of], distance) => bType({ imm: distance, rs2: registerOf(of), rs1: ZERO, funct3: 4 }),
	blez: ([of], distance) => bType({ imm: distance, rs2: registerOf(of), rs1: ZERO, funct3: 5 }),
	j: (_, distance) => jType({ imm: distance, rd: ZERO }),
	jal: (_, distance) => jType({ imm: distance, rd: RA }),
	// Pseudo-instructions: other names for instructions with certain operands.
	la: ([to], distance) => addressWords(registerOf(to), distance),
	li: ([to, value]) => iType({ imm: numberOf(value), rs1: ZERO, funct3: 0, rd: registerOf(to), opcode: OP_IMM }),
	mv: unary(0, 0),
	not: unary(4, -1),
	seqz: unary(3, 1),
	"zext.b": unary(7, 255),
	"sext.w": ([to, from]) => iType({ imm: 0, rs1: registerOf(from), funct3: 0, rd: registerOf(to), opcode: OP_IMM_32 }),
	neg: ([to, from]) => rType({ funct7: 0b0100000, rs2: from, rs1: ZERO, funct3: 0, rd: to, opcode: OP }),
	negw: ([to, from]) => rType({ funct7: 0b0100000, rs2: from, rs1: ZERO, funct3: 0, rd: to, opcode: OP_32 }),
	snez: ([to, from]) => rType({ funct7: 0, rs2: from, rs1: ZERO, funct3: 3, rd: to, opcode: OP }),
	sltz: ([to, from]) => rType({ funct7: 0, rs2: ZERO, rs1: from, funct3: 2, rd: to, opcode: OP }),
	sgtz: ([to, from]) => rType({ funct7: 0, rs2: from, rs1: ZERO, funct3: 2, rd: to, opcode: OP }),
	ret: () => iType({ imm: 0, rs1: RA, funct3: 0, rd: ZERO, opcode: 0b1100111 }),
	ecall: () => SYSTEM,
	// csrrw zero, cycle, zero: writes a read-only register.
	unimp: () => iType({ imm: -1024, rs1: ZERO, funct3: 1, rd: ZERO, opcode: SYSTEM }),
};

/** Branches reach ±4 KiB, jumps ±1 MiB. */
const OPPOSITE: Readonly<Record<string, string>> = {
	beq: "bne",
	bne: "beq",
	blt: "bge",
	bge: "blt",
	bltu: "bgeu",
	bgeu: "bltu",
	beqz: "bnez",
	bnez: "beqz",
	bltz: "bgez",
	bgez: "bltz",
	bgtz: "blez",
	blez: "bgtz",
};

/** auipc adds the high 20 bits to its own address, addi the low 12 as a signed number. */
function addressWords(rd: Register, distance: number): number[] {
	const high = (distance + 0x800) >> 12;
	return [
		uType({ imm: high & 0xfffff, rd, opcode: AUIPC }),
		iType({ imm: distance - high * 0x1000, rs1: rd, funct3: 0, rd, opcode: OP_IMM }),
	];
}

function threeRegisters(opcode: number, funct3: number, funct7: number): WordRow {
	return ([to, left, right]) => rType({ funct7, rs2: right, rs1: left, funct3, rd: to, opcode });
}

function withImmediate(opcode: number, funct3: number): WordRow {
	return ([to, left, right]) =>
		iType({ imm: numberOf(right), rs1: registerOf(left), funct3, rd: registerOf(to), opcode });
}

function unary(funct3: number, imm: number): WordRow {
	return ([to, from]) => iType({ imm, rs1: registerOf(from), funct3, rd: registerOf(to), opcode: OP_IMM });
}

/** @param bits the size of the count; the bits above it are part of the opcode */
function shift(opcode: number, funct3: number, bits: number, high: number): WordRow {
	return ([to, left, count]) =>
		iType({
			imm: high | unsigned(bits, numberOf(count)),
			rs1: registerOf(left),
			funct3,
			rd: registerOf(to),
			opcode,
		});
}

function load(funct3: number): WordRow {
	return ([to, address]) => {
		const { base, offset } = memoryOf(address);
		return iType({ imm: offset, rs1: base, funct3, rd: registerOf(to), opcode: 0b0000011 });
	};
}

function store(funct3: number): WordRow {
	return ([from, address]) => {
		const { base, offset } = memoryOf(address);
		return sType({ imm: offset, rs2: registerOf(from), rs1: base, funct3 });
	};
}

function branch(funct3: number): WordRow {
	return ([left, right], distance) => bType({ imm: distance, rs2: registerOf(right), rs1: registerOf(left), funct3 });
}

function rType({
	funct7,
	rs2,
	rs1,
	funct3,
	rd,
	opcode,
}: Fields<"funct7" | "funct3" | "opcode"> & {
	readonly [Name in "rs2" | "rs1" | "rd"]: Operand | Register | undefined;
}): number {
	return (funct7 << 25) | (field(rs2) << 20) | (field(rs1) << 15) | (funct3 << 12) | (field(rd) << 7) | opcode;
}

function iType({ imm, rs1, funct3, rd, opcode }: Fields<"imm" | "rs1" | "funct3" | "rd" | "opcode">): number {
	return (signed(12, imm) << 20) | (rs1 << 15) | (funct3 << 12) | (rd << 7) | opcode;
}

function sType({ imm, rs2, rs1, funct3 }: Fields<"imm" | "rs2" | "rs1" | "funct3">): number {
	const bits = signed(12, imm);
	return ((bits >> 5) << 25) | (rs2 << 20) | (rs1 << 15) | (funct3 << 12) | ((bits & 31) << 7) | 0b0100011;
}

function bType({ imm, rs2, rs1, funct3 }: Fields<"imm" | "rs2" | "rs1" | "funct3">): number | undefined {
	const bits = trySigned(13, imm);
	if (bits === undefined) return undefined;
	const high = ((bits >> 12) << 6) | ((bits >> 5) & 0x3f);
	const low = (bits & 0x1e) | ((bits >> 11) & 1);
	return (high << 25) | (rs2 << 20) | (rs1 << 15) | (funct3 << 12) | (low << 7) | 0b1100011;
}

function uType({ imm, rd, opcode }: Fields<"imm" | "rd" | "opcode">): number {
	return (imm << 12) | (rd << 7) | opcode;
}

function jType({ imm, rd }: Fields<"imm" | "rd">): number | undefined {
	const bits = trySigned(21, imm);
	if (bits === undefined) return undefined;
	const high = ((bits >> 20) << 10) | ((bits >> 1) & 0x3ff);
	return (high << 21) | (((bits >> 11) & 1) << 20) | (((bits >> 12) & 0xff) << 12) | (rd << 7) | 0b1101111;
}

function field(operand: Operand | Register | undefined): Register {
	return typeof operand === "number" ? operand : registerOf(operand);
}
