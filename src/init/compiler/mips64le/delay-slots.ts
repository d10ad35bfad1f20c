import { type Instruction, type Item, isLabel, type Register } from "../instruction.ts";
import { RA } from "./registers.ts";

/**
 * Fills the slot after each branch: the CPU executes the instruction in it before it branches (volume I, "Jump and
 * Branch Instructions"). That is an instruction from before the branch if nothing between them depends on it, or else
 * `nop`.
 */
export function fillDelaySlots(code: readonly Item[]): Item[] {
	const filled: Item[] = [];
	// Candidates: the instructions since the last label, branch or trap.
	let block: Instruction[] = [];
	const endBlock = (...items: readonly Item[]): void => {
		filled.push(...block, ...items);
		block = [];
	};
	for (const item of code) {
		if (isLabel(item) || KINDS.get(item.mnemonic) === "fixed") endBlock(item);
		else if (!isBranch(item)) block.push(item);
		else {
			const found = findMovable(block, item);
			const [slot = NOP] = found === undefined ? [] : block.splice(found, 1);
			endBlock(item, slot);
		}
	}
	endBlock();
	return filled;
}

const NOP: Instruction = { mnemonic: "nop", operands: [] };

/** What an instruction does besides writing its first register and reading the others, as most do. */
type Kind = "branch" | "call" | "load" | "store" | "to high and low" | "from high and low" | "change" | "fixed";

const KINDS: ReadonlyMap<string, Kind> = new Map(
	Object.entries({
		branch: ["b", "beq", "bne", "beqz", "bnez", "blez", "bgtz", "bltz", "bgez", "jr"],
		call: ["bal"],
		load: ["lw", "lbu", "lwu", "ld"],
		store: ["sb", "sw", "sd"],
		"to high and low": ["dmult", "div", "divu", "ddiv", "ddivu"],
		"from high and low": ["mfhi", "mflo"],
		change: ["movn"],
		// Traps, system calls, and pseudo-instructions of more than one instruction.
		fixed: ["syscall", "break", "teq", "la"],
	} satisfies Record<Kind, readonly string[]>).flatMap(([kind, names]) => names.map((name) => [name, kind as Kind])),
);

function isBranch({ mnemonic }: Instruction): boolean {
	const kind = KINDS.get(mnemonic);
	return kind === "branch" || kind === "call";
}

/** The index of the last instruction that can also run after the branch. */
function findMovable(block: readonly Instruction[], branch: Instruction): number | undefined {
	const passed = [effectsOf(branch)];
	for (const [index, instruction] of [...block.entries()].reverse()) {
		const effects = effectsOf(instruction);
		if (passed.every((other) => areIndependent(effects, other))) return index;
		passed.push(effects);
	}
	return undefined;
}

/** A register, memory, or the register pair with the results of multiplications and divisions. */
type Place = Register | "memory" | "high and low";

/** What an instruction reads and writes. */
interface Effects {
	readonly reads: readonly Place[];
	readonly writes: readonly Place[];
}

function effectsOf({ mnemonic, operands }: Instruction): Effects {
	const registers = operands.flatMap((operand) =>
		operand.kind === "register" ? operand.register : operand.kind === "memory" ? operand.base : [],
	);
	const [to, from] = [registers.slice(0, 1), registers.slice(1)];
	switch (KINDS.get(mnemonic)) {
		case "branch":
			return { reads: registers, writes: [] };
		case "call":
			return { reads: [], writes: [RA] };
		case "load":
			return { reads: [...from, "memory"], writes: to };
		case "store":
			return { reads: registers, writes: ["memory"] };
		case "to high and low":
			return { reads: registers, writes: ["high and low"] };
		case "from high and low":
			return { reads: ["high and low"], writes: to };
		case "change":
			return { reads: registers, writes: to };
		default:
			return { reads: from, writes: to };
	}
}

function areIndependent(one: Effects, other: Effects): boolean {
	return !(
		one.writes.some((place) => other.reads.includes(place) || other.writes.includes(place)) ||
		one.reads.some((place) => other.writes.includes(place))
	);
}
