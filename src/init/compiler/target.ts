import type { Instruction, Item, Label, Register } from "./instruction.ts";
import type { AccessSize, BinaryOperator, BitCount, Comparison, UnaryOperator, ValueType, Width } from "./ir.ts";

/**
 * The second operand of an instruction: a register, or an immediate that `hasImmediate` or `hasCompareImmediate`
 * accepted.
 */
export type Source = Register | bigint;

/** What a function keeps on the stack. */
export interface Frame {
	/** Slots of one word, from the stack pointer upward. */
	readonly slots: number;
	/** Callee-saved registers that the function writes. */
	readonly saved: readonly Register[];
	/** Whether the function calls another one, so that a link register has to be kept. */
	readonly hasCalls: boolean;
}

/** A piece of code for what takes more than a few instructions. */
export interface Routine {
	readonly label: Label;
	readonly code: readonly Item[];
}

/**
 * A CPU: a record of facts and the primitives that lowering is made of. A new CPU is one folder with the files of
 * amd64/ and a row in targets.ts.
 *
 * Registers hold an i32 in the way that `upperHalf` states; every primitive keeps to it. Lowering never reads the upper
 * half of an i32.
 */
export interface Target {
	/** Go's names of the architecture and its variant, as platforms of images use them: amd64, arm64, armv7. */
	readonly name: string;
	/** The platform of images, such as linux/amd64 and linux/arm/v7. */
	readonly platform: string;
	/** Bytes of a word: a pointer, a `long`, a slot. */
	readonly wordSize: 4 | 8;
	readonly isBigEndian: boolean;
	/**
	 * What the upper half of a register holds when its value is an i32: documentation for people, and for random tests.
	 */
	readonly upperHalf: "zero-extended" | "sign-extended" | "undefined" | "none";
	/**
	 * Whether words are read and written at multiples of their size only; other accesses are slow, wrong or end the
	 * program: documentation for people, and for random tests.
	 */
	readonly isAligned: boolean;
	readonly elf: {
		/** e_machine */
		readonly machine: number;
		/** e_flags */
		readonly flags: number;
		/** The largest page size that a kernel for this CPU may have, in bytes: p_align. */
		readonly pageSize: number;
	};
	readonly registers: {
		/** The evaluation stack, from its bottom: system-call arguments, parameters, results. Callers save them. */
		readonly stack: readonly Register[];
		/** How many of them, from the bottom, are not in memory; all of them if it is left out. */
		readonly stackInCpu?: number;
		/** Homes of locals; callees save them. */
		readonly homes: readonly Register[];
		/** Always holds the address of .bss plus `dataBias`. */
		readonly data: Register;
		/**
		 * A register that no other primitive than `constant` and `store` touches between two primitives of the entry code.
		 */
		readonly scratch: Register;
	};
	/** How far the data register points after the start of .bss, in bytes, so that short offsets reach more. */
	readonly dataBias: number;
	/** Bytes at the start of .bss that `select` uses itself. */
	readonly reservedData: number;
	/**
	 * Read-only objects start at multiples of this many bytes: what an instruction that takes their address can reach.
	 */
	readonly rodataAlignment: 1 | 2 | 4;
	/**
	 * Which of the program's sources this CPU has instead of others: with "32" here, word-32.ts takes the place of
	 * word.ts. The kernel's numbers that are not the same on every CPU are in such sources.
	 */
	readonly sourceVariants: readonly string[];
	/** Code that instructions of `select` call; what nothing calls is left out. */
	readonly routines: readonly Routine[];
	readonly select: Selector;
	/** The last pass over a program's code, for what only this CPU has: instructions after branches. */
	readonly finish?: (code: readonly Item[]) => Item[];
	/**
	 * The bytes of an instruction.
	 * @param distance from the instruction's first byte to its label plus offset, in bytes; 0 where it has none
	 * @param isLong whether to take the long form of a branch that has two
	 * @returns undefined if the distance does not fit the form
	 */
	encode(instruction: Instruction, distance: number, isLong: boolean): readonly number[] | undefined;
	/** The instruction as binutils' objdump prints it (Intel syntax on x86), with the label's name for an address. */
	print(instruction: Instruction, nameOf: (label: Label) => string): string;
}

/**
 * Instruction selection: each primitive as instructions. Registers named `to` may be the same as those named otherwise.
 */
export interface Selector {
	move(width: Width, to: Register, from: Register): Item[];
	constant(width: Width, to: Register, value: bigint): Item[];
	loadSlot(to: Register, slot: number): Item[];
	storeSlot(slot: number, from: Register): Item[];
	/** Whether `binary` takes this immediate on its right side. */
	hasImmediate(operator: BinaryOperator, width: Width, value: bigint): boolean;
	/** Division by zero and overflow of div_s trap, as in WebAssembly; shift counts are taken modulo the width. */
	binary(operator: BinaryOperator, width: Width, to: Register, left: Register, right: Source): Item[];
	/** The counts of bits that `unary` takes: what the CPU has an instruction or two for. */
	readonly bitCounts: ReadonlySet<BitCount>;
	/** `width` is that of the result, for `wrap` and `extend32_*` too. */
	unary(operator: UnaryOperator, width: Width, to: Register, from: Register): Item[];
	hasCompareImmediate(width: Width, value: bigint): boolean;
	/** 1 or 0 */
	setIf(comparison: Comparison, width: Width, to: Register, left: Register, right: Source): Item[];
	branchIf(comparison: Comparison, width: Width, left: Register, right: Source, label: Label): Item[];
	/**
	 * For CPUs that compare memory with an immediate: of a byte, with 0 to 255 and unsigned; else with what
	 * `hasCompareImmediate` accepts.
	 */
	branchIfMemory?(
		comparison: Comparison,
		size: AccessSize,
		base: Register,
		offset: number,
		value: bigint,
		label: Label,
	): Item[];
	/** For CPUs that calculate with memory. */
	readonly withData?: DataSelector;
	jump(label: Label): Item[];
	call(label: Label): Item[];
	/** The address of a byte of .bss; `offset` counts from the data register. */
	dataAddress(to: Register, offset: number): Item[];
	/** The address of a label in code or read-only data, plus an offset. */
	labelAddress(to: Register, label: Label, offset: number): Item[];
	/** Bytes of memory, zero-extended. */
	load(size: AccessSize, width: Width, to: Register, base: Register, offset: number): Item[];
	store(size: AccessSize, from: Register, base: Register, offset: number): Item[];
	/** Arguments stand in the stack registers; the result, or minus errno, goes to `to` unless its type is 0. */
	systemCall(name: string, type: ValueType, to: Register): Item[];
	trap(): Item[];
	prologue(frame: Frame): Item[];
	epilogue(frame: Frame): Item[];
	/**
	 * The first code of the process: sets up the data register, and hands the initial stack pointer to the entry as its
	 * parameter.
	 */
	start(bss: Label): Item[];
}

/** Instructions one of whose operands is a word of .bss, by its offset from the data register. */
interface DataSelector {
	/** Those that `binary` and `update` take. */
	readonly operators: ReadonlySet<BinaryOperator>;
	/** With the word on the right side. */
	binary(operator: BinaryOperator, width: Width, to: Register, left: Register, offset: number): Item[];
	branchIf(comparison: Comparison, width: Width, left: Register, offset: number, label: Label): Item[];
	/** Changes the word in place. */
	update(operator: BinaryOperator, width: Width, offset: number, right: Source): Item[];
}
