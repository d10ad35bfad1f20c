import { codeFlow } from "./code-flow.ts";
import { FunctionCode, type Symbols } from "./function-code.ts";
import { localsToZero } from "./homes.ts";
import type { Item } from "./instruction.ts";
import type { Expression, FunctionIr } from "./ir.ts";
import { lowerCall, lowerSystemCall } from "./lower-call.ts";
import { type Control, isControl, lowerControl, lowerResult } from "./lower-control.ts";
import { lowerStore } from "./lower-store.ts";
import { lowerLocalSet, lowerValue } from "./lower-value.ts";
import type { Target } from "./target.ts";

/** Lowers one function: prologue, body, epilogue. */
export function lowerFunction(ir: FunctionIr, target: Target, symbols: Symbols): Item[] {
	const code = new FunctionLowering(ir, target, symbols);
	for (let local = 0; local < ir.parameterCount; local++) code.writeHome(local, code.stack(local));
	for (const local of localsToZero(ir)) code.zeroLocal(local);
	if (ir.result === 0) code.lower(ir.body, code.depth);
	else lowerResult(code, ir.body, code.depth);
	const { items, saved } = code.withoutUnreadHomes();
	const frame = { slots: code.slotCount, saved, hasCalls: items.some(codeFlow(target).isCall) };
	return [...target.select.prologue(frame), ...items, { define: code.return }, ...target.select.epilogue(frame)];
}

/** A walk over the tree. */
class FunctionLowering extends FunctionCode {
	override lower(expression: Expression, depth: number): void {
		if (this.isDeep(expression, depth)) this.inRegion(depth, expression.type, () => this.lower(expression, 0));
		else if (isControl(expression)) lowerControl(this, expression, depth);
		else this.#lowerInPlace(expression, depth);
	}

	#lowerInPlace(expression: Exclude<Expression, Control>, depth: number): void {
		switch (expression.kind) {
			case "nop":
				return;
			case "unreachable":
				this.emit(this.select.trap());
				return;
			case "drop":
				this.lower(withoutValue(expression.value), depth);
				return;
			case "call":
				lowerCall(this, expression, depth);
				return;
			case "system-call":
				lowerSystemCall(this, expression, depth, this.stack(depth));
				return;
			case "store":
				lowerStore(this, expression, depth);
				return;
			case "local-set":
				lowerLocalSet(this, expression, depth);
				return;
			default:
				lowerValue(this, expression, depth, this.stack(depth));
		}
	}
}

/** Lowers an expression for its effects only: an unused result, such as that of a system call, is not fetched. */
function withoutValue(expression: Expression): Expression {
	if (expression.kind === "system-call") return { ...expression, type: 0 };
	if (expression.kind !== "if" || expression.ifFalse === undefined) return expression;
	const { ifTrue, ifFalse } = expression;
	return { ...expression, type: 0, ifTrue: withoutValue(ifTrue), ifFalse: withoutValue(ifFalse) };
}
