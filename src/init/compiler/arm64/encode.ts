import { encodeWords, type WordRow } from "../encode-words.ts";
import { memoryOf, numberOf, type Operand, type Register, registerOf, valueOf } from "../instruction.ts";
import { unsigned } from "../integers.ts";
import type { Width } from "../ir.ts";
import type { Target } from "../target.ts";
import * as formats from "./formats.ts";
import { fitsScaled, fitsSum, logicalImmediate, movzImmediate } from "./immediates.ts";
import { CONDITIONS } from "./mnemonics.ts";
import { SP } from "./registers.ts";

/**
 * A64 machine code (Arm ARM, C4.1 "A64 instruction set encoding"): 32-bit words, least significant byte first. ROWS has
 * one row for each mnemonic, as objdump prints it, which fills in a format.
 */
export const encode: Target["encode"] = (instruction, distance, isLong) =>
	encodeWords(
		{ cpu: "arm64", rows: ROWS, longBranches: { opposites: OPPOSITE, jump: "b" } },
		instruction,
		distance,
		isLong,
	);

/** The zero register, if the format has one. */
const ZR = 31;

const ROWS: Readonly<Record<string, WordRow>> = {
	add: ([to, left, right]) => sum(0, 0, sfOf(to), registerOf(to), left, right),
	sub: ([to, left, right]) => sum(1, 0, sfOf(to), registerOf(to), left, right),
	cmn: ([left, right]) => sum(0, 1, sfOf(left), ZR, left, right),
	cmp: ([left, right]) => sum(1, 1, sfOf(left), ZR, left, right),
	neg: ([to, from]) =>
		formats.addSubtractShifted({ sf: sfOf(to), op: 1, S: 0, Rm: registerOf(from), Rn: ZR, Rd: registerOf(to) }),
	and: logical(0),
	orr: logical(1),
	eor: logical(2),
	mov: encodeMove,
	movk: ([to, value, shift]) =>
		formats.moveWide({
			sf: sfOf(to),
			opc: 3,
			hw: shift === undefined ? 0 : numberOf(shift) / 16,
			imm16: numberOf(value),
			Rd: registerOf(to),
		}),
	lsl: shift(0b1000, (sf, Rn, Rd, count) =>
		formats.bitfield({ sf, opc: 2, immr: (widthOf(sf) - count) % widthOf(sf), imms: widthOf(sf) - 1 - count, Rn, Rd }),
	),
	lsr: shift(0b1001, (sf, Rn, Rd, count) =>
		formats.bitfield({ sf, opc: 2, immr: count, imms: widthOf(sf) - 1, Rn, Rd }),
	),
	asr: shift(0b1010, (sf, Rn, Rd, count) =>
		formats.bitfield({ sf, opc: 0, immr: count, imms: widthOf(sf) - 1, Rn, Rd }),
	),
	ror: shift(0b1011, (sf, Rn, Rd, count) => formats.extract({ sf, Rm: Rn, imms: count, Rn, Rd })),
	clz: oneSource(0b000100),
	rbit: oneSource(0),
	sxtb: extend(7),
	sxth: extend(15),
	sxtw: extend(31),
	udiv: twoSources(0b0010),
	sdiv: twoSources(0b0011),
	mul: ([to, left, right]) =>
		formats.dataProcessing3({
			sf: sfOf(to),
			o0: 0,
			Rm: registerOf(right),
			Ra: ZR,
			Rn: registerOf(left),
			Rd: registerOf(to),
		}),
	msub: ([to, left, right, from]) =>
		formats.dataProcessing3({
			sf: sfOf(to),
			o0: 1,
			Rm: registerOf(right),
			Ra: registerOf(from),
			Rn: registerOf(left),
			Rd: registerOf(to),
		}),
	// csinc with the opposite condition
	cset: ([to, condition]) =>
		formats.conditionalSelect({
			sf: sfOf(to),
			op: 0,
			op2: 1,
			Rm: ZR,
			cond: numberOf(condition) ^ 1,
			Rn: ZR,
			Rd: registerOf(to),
		}),
	adr: ([to], distance) => formats.pcRelative(distance, registerOf(to)),
	b: (_, distance) => formats.branch(0, distance),
	bl: (_, distance) => formats.branch(1, distance),
	cbz: ([of], distance) => formats.compareAndBranch(sfOf(of), 0, distance, registerOf(of)),
	cbnz: ([of], distance) => formats.compareAndBranch(sfOf(of), 1, distance, registerOf(of)),
	tbz: ([of, bit], distance) => formats.testAndBranch(0, numberOf(bit), distance, registerOf(of)),
	tbnz: ([of, bit], distance) => formats.testAndBranch(1, numberOf(bit), distance, registerOf(of)),
	...Object.fromEntries(
		CONDITIONS.map((name, cond): [string, WordRow] => [
			`b.${name}`,
			(_, distance) => formats.conditionalBranch(distance, cond),
		]),
	),
	ret: () => 0xd65f03c0,
	svc: ([number]) => 0xd4000001 | (unsigned(16, numberOf(number)) << 5),
	udf: ([number]) => unsigned(16, numberOf(number)),
	str: loadStore(0),
	ldr: loadStore(1),
	strb: loadStore(0, 0),
	ldrb: loadStore(1, 0),
	stur: unscaled(0),
	ldur: unscaled(1),
	sturb: unscaled(0, 0),
	ldurb: unscaled(1, 0),
	stp: loadStorePair(0),
	ldp: loadStorePair(1),
};

