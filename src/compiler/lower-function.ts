import { assignHomes, type Home, localsToZero } from "./homes.ts";
import type { Item, Label, Register } from "./instruction.ts";
import { type Comparison, type Expression, type FunctionIr, operandsOf, type ValueType } from "./ir.ts";
import { registerNeed } from "./register-need.ts";
import type { Source, Target } from "./target.ts";

/** The names that code refers to. */
export interface Symbols {
	readonly functions: ReadonlyMap<string, Label>;
	readonly rodata: ReadonlyMap<string, Label>;
	/** Offsets from the data register. */
	readonly data: ReadonlyMap<string, number>;
}

/** Lowers one function: prologue, body, epilogue. */
export function lowerFunction(ir: FunctionIr, target: Target, symbols: Symbols): Item[] {
	return new FunctionLowering(ir, target, symbols).run();
}

/** A label that branches name, with the state that they have to restore. */
interface BranchTarget {
	readonly label: Label;
	/** Where the value of the block goes. */
	readonly depth: number;
	readonly type: ValueType;
	/** How many regions are open around it. */
	readonly regions: number;
}

type Of<Kind extends Expression["kind"]> = Extract<Expression, { kind: Kind }>;

/**
 * A walk over the tree. The value of an expression at depth d goes to register d of the evaluation stack, and all below d stay as they are.
 * Operands of a call are evaluated at depth 0, where the called function or the kernel wants them; what is live below is saved in slots around
 * it: a region. A branch out of a region restores what it had saved.
 */
class FunctionLowering {
	readonly #ir: FunctionIr;
	readonly #target: Target;
	readonly #symbols: Symbols;
	readonly #homes: readonly (Home | undefined)[];
	readonly #saved: readonly Register[];
	readonly #items: Item[] = [];
	readonly #return: Label;
	readonly #branchTargets = new Map<string, BranchTarget>();
	/** The slots of each open region. */
	readonly #regions: (readonly number[])[] = [];
	readonly #freeSlots: number[] = [];
	#slotCount: number;
	#hasCalls = false;

	constructor(ir: FunctionIr, target: Target, symbols: Symbols) {
		const { of, saved, slotCount } = assignHomes(ir, target.registers.homes);
		this.#ir = ir;
		this.#target = target;
		this.#symbols = symbols;
		this.#homes = of;
		this.#saved = saved;
		this.#slotCount = slotCount;
		this.#return = { name: `${ir.name}.return` };
	}

	run(): Item[] {
		const { select } = this.#target;
		for (let local = 0; local < this.#ir.parameterCount; local++) this.#writeHome(local, this.#stack(local));
		for (const local of localsToZero(this.#ir)) this.#zeroLocal(local);
		this.#lower(this.#ir.body, 0);
		const frame = { slots: this.#slotCount, saved: this.#saved, hasCalls: this.#hasCalls };
		return [...select.prologue(frame), ...this.#items, { define: this.#return }, ...select.epilogue(frame)];
	}

	#emit(items: readonly Item[]): void {
		this.#items.push(...items);
	}

	#define(label: Label): void {
		this.#items.push({ define: label });
	}

	#stack(depth: number): Register {
		const register = this.#target.registers.stack[depth];
		if (register === undefined) throw new Error(`BUG: ${this.#ir.name} needs more than ${depth} registers; more parameters than a system call has?`);
		return register;
	}

	#writeHome(local: number, from: Register): void {
		const home = this.#homes[local];
		if (home === undefined) return;
		const { select } = this.#target;
		this.#emit("slot" in home ? select.storeSlot(home.slot, from) : select.move(this.#ir.locals[local] ?? 32, home.register, from));
	}

	#zeroLocal(local: number): void {
		const home = this.#homes[local];
		if (home === undefined) return;
		const { select, registers } = this.#target;
		const register = "slot" in home ? registers.scratch : home.register;
		this.#emit(select.constant(this.#ir.locals[local] ?? 32, register, 0n));
		if ("slot" in home) this.#emit(select.storeSlot(home.slot, register));
	}

