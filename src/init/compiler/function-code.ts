import { type CodeFlow, codeFlow } from "./code-flow.ts";
import { assignHomes, type Home } from "./homes.ts";
import { type Item, isLabel, type Label, mentions, type Register, targetOf } from "./instruction.ts";
import type { Expression, FunctionIr, ValueType, Width } from "./ir.ts";
import { KnownValues, localValue } from "./known-values.ts";
import { callCount, registerNeed } from "./register-need.ts";
import type { Selector, Target } from "./target.ts";

/** What code refers to by name. */
export interface Symbols {
	readonly functions: ReadonlyMap<string, Label>;
	readonly rodata: ReadonlyMap<string, Label>;
	/** Offsets from the data register. */
	readonly data: ReadonlyMap<string, number>;
}

/** A label that branches go to, with the state that they must restore. */
export interface BranchTarget {
	readonly label: Label;
	/** The register for the value of the block. */
	readonly depth: number;
	readonly type: ValueType;
	/** How many regions contain it. */
	readonly regions: number;
}

/**
 * The code of a function under construction, and where values are: in registers, homes, stack slots, regions.
 *
 * The value of an expression at depth d goes to register d of the evaluation stack; registers below d are preserved.
 * Operands of a call are evaluated at depth 0, where the called function or the kernel expects them; live values below
 * are saved in slots around the call: a region. A branch out of a region restores what the region had saved.
 */
export abstract class FunctionCode {
	readonly ir: FunctionIr;
	readonly target: Target;
	readonly select: Selector;
	readonly symbols: Symbols;
	readonly items: Item[] = [];
	/** The bottom of the evaluation stack: registers below it are homes. */
	readonly depth: number;
	/** The label at the end. */
	readonly return: Label;
	readonly #homes: readonly (Home | undefined)[];
	/** The callee-saved registers among the homes. */
	readonly #saved: readonly Register[];
	/** For each home, the instructions that only write it. */
	readonly #homeWrites = new Map<Item, Register>();
	readonly #flow: CodeFlow;
	/** The contents of registers at the end of the code; undefined if control does not get there. */
	#known: KnownValues | undefined = new KnownValues();
	/** The contents of registers at every branch to the label. */
	readonly #knownAt = new Map<Label, KnownValues>();
	readonly #branchTargets = new Map<string, BranchTarget>();
	/** The slots of each open region. */
	readonly #regions: (readonly number[])[] = [];
	readonly #freeSlots: number[] = [];
	#slotCount: number;

	constructor(ir: FunctionIr, target: Target, symbols: Symbols) {
		const { of, saved, slotCount, depth } = assignHomes(ir, target.registers);
		this.ir = ir;
		this.target = target;
		this.select = target.select;
		this.symbols = symbols;
		this.#saved = saved;
		this.#flow = codeFlow(target);
		this.return = { name: `${ir.name}.return` };
		this.#homes = of;
		this.depth = depth;
		this.#slotCount = slotCount;
	}

	/** Evaluates an expression into register `depth`. */
	abstract lower(expression: Expression, depth: number): void;

	/** Stack slots in use so far. */
	get slotCount(): number {
		return this.#slotCount;
	}

	/** The contents of registers at the end of the code. */
	get known(): KnownValues {
		return this.#known ?? new KnownValues();
	}

