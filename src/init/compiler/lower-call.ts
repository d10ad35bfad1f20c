import { type FunctionCode, find } from "./function-code.ts";
import type { Register } from "./instruction.ts";
import type { Expression, ExpressionOf } from "./ir.ts";
import { canFollow } from "./operands.ts";
import { callCount } from "./register-need.ts";

/** Operands are evaluated where the called function expects them: from depth 0 on. */
export function lowerCall(code: FunctionCode, call: ExpressionOf<"call">, depth: number): void {
	code.inRegion(depth, call.type, () => {
		lowerArguments(code, call.operands);
		code.emitCall(code.select.call(find(code.symbols.functions, call.callee)));
	});
}

/** The kernel expects its arguments in the same registers; its result can go anywhere. */
export function lowerSystemCall(
	code: FunctionCode,
	call: ExpressionOf<"system-call">,
	depth: number,
	to: Register,
): void {
	const isOnStack = to === code.stack(depth);
	code.inRegion(depth, isOnStack ? call.type : 0, () => {
		lowerArguments(code, call.operands);
		code.emitCall(code.select.systemCall(call.name, call.type, isOnStack ? code.stack(0) : to));
		if (!isOnStack) code.known.write(to);
	});
}

/**
 * Evaluates each argument into its register. An argument with a call comes first if possible, because it would have to
 * save those before it.
 */
function lowerArguments(code: FunctionCode, operands: readonly Expression[]): void {
	const calling = operands.findIndex((operand) => callCount(operand) > 0);
	const call = operands[calling];
	const isFirst = call !== undefined && operands.slice(0, calling).every((operand) => canFollow(operand, [call]));
	if (isFirst) {
		code.lower(call, 0);
		code.move(call.type === 64 ? 64 : 32, code.stack(calling), code.stack(0));
	}
	for (const [at, operand] of operands.entries()) if (!isFirst || at !== calling) code.lower(operand, at);
}