	/** Evaluates at depth 0 with all below `depth` kept; the value, if there is one, ends at `depth`. */
	#inRegion(depth: number, type: ValueType, evaluate: () => void): void {
		if (depth === 0) {
			evaluate();
			return;
		}
		const { select } = this.#target;
		const slots = Array.from({ length: depth }, () => this.#freeSlots.pop() ?? this.#slotCount++);
		for (const [at, slot] of slots.entries()) this.#emit(select.storeSlot(slot, this.#stack(at)));
		this.#regions.push(slots);
		evaluate();
		this.#regions.pop();
		if (type !== 0) this.#emit(select.move(type, this.#stack(depth), this.#stack(0)));
		for (const [at, slot] of slots.entries()) this.#emit(select.loadSlot(this.#stack(at), slot));
		this.#freeSlots.push(...slots);
	}

	/** Whether an expression needs more registers than there are above `depth`. */
	#isDeep(expression: Expression, depth: number): boolean {
		return depth > 0 && depth + registerNeed(expression) > this.#target.registers.stack.length;
	}

	/** Evaluates an expression; its value ends in register `depth`. */
	#lower(expression: Expression, depth: number): void {
		if (this.#isDeep(expression, depth)) {
			this.#inRegion(depth, expression.type, () => this.#lower(expression, 0));
			return;
		}
		switch (expression.kind) {
			case "nop":
				return;
			case "unreachable":
				this.#emit(this.#target.select.trap());
				return;
			case "drop":
				// What a system call answers is not fetched when nobody asks.
				this.#lower(expression.value.kind === "system-call" ? { ...expression.value, type: 0 } : expression.value, depth);
				return;
			case "block":
			case "loop":
			case "if":
			case "branch":
			case "switch":
			case "return":
				this.#lowerControl(expression, depth);
				return;
			case "call":
			case "system-call":
				this.#lowerCall(expression, depth);
				return;
			case "store":
				this.#lowerStore(expression, depth);
				return;
			case "local-set":
				this.#lowerLocalSet(expression, depth);
				return;
			default:
				this.#lowerValue(expression, depth, this.#stack(depth));
				return;
		}
	}

	/** Evaluates an expression that does nothing but compute, into any register. */
	#lowerValue(expression: Of<"constant" | "local-get" | "address" | "binary" | "compare" | "unary" | "select" | "load">, depth: number, to: Register): void {
		const { select } = this.#target;
		switch (expression.kind) {
			case "constant":
				this.#emit(select.constant(expression.type, to, expression.value));
				return;
			case "local-get":
				return this.#readHome(expression, to);
			case "address":
				this.#lowerAddress(expression, to);
				return;
			case "binary":
				this.#lowerBinary(expression, depth, to);
				return;
			case "compare": {
				const { comparison, left, right } = this.#compareOperands(expression, depth);
				this.#emit(select.setIf(comparison, expression.width, to, left, right));
				return;
			}
			case "unary":
				this.#emit(select.unary(expression.operator, expression.type, to, this.#anywhere(expression.value, depth)));
				return;
			case "load": {
				const { base, offset } = this.#memoryOperand(expression, depth, []);
				this.#emit(select.load(expression.size, expression.type, to, base, offset));
				return;
			}
			case "select": {
				this.#lower(expression.ifTrue, depth);
				const ifFalse = this.#anywhere(expression.ifFalse, depth + 1, [expression.condition]);
				const end: Label = { name: "selected" };
				this.#lowerCondition(expression.condition, depth + 2, end, true);
				this.#emit(select.move(expression.type, this.#stack(depth), ifFalse));
				this.#define(end);
				this.#emit(select.move(expression.type, to, this.#stack(depth)));
				return;
			}
		}
	}

	/**
	 * Evaluates an expression into whatever register suits: the home of a local, or register `depth`.
	 * @param later expressions that are evaluated before the value is used, and may write that local
	 */
	#anywhere(expression: Expression, depth: number, later: readonly Expression[] = []): Register {
		if (expression.kind === "local-get" || expression.kind === "local-set") {
			const { local } = expression;
			const home = this.#homes[local];
			if (home !== undefined && "register" in home && !later.some((other) => writesLocal(other, local))) {
				if (expression.kind === "local-set") this.#lower({ ...expression, type: 0 }, depth);
				return home.register;
			}
		}
		this.#lower(expression, depth);
		return this.#stack(depth);
	}

	#readHome({ local, type }: Of<"local-get">, to: Register): void {
		const home = this.#homes[local];
		if (home === undefined) throw new Error(`BUG: local ${local} of ${this.#ir.name} has no home`);
		const { select } = this.#target;
		this.#emit("slot" in home ? select.loadSlot(to, home.slot) : select.move(type, to, home.register));
	}

	#lowerLocalSet({ local, type, value }: Of<"local-set">, depth: number): void {
		const { select } = this.#target;
		const home = this.#homes[local];
		if (type === 0 && home !== undefined && "register" in home && DIRECT.has(value.kind) && !this.#isDeep(value, depth)) {
			this.#lowerValue(value as Of<"constant" | "binary" | "unary" | "load" | "address">, depth, home.register);
			return;
		}
		const from = this.#anywhere(value, depth);
		this.#writeHome(local, from);
		if (type !== 0) this.#emit(select.move(type, this.#stack(depth), from));
	}

	#lowerAddress({ section, symbol }: Of<"address">, to: Register): void {
		const { select } = this.#target;
		this.#emit(section === "bss" ? select.dataAddress(to, this.#dataOffset(symbol)) : select.labelAddress(to, find(this.#symbols.rodata, symbol), 0));
	}

	#dataOffset(symbol: string): number {
		return find(this.#symbols.data, symbol);
	}

	/** The base register and offset of a memory access; objects of .bss are reached from the data register. */
	#memoryOperand({ address, offset }: Of<"load" | "store">, depth: number, later: readonly Expression[]): { base: Register; offset: number } {
		if (address.kind === "address" && address.section === "bss") {
			return { base: this.#target.registers.data, offset: this.#dataOffset(address.symbol) + offset };
		}
		return { base: this.#anywhere(address, depth, later), offset };
	}

	#lowerStore(store: Of<"store">, depth: number): void {
		const { base, offset } = this.#memoryOperand(store, depth, [store.value]);
		const valueDepth = base === this.#stack(depth) ? depth + 1 : depth;
		this.#emit(this.#target.select.store(store.size, this.#anywhere(store.value, valueDepth), base, offset));
	}

	#lowerBinary({ operator, type, left, right }: Of<"binary">, depth: number, to: Register): void {
		const { select } = this.#target;
		const isSwapped = left.kind === "constant" && COMMUTATIVE.has(operator);
		const [first, second] = isSwapped ? [right, left] : [left, right];
		if (second.kind === "constant") {
			const value = SHIFTS.has(operator) ? BigInt.asUintN(type === 64 ? 6 : 5, second.value) : second.value;
			if (select.hasImmediate(operator, type, value)) {
				this.#emit(select.binary(operator, type, to, this.#anywhere(first, depth), value));
				return;
			}
		}
		const a = this.#anywhere(first, depth, [second]);
		const b = this.#anywhere(second, a === this.#stack(depth) ? depth + 1 : depth);
		this.#emit(select.binary(operator, type, to, a, b));
	}

	#compareOperands({ comparison, width, left, right }: Of<"compare">, depth: number): { comparison: Comparison; left: Register; right: Source } {
		const isSwapped = left.kind === "constant";
		const [first, second] = isSwapped ? [right, left] : [left, right];
		const effective = isSwapped ? SWAPPED[comparison] : comparison;
		if (second.kind === "constant" && this.#target.select.hasCompareImmediate(width, second.value)) {
			return { comparison: effective, left: this.#anywhere(first, depth), right: second.value };
		}
		const a = this.#anywhere(first, depth, [second]);
		return { comparison: effective, left: a, right: this.#anywhere(second, a === this.#stack(depth) ? depth + 1 : depth) };
	}

	/** Jumps to the label when the condition is not zero, or, with `sense` false, when it is zero; else goes on. */
	#lowerCondition(condition: Expression, depth: number, label: Label, sense: boolean): void {
		const choice = asChoice(condition);
		if (choice !== undefined && !this.#isDeep(condition, depth)) {
			this.#lowerChoice(choice, depth, label, sense);
			return;
		}
		const { select } = this.#target;
		if (condition.kind !== "compare" || this.#isDeep(condition, depth)) {
			this.#emit(select.branchIf(sense ? "ne" : "eq", 32, this.#anywhere(condition, depth), 0n, label));
			return;
		}
		const isZeroTest = condition.comparison === "eq" && condition.width === 32 && isZero(condition.right);
		if (isZeroTest) {
			this.#lowerCondition(condition.left, depth, label, !sense);
			return;
		}
		if (this.#branchIfMemory(condition, depth, label, sense)) return;
		const { comparison, left, right } = this.#compareOperands(condition, depth);
		this.#emit(select.branchIf(sense ? comparison : OPPOSITE[comparison], condition.width, left, right, label));
	}

	/** Compares memory with a constant in one instruction, where the CPU can. @returns whether it did */
	#branchIfMemory({ comparison, width, left, right }: Of<"compare">, depth: number, label: Label, sense: boolean): boolean {
		const { select } = this.#target;
		if (select.branchIfMemory === undefined || left.kind !== "load" || left.size * 8 > width || right.kind !== "constant") return false;
		const effective = sense ? comparison : OPPOSITE[comparison];
		// A byte is never negative, so signed and unsigned comparisons agree.
		const isByte = left.size === 1;
		if (isByte ? right.value < 0n || right.value > 0xffn : !select.hasCompareImmediate(width, right.value)) return false;
		const { base, offset } = this.#memoryOperand(left, depth, []);
		this.#emit(select.branchIfMemory(isByte ? UNSIGNED[effective] : effective, left.size, base, offset, right.value, label));
		return true;
	}

	/** `condition ? ifTrue : ifFalse` as a condition, where one of the arms is a constant: && and ||. */
	#lowerChoice({ condition, constant, isConstantIfTrue, other }: Choice, depth: number, label: Label, sense: boolean): void {
		if (constant === sense) {
			this.#lowerCondition(condition, depth, label, isConstantIfTrue);
			this.#lowerCondition(other, depth, label, sense);
			return;
		}
		const skip: Label = { name: "skip" };
		this.#lowerCondition(condition, depth, skip, isConstantIfTrue);
		this.#lowerCondition(other, depth, label, sense);
		this.#define(skip);
	}

	#lowerCall(call: Of<"call" | "system-call">, depth: number): void {
		this.#inRegion(depth, call.type, () => {
			for (const [at, operand] of call.operands.entries()) this.#lower(operand, at);
			if (call.kind === "system-call") {
				this.#emit(this.#target.select.systemCall(call.name, call.type));
				return;
			}
			this.#hasCalls = true;
			this.#emit(this.#target.select.call(find(this.#symbols.functions, call.callee)));
		});
	}

	#lowerControl(expression: Of<"block" | "loop" | "if" | "branch" | "switch" | "return">, depth: number): void {
		switch (expression.kind) {
			case "block": {
				const label = this.#openBranchTarget(expression.label, depth, expression.type);
				for (const part of expression.body) this.#lower(part, depth);
				if (label !== undefined) this.#define(label);
				return;
			}
			case "loop": {
				const label = this.#openBranchTarget(expression.label, depth, 0);
				if (label !== undefined) this.#define(label);
				this.#lower(expression.body, depth);
				return;
			}
			case "if":
				this.#lowerIf(expression, depth);
				return;
			case "branch":
				this.#lowerBranch(expression, depth);
				return;
			case "switch":
				this.#lowerSwitch(expression, depth);
				return;
			case "return":
				this.#lowerReturn(expression.value, depth);
				return;
		}
	}

	#openBranchTarget(name: string | undefined, depth: number, type: ValueType): Label | undefined {
		if (name === undefined) return undefined;
		const label: Label = { name };
		this.#branchTargets.set(name, { label, depth, type, regions: this.#regions.length });
		return label;
	}

	#lowerIf({ condition, ifTrue, ifFalse, isTrueOpen }: Of<"if">, depth: number): void {
		const otherwise: Label = { name: "else" };
		this.#lowerCondition(condition, depth, otherwise, false);
		this.#lower(ifTrue, depth);
		if (ifFalse === undefined) {
			this.#define(otherwise);
			return;
		}
		const end: Label = { name: "end" };
		if (isTrueOpen) this.#emit(this.#target.select.jump(end));
		this.#define(otherwise);
		this.#lower(ifFalse, depth);
		this.#define(end);
	}

	#lowerReturn(value: Expression | undefined, depth: number): void {
		const { select } = this.#target;
		if (value !== undefined) {
			this.#lower(value, depth);
			this.#emit(select.move(value.type === 64 ? 64 : 32, this.#stack(0), this.#stack(depth)));
		}
		this.#emit(select.jump(this.#return));
	}

	#lowerBranch({ label, condition, value }: Of<"branch">, depth: number): void {
		const target = find(this.#branchTargets, label);
		if (value !== undefined) this.#lower(value, depth);
		const conditionDepth = value === undefined ? depth : depth + 1;
		const isSimple = this.#regions.length === target.regions && (value === undefined || target.depth === depth);
		if (isSimple && condition !== undefined) {
			this.#lowerCondition(condition, conditionDepth, target.label, true);
			return;
		}
		const skip: Label = { name: "skip" };
		if (condition !== undefined) this.#lowerCondition(condition, conditionDepth, skip, false);
		this.#leaveTo(target, value === undefined ? undefined : depth);
		if (condition !== undefined) this.#define(skip);
	}

	/** Jumps out of regions: moves the value to its place, and restores what the outermost of them had saved. */
	#leaveTo({ label, depth, type, regions }: BranchTarget, valueDepth: number | undefined): void {
		const { select } = this.#target;
		if (valueDepth !== undefined && type !== 0) this.#emit(select.move(type, this.#stack(depth), this.#stack(valueDepth)));
		const slots = this.#regions[regions] ?? [];
		for (const [at, slot] of slots.slice(0, depth).entries()) this.#emit(select.loadSlot(this.#stack(at), slot));
		this.#emit(select.jump(label));
	}

	/** A chain of comparisons: the init's switches are short. */
	#lowerSwitch({ labels, otherwise, index }: Of<"switch">, depth: number): void {
		const { select, registers } = this.#target;
		const register = this.#anywhere(index, depth);
		for (const [value, name] of labels.entries()) {
			if (name === otherwise) continue;
			const target = find(this.#branchTargets, name);
			const isSimple = this.#regions.length === target.regions;
			const destination: Label = isSimple ? target.label : { name: "skip" };
			const constant = BigInt(value);
			const isImmediate = select.hasCompareImmediate(32, constant);
			if (!isImmediate) this.#emit(select.constant(32, registers.scratch, constant));
			this.#emit(select.branchIf(isSimple ? "eq" : "ne", 32, register, isImmediate ? constant : registers.scratch, destination));
			if (isSimple) continue;
			this.#leaveTo(target, undefined);
			this.#define(destination);
		}
		this.#leaveTo(find(this.#branchTargets, otherwise), undefined);
	}
}