/** Branches with a short reach, ±32 KiB, and their opposites. All others reach at least as far as adr, ±1 MiB. */
const OPPOSITE: Readonly<Record<string, string>> = { tbz: "tbnz", tbnz: "tbz" };

function sum(
	op: number,
	S: number,
	sf: number,
	Rd: Register,
	left: Operand | undefined,
	right: Operand | undefined,
): number {
	if (right?.kind === "register") {
		if ((S === 0 && Rd === SP) || registerOf(left) === SP)
			throw new Error("BUG: this format has the zero register for sp");
		return formats.addSubtractShifted({ sf, op, S, Rm: registerOf(right), Rn: registerOf(left), Rd });
	}
	const value = valueOf(right);
	if (!fitsSum(value)) throw new Error(`BUG: ${value} is not an immediate of add and sub`);
	const sh = value < 1n << 12n ? 0 : 1;
	return formats.addSubtractImmediate({
		sf,
		op,
		S,
		sh,
		imm12: Number(value >> BigInt(12 * sh)),
		Rn: registerOf(left),
		Rd,
	});
}

function logical(opc: number): WordRow {
	return ([to, left, right]) =>
		right?.kind === "register"
			? formats.logicalShifted({ sf: sfOf(to), opc, Rm: registerOf(right), Rn: registerOf(left), Rd: registerOf(to) })
			: logicalWith({ sf: sfOf(to), opc, value: valueOf(right), Rn: registerOf(left), Rd: registerOf(to) });
}

/**
 * `mov` of a register is orr, or add if the stack pointer is involved; `mov` of a number is movz, movn or orr, in this
 * order (Arm ARM, MOV).
 */
function encodeMove([to, from]: readonly Operand[]): number {
	const [sf, Rd] = [sfOf(to), registerOf(to)];
	if (from?.kind === "register") {
		const Rm = registerOf(from);
		return Rd === SP || Rm === SP
			? formats.addSubtractImmediate({ sf, op: 0, S: 0, sh: 0, imm12: 0, Rn: Rm, Rd })
			: formats.logicalShifted({ sf, opc: 1, Rm, Rn: ZR, Rd });
	}
	const value = valueOf(from);
	const movz = movzImmediate(widthOf(sf), value);
	if (movz !== undefined) return formats.moveWide({ sf, opc: 2, ...movz, Rd });
	const movn = movzImmediate(widthOf(sf), ~value);
	return movn === undefined
		? logicalWith({ sf, opc: 1, value, Rn: ZR, Rd })
		: formats.moveWide({ sf, opc: 0, ...movn, Rd });
}

