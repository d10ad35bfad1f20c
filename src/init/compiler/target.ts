import type { Instruction, Item, Label, Register } from "./instruction.ts";
import type { AccessSize, BinaryOperator, BitCount, Comparison, UnaryOperator, ValueType, Width } from "./ir.ts";

/**
 * The second operand of an instruction: a register, or an immediate that `hasImmediate` or `hasCompareImmediate`
 * accepts.
 */
export type Source = Register | bigint;

/** What a function keeps on the stack. */
export interface Frame {
	/** Slots of one word, from the stack pointer upward. */
	readonly slots: number;
	/** The callee-saved registers that the function writes. */
	readonly saved: readonly Register[];
	/** Whether the function makes calls, so that it must save a link register. */
	readonly hasCalls: boolean;
}

/** Code for an operation that takes more than a few instructions. */
export interface Routine {
	readonly label: Label;
	readonly code: readonly Item[];
}

/**
 * A CPU: a record of facts and the primitives of lowering. A new CPU is a folder with the files of amd64/ and a row in
 * targets.ts.
 *
 * `upperHalf` states how registers hold an i32; every primitive conforms to it. Lowering never reads the upper half of
 * an i32.
 */
export interface Target {
	/** Go's names of the architecture and its variant, as in the platforms of images: amd64, arm64, armv7. */
	readonly name: string;
	/** The platform of images, such as linux/amd64 and linux/arm/v7. */
	readonly platform: string;
	/** Bytes of a word: a pointer, a `long`, a slot. */
	readonly wordSize: 4 | 8;
	readonly isBigEndian: boolean;
	/** What the upper half of a register contains if its value is an i32: documentation, and for random tests. */
	readonly upperHalf: "zero-extended" | "sign-extended" | "undefined" | "none";
	/**
	 * Whether words are read and written only at multiples of their size, because other accesses are slow, wrong or
	 * fatal: documentation, and for random tests.
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
		/** The evaluation stack from its bottom: system-call arguments, parameters, results. Caller-saved. */
		readonly stack: readonly Register[];
		/** How many of them, from the bottom, are not in memory; if absent, all. */
		readonly stackInCpu?: number;
		/** Homes of locals. Callee-saved. */
		readonly homes: readonly Register[];
		/** Always holds the address of .bss plus `dataBias`. */
		readonly data: Register;
		/** A register that only `constant` and `store` change between two primitives of the entry code. */
		readonly scratch: Register;
	};
	/** How far after the start of .bss the data register points, in bytes, so that short offsets reach more. */
	readonly dataBias: number;
	/** The bytes at the start of .bss that `select` itself uses. */
	readonly reservedData: number;
	/** Read-only objects are aligned to this many bytes, as instructions that take their address require. */
	readonly rodataAlignment: 1 | 2 | 4;
	/**
	 * Which sources of the program are replaced for this CPU: with "32" here, word-32.ts replaces word.ts. Numbers of the
	 * kernel that differ between CPUs are in such sources.
	 */
	readonly sourceVariant?: string;
	/** Code that instructions of `select` call. A routine that is not called is left out. */
	readonly routines: readonly Routine[];
	readonly select: Selector;
	/** The last pass over a program's code, for a peculiarity of this CPU: instructions after branches. */
	readonly finish?: (code: readonly Item[]) => Item[];
	/**
	 * The bytes of an instruction.
	 * @param distance from the start of the instruction to its label plus offset, in bytes; 0 without a label
	 * @param isLong whether to use the long form of a branch that has two
	 * @returns undefined if the distance does not fit this form
	 */
	encode(instruction: Instruction, distance: number, isLong: boolean): readonly number[] | undefined;
	/** The instruction as binutils' objdump prints it (Intel syntax on x86), with the name of the label as address. */
	print(instruction: Instruction, nameOf: (label: Label) => string): string;
}

/** Instruction selection: each primitive as instructions. The register `to` may be the same as any other. */
export interface Selector {
	move(width: Width, to: Register, from: Register): Item[];
	constant(width: Width, to: Register, value: bigint): Item[];
	loadSlot(to: Register, slot: number): Item[];
	storeSlot(slot: number, from: Register): Item[];
	/** Whether `binary` takes this immediate on its right side. */
	hasImmediate(operator: BinaryOperator, width: Width, value: bigint): boolean;
	/** Division by zero and overflow of div_s trap, as in WebAssembly. Shift counts are taken modulo the width. */
	binary(operator: BinaryOperator, width: Width, to: Register, left: Register, right: Source): Item[];
	/** The bit counts that `unary` supports: those for which the CPU has an instruction or two. */
	readonly bitCounts: ReadonlySet<BitCount>;
	/** `width` is that of the result, also for `wrap` and `extend32_*`. */
	unary(operator: UnaryOperator, width: Width, to: Register, from: Register): Item[];
	hasCompareImmediate(width: Width, value: bigint): boolean;
	/** 1 or 0 */
	setIf(comparison: Comparison, width: Width, to: Register, left: Register, right: Source): Item[];
	branchIf(comparison: Comparison, width: Width, left: Register, right: Source, label: Label): Item[];
	/**
	 * For CPUs that compare memory with an immediate: a byte with 0 to 255, unsigned; others with what
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
	/** For CPUs with memory operands in arithmetic. */
	readonly withData?: DataSelector;
	jump(label: Label): Item[];
	call(label: Label): Item[];
	/** The address of a byte of .bss; `offset` is relative to the data register. */
	dataAddress(to: Register, offset: number): Item[];
	/** The address of a label in code or read-only data, plus an offset. */
	labelAddress(to: Register, label: Label, offset: number): Item[];
	/** Bytes of memory, zero-extended. */
	load(size: AccessSize, width: Width, to: Register, base: Register, offset: number): Item[];
	store(size: AccessSize, from: Register, base: Register, offset: number): Item[];
	/** Arguments are in the stack registers. The result, or minus errno, goes to `to`, unless its type is 0. */
	systemCall(name: string, type: ValueType, to: Register): Item[];
	trap(): Item[];
	prologue(frame: Frame): Item[];
	epilogue(frame: Frame): Item[];
	/**
	 * The first code of the process: sets up the data register, and passes the initial stack pointer to the entry as its
	 * parameter.
	 */
	start(bss: Label): Item[];
}

/** Instructions with a word of .bss as operand, given its offset from the data register. */
interface DataSelector {
	/** The operators that `binary` and `update` support. */
	readonly operators: ReadonlySet<BinaryOperator>;
	/** The word is the right operand. */
	binary(operator: BinaryOperator, width: Width, to: Register, left: Register, offset: number): Item[];
	branchIf(comparison: Comparison, width: Width, left: Register, offset: number, label: Label): Item[];
	/** Changes the word in place. */
	update(operator: BinaryOperator, width: Width, offset: number, right: Source): Item[];
}
