/** A register by the number that its CPU gives it. */
export type Register = number;

/** A position in the code. Compared by identity; the name is for listings. */
export interface Label {
	readonly name: string;
}

/** An operand of an instruction. */
export type Operand =
	| { readonly kind: "register"; readonly register: Register; readonly bits: 8 | 16 | 32 | 64 | 128 }
	| { readonly kind: "immediate"; readonly value: bigint }
	/** Memory at the address in a register plus an offset in bytes. */
	| { readonly kind: "memory"; readonly base: Register; readonly offset: number; readonly bits: 8 | 16 | 32 | 64 | 128 }
	/** The address of a label plus an offset in bytes, relative to the instruction. */
	| { readonly kind: "label"; readonly label: Label; readonly offset: number };

/** A machine instruction as data. A CPU's encoder turns it into bytes, its printer into text. */
export interface Instruction {
	readonly mnemonic: string;
	readonly operands: readonly Operand[];
}

/** Code is a list of instructions and the labels between them. */
export type Item = Instruction | { readonly define: Label };

/** Whether an item is a label. */
export function isLabel(item: Item): item is { readonly define: Label } {
	return "define" in item;
}

/** The label that an instruction refers to. An instruction has at most one. */
export function targetOf(instruction: Instruction): Extract<Operand, { kind: "label" }> | undefined {
	return instruction.operands.find((operand) => operand.kind === "label");
}

/** Whether an instruction uses a register, directly or in an address. */
export function mentions({ operands }: Instruction, register: Register): boolean {
	return operands.some(
		(operand) =>
			(operand.kind === "register" && operand.register === register) ||
			(operand.kind === "memory" && operand.base === register),
	);
}

/** Narrows an operand to a register, which the row of the encoder requires. */
export function registerOf(operand: Operand | undefined): Register {
	if (operand?.kind !== "register") throw new Error("BUG: a register is expected");
	return operand.register;
}

/** Narrows an operand to an immediate. */
export function valueOf(operand: Operand | undefined): bigint {
	if (operand?.kind !== "immediate") throw new Error("BUG: an immediate is expected");
	return operand.value;
}

/** Narrows an operand to an immediate that a JavaScript number can hold. */
export function numberOf(operand: Operand | undefined): number {
	return Number(valueOf(operand));
}

/** Narrows an operand to memory. */
export function memoryOf(operand: Operand | undefined): Extract<Operand, { kind: "memory" }> {
	if (operand?.kind !== "memory") throw new Error("BUG: memory is expected");
	return operand;
}