	/** Adds instructions that write no home and no register of the evaluation stack. */
	emit(items: readonly Item[]): void {
		this.items.push(...items);
		for (const item of items) {
			const label = isLabel(item) ? undefined : targetOf(item)?.label;
			if (label !== undefined)
				this.#knownAt.set(label, this.#knownAt.get(label)?.meet(this.known) ?? this.known.copy());
		}
		const last = items.at(-1);
		if (last !== undefined && this.#flow.isEnd(last)) this.#known = undefined;
	}

	/** Adds instructions that write one register. */
	emitTo(to: Register, items: readonly Item[]): void {
		this.emit(items);
		this.#known?.write(to);
	}

	move(width: Width, to: Register, from: Register): void {
		this.emit(this.select.move(width, to, from));
		if (to !== from) this.#known?.write(to, from);
	}

	/** Adds a call, which may write the whole evaluation stack and all memory. */
	emitCall(items: readonly Item[]): void {
		this.emit(items);
		for (const register of this.target.registers.stack) this.#known?.write(register);
		this.#known?.forgetMemory();
	}

	/** Defines a label after all branches to it. */
	define(label: Label): void {
		this.items.push({ define: label });
		const branched = this.#knownAt.get(label);
		this.#known =
			this.#known === undefined || branched === undefined ? (this.#known ?? branched) : this.#known.meet(branched);
	}

	/** Defines a label before branches to it. */
	defineLoop(label: Label): void {
		this.items.push({ define: label });
		this.#known = new KnownValues();
	}

	stack(depth: number): Register {
		const register = this.target.registers.stack[depth];
		if (register === undefined) throw new Error(`BUG: ${this.ir.name} needs more than ${depth} registers`);
		return register;
	}

	/** Whether to evaluate an expression in a region, because it needs too many registers, or makes several calls. */
	isDeep(expression: Expression, depth: number): boolean {
		if (depth === 0) return false;
		const isCall = expression.kind === "call" || expression.kind === "system-call";
		return (
			depth + registerNeed(expression) > this.target.registers.stack.length || (!isCall && callCount(expression) > 1)
		);
	}

	/** Whether a register keeps its value while expressions are evaluated above `depth`. */
	isKept(register: Register, depth: number): boolean {
		return this.target.registers.stack.slice(this.depth, depth + 1).includes(register);
	}

	/** The register that is the home of a local; undefined if its home is a slot. */
	homeRegister(local: number): Register | undefined {
		const home = this.#homes[local];
		return home !== undefined && "register" in home ? home.register : undefined;
	}

	readHome(local: number, to: Register): void {
		const home = this.#homes[local];
		if (home === undefined) throw new Error(`BUG: local ${local} of ${this.ir.name} has no home`);
		if ("slot" in home) this.emitTo(to, this.select.loadSlot(to, home.slot));
		else this.move(this.#widthOf(local), to, home.register);
	}

	/** An unused parameter has no home. */
	writeHome(local: number, from: Register): void {
		const home = this.#homes[local];
		if (home === undefined) return;
		if ("slot" in home) this.emit(this.select.storeSlot(home.slot, from));
		else {
			const items = this.select.move(this.#widthOf(local), home.register, from);
			this.emit(items);
			if (from !== home.register) this.#known?.write(home.register, from);
			for (const item of items) this.#homeWrites.set(item, home.register);
		}
		this.#known?.forget(localValue(local));
		this.#known?.add(from, localValue(local));
	}

	zeroLocal(local: number): void {
		const register = this.homeRegister(local) ?? this.target.registers.scratch;
		this.emitTo(register, this.select.constant(this.#widthOf(local), register, 0n));
		if (this.homeRegister(local) !== undefined) return;
		this.writeHome(local, register);
		// Other primitives also write the scratch register without declaring it.
		this.#known?.write(register);
	}

	/** The code without the instructions that write unused homes, and the callee-saved registers that it writes. */
	withoutUnreadHomes(): { readonly items: readonly Item[]; readonly saved: readonly Register[] } {
		const saved = this.#saved.filter((home) =>
			this.items.some((item) => !isLabel(item) && this.#homeWrites.get(item) !== home && mentions(item, home)),
		);
		const unread = this.#saved.filter((home) => !saved.includes(home));
		const isUnread = (home: Register | undefined): boolean => home !== undefined && unread.includes(home);
		return { items: this.items.filter((item) => !isUnread(this.#homeWrites.get(item))), saved };
	}

	/** Evaluates at depth 0 and preserves everything below `depth`; the value, if any, ends up at `depth`. */
	inRegion(depth: number, type: ValueType, evaluate: () => void): void {
		if (depth === 0) {
			evaluate();
			return;
		}
		const slots = Array.from({ length: depth }, () => this.#freeSlots.pop() ?? this.#slotCount++);
		for (const [at, slot] of slots.entries()) this.emit(this.select.storeSlot(slot, this.stack(at)));
		this.#regions.push(slots);
		evaluate();
		this.#regions.pop();
		if (type !== 0) this.move(type, this.stack(depth), this.stack(0));
		for (const [at, slot] of slots.entries()) this.emitTo(this.stack(at), this.select.loadSlot(this.stack(at), slot));
		this.#freeSlots.push(...slots);
	}

	openBranchTarget(name: string, depth: number, type: ValueType): Label {
		const label: Label = { name };
		this.#branchTargets.set(name, { label, depth, type, regions: this.#regions.length });
		return label;
	}

	branchTarget(name: string): BranchTarget {
		return find(this.#branchTargets, name);
	}

	/** Whether a branch to the target is a plain jump: nothing to restore, and no value to move. */
	isInPlaceFor({ regions, depth }: BranchTarget, valueDepth: number | undefined): boolean {
		return this.#regions.length === regions && (valueDepth === undefined || valueDepth === depth);
	}

	/** Jumps out of regions: moves the value to its register, and restores what the outermost region had saved. */
	leaveTo({ label, depth, type, regions }: BranchTarget, valueDepth: number | undefined): void {
		if (valueDepth !== undefined && type !== 0) this.move(type, this.stack(depth), this.stack(valueDepth));
		const slots = this.#regions[regions] ?? [];
		for (const [at, slot] of slots.slice(0, depth).entries())
			this.emitTo(this.stack(at), this.select.loadSlot(this.stack(at), slot));
		this.emit(this.select.jump(label));
	}

	#widthOf(local: number): Width {
		return this.ir.locals[local] ?? 32;
	}
}

/** @throws when the name is missing, which is our mistake */
export function find<T>(map: ReadonlyMap<string, T>, name: string): T {
	const found = map.get(name);
	if (found === undefined) throw new Error(`BUG: nothing is named ${name}`);
	return found;
}
