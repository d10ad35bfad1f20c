import type { Register } from "./instruction.ts";
import { type Expression, type FunctionIr, operandsOf } from "./ir.ts";
import { callCount, registerNeed } from "./register-need.ts";
import type { Target } from "./target.ts";

/** Where a local is kept while its function runs. */
export type Home = { readonly register: Register } | { readonly slot: number };

export interface Homes {
	/** By local; undefined for an unused local. */
	readonly of: readonly (Home | undefined)[];
	/** The callee-saved registers that are used. */
	readonly saved: readonly Register[];
	/** How many stack slots are homes. */
	readonly slotCount: number;
	/** How many registers of the evaluation stack, from the bottom, are homes. */
	readonly depth: number;
}

/** A use in a loop counts as this many. */
const LOOP_WEIGHT = 8;

/**
 * Gives the most used locals the callee-saved registers, and each of the others a stack slot. In a function without
 * calls, locals stay in the registers of the parameters if that leaves enough of the evaluation stack.
 */
export function assignHomes(
	ir: FunctionIr,
	{ stack, stackInCpu = stack.length, homes: registers }: Pick<Target["registers"], "stack" | "stackInCpu" | "homes">,
): Homes {
	const uses = countUses(ir);
	const inPlace = [...uses.keys()].filter((local) => local < ir.parameterCount || uses[local] !== 0);
	if (callCount(ir.body) === 0 && inPlace.length + registerNeed(ir.body) <= stackInCpu) {
		const of = ir.locals.map((_, local): Home | undefined => {
			const register = uses[local] === 0 ? undefined : stack[inPlace.indexOf(local)];
			return register === undefined ? undefined : { register };
		});
		return { of, saved: [], slotCount: 0, depth: inPlace.length };
	}
	const order = [...uses.keys()]
		.filter((local) => uses[local] !== 0)
		.sort((a, b) => (uses[b] ?? 0) - (uses[a] ?? 0) || a - b);
	const of: (Home | undefined)[] = ir.locals.map(() => undefined);
	for (const [rank, local] of order.entries()) {
		const register = registers[rank];
		of[local] = register === undefined ? { slot: rank - registers.length } : { register };
	}
	return {
		of,
		saved: registers.slice(0, order.length),
		slotCount: Math.max(0, order.length - registers.length),
		depth: 0,
	};
}

function countUses({ locals, body }: FunctionIr): number[] {
	const uses = locals.map(() => 0);
	const visit = (expression: Expression, weight: number): void => {
		if (expression.kind === "local-get" || expression.kind === "local-set")
			uses[expression.local] = (uses[expression.local] ?? 0) + weight;
		const inner = expression.kind === "loop" ? weight * LOOP_WEIGHT : weight;
		for (const operand of operandsOf(expression)) visit(operand, inner);
	};
	visit(body, 1);
	return uses;
}

/**
 * The locals that may be read before they are written: in WebAssembly, they start at 0. This is conservative: what is
 * written in a block that can be left early does not count afterwards.
 */
export function localsToZero({ parameterCount, body }: FunctionIr): readonly number[] {
	const toZero = new Set<number>();
	/** Returns the locals that have certainly been written after the expression. */
	const visit = (expression: Expression, before: ReadonlySet<number>): ReadonlySet<number> => {
		if (expression.kind === "local-get" && !before.has(expression.local)) toZero.add(expression.local);
		if (expression.kind === "if") {
			const condition = visit(expression.condition, before);
			const ifTrue = visit(expression.ifTrue, condition);
			const ifFalse = expression.ifFalse === undefined ? condition : visit(expression.ifFalse, condition);
			return new Set([...ifTrue].filter((local) => ifFalse.has(local)));
		}
		let written = before;
		for (const operand of operandsOf(expression)) written = visit(operand, written);
		if (expression.kind === "block" && expression.label !== undefined) return before;
		return expression.kind === "local-set" ? new Set([...written, expression.local]) : written;
	};
	visit(body, new Set(Array.from({ length: parameterCount }, (_, local) => local)));
	return [...toZero].sort((a, b) => a - b);
}