function logicalWith({ value, ...fields }: Omit<formats.LogicalFields, "Rm"> & { readonly value: bigint }): number {
	const immediate = logicalImmediate(widthOf(fields.sf), value);
	if (immediate === undefined) throw new Error(`BUG: ${value} is not a logical immediate`);
	return formats.logicalWithImmediate({ ...fields, ...immediate });
}

/** @param opcode of the form with the count in a register */
function shift(
	opcode: number,
	byImmediate: (sf: number, Rn: Register, Rd: Register, count: number) => number,
): WordRow {
	const byRegister = twoSources(opcode);
	return (operands, distance, isLong) => {
		const [to, from, by] = operands;
		if (by?.kind === "register") return byRegister(operands, distance, isLong);
		return byImmediate(sfOf(to), registerOf(from), registerOf(to), unsigned(sfOf(to) + 5, numberOf(by)));
	};
}

/** @param imms the index of the highest bit that is kept */
function extend(imms: number): WordRow {
	return ([to, from]) =>
		formats.bitfield({ sf: sfOf(to), opc: 0, immr: 0, imms, Rn: registerOf(from), Rd: registerOf(to) });
}

function oneSource(opcode: number): WordRow {
	return ([to, from]) => formats.dataProcessing1({ sf: sfOf(to), opcode, Rn: registerOf(from), Rd: registerOf(to) });
}

function twoSources(opcode: number): WordRow {
	return ([to, left, right]) =>
		formats.dataProcessing2({ sf: sfOf(to), Rm: registerOf(right), opcode, Rn: registerOf(left), Rd: registerOf(to) });
}

/**
 * An immediate after the memory operand moves the base register: by the offset before the access, or by any number
 * after it.
 */
function loadStore(opc: number, byteSize?: number): WordRow {
	return ([value, address, step]) => {
		const [Rt, { base: Rn, offset }] = [registerOf(value), memoryOf(address)];
		const size = byteSize ?? 2 + sfOf(value);
		if (step !== undefined)
			return formats.loadStoreSigned({ size, opc, imm9: numberOf(step), mode: offset === 0 ? 0b01 : 0b11, Rn, Rt });
		if (!fitsScaled(1 << size, offset)) throw new Error(`BUG: ${offset} is not an offset of ldr and str`);
		return formats.loadStoreUnsigned({ size, opc, imm12: offset >> size, Rn, Rt });
	};
}

function unscaled(opc: number, byteSize?: number): WordRow {
	return ([value, address]) => {
		const { base: Rn, offset } = memoryOf(address);
		return formats.loadStoreSigned({
			size: byteSize ?? 2 + sfOf(value),
			opc,
			imm9: offset,
			mode: 0b00,
			Rn,
			Rt: registerOf(value),
		});
	};
}

function loadStorePair(L: number): WordRow {
	return ([first, second, address, step]) => {
		const { base: Rn, offset } = memoryOf(address);
		const mode = step === undefined ? 0b010 : offset === 0 ? 0b001 : 0b011;
		const imm7 = (step === undefined ? offset : numberOf(step)) / (4 << sfOf(first));
		return formats.pair({ opc: 2 * sfOf(first), mode, L, imm7, Rt2: registerOf(second), Rn, Rt: registerOf(first) });
	};
}

/** The sf bit: 1 for 64 bits. */
function sfOf(operand: Operand | undefined): number {
	return operand?.kind === "register" && operand.bits === 64 ? 1 : 0;
}

function widthOf(sf: number): Width {
	return sf === 1 ? 64 : 32;
}