/** A condition of which one arm is a constant. */
interface Choice {
	readonly condition: Expression;
	readonly constant: boolean;
	/** Which arm it is. */
	readonly isConstantIfTrue: boolean;
	readonly other: Expression;
}

/** Reads `a ? 1 : b`, `a ? b : 0` and the like, and `a & b` and `a | b` of comparisons, as a choice. */
function asChoice(expression: Expression): Choice | undefined {
	if (expression.kind === "binary" && expression.type === 32 && (expression.operator === "and" || expression.operator === "or")) {
		const isBoolean = expression.left.kind === "compare" && expression.right.kind === "compare" && isPure(expression.right);
		const isOr = expression.operator === "or";
		return isBoolean ? { condition: expression.left, constant: isOr, isConstantIfTrue: isOr, other: expression.right } : undefined;
	}
	if ((expression.kind !== "if" && expression.kind !== "select") || expression.type !== 32 || expression.ifFalse === undefined) return undefined;
	const { condition, ifTrue, ifFalse } = expression;
	// A select evaluates both arms, and before its condition.
	if (expression.kind === "select" && !(isPure(ifTrue) && isPure(ifFalse) && isPure(condition))) return undefined;
	if (ifTrue.kind === "constant") return { condition, constant: ifTrue.value !== 0n, isConstantIfTrue: true, other: ifFalse };
	if (ifFalse.kind === "constant") return { condition, constant: ifFalse.value !== 0n, isConstantIfTrue: false, other: ifTrue };
	return undefined;
}

/** Whether it does not matter when, or whether, an expression is evaluated: it writes nothing. */
function isPure(expression: Expression): boolean {
	return PURE.has(expression.kind) && operandsOf(expression).every(isPure);
}

const PURE: ReadonlySet<Expression["kind"]> = new Set(["constant", "local-get", "address", "compare", "unary", "load"]);

/** Kinds that can be computed straight into the home of a local: they write their register last. */
const DIRECT: ReadonlySet<Expression["kind"]> = new Set(["constant", "binary", "unary", "load", "address"]);

const COMMUTATIVE: ReadonlySet<string> = new Set(["add", "mul", "and", "or", "xor"]);
const SHIFTS: ReadonlySet<string> = new Set(["shl", "shr_s", "shr_u", "rotl", "rotr"]);

const OPPOSITE: Readonly<Record<Comparison, Comparison>> = {
	eq: "ne",
	ne: "eq",
	lt_s: "ge_s",
	ge_s: "lt_s",
	lt_u: "ge_u",
	ge_u: "lt_u",
	gt_s: "le_s",
	le_s: "gt_s",
	gt_u: "le_u",
	le_u: "gt_u",
};

const UNSIGNED: Readonly<Record<Comparison, Comparison>> = {
	eq: "eq",
	ne: "ne",
	lt_s: "lt_u",
	ge_s: "ge_u",
	lt_u: "lt_u",
	ge_u: "ge_u",
	gt_s: "gt_u",
	le_s: "le_u",
	gt_u: "gt_u",
	le_u: "le_u",
};

/** The comparison with its operands exchanged. */
const SWAPPED: Readonly<Record<Comparison, Comparison>> = {
	eq: "eq",
	ne: "ne",
	lt_s: "gt_s",
	gt_s: "lt_s",
	lt_u: "gt_u",
	gt_u: "lt_u",
	le_s: "ge_s",
	ge_s: "le_s",
	le_u: "ge_u",
	ge_u: "le_u",
};

function isZero(expression: Expression): boolean {
	return expression.kind === "constant" && expression.value === 0n;
}

function writesLocal(expression: Expression, local: number): boolean {
	return (expression.kind === "local-set" && expression.local === local) || operandsOf(expression).some((operand) => writesLocal(operand, local));
}

function find<T>(map: ReadonlyMap<string, T>, name: string): T {
	const found = map.get(name);
	if (found === undefined) throw new Error(`BUG: nothing is named ${name}`);
	return found;
}
