import { type FunctionCode, find } from "./function-code.ts";
import type { Register } from "./instruction.ts";
import type { ExpressionOf } from "./ir.ts";

/** Operands are evaluated where the called function expects them: from depth 0 on. */
export function lowerCall(code: FunctionCode, call: ExpressionOf<"call">, depth: number): void {
	code.inRegion(depth, call.type, () => {
		for (const [at, operand] of call.operands.entries()) code.lower(operand, at);
		code.emitCall(code.select.call(find(code.symbols.functions, call.callee)));
	});
}

/** The kernel expects its arguments in the same registers, and its answer can go anywhere. */
export function lowerSystemCall(
	code: FunctionCode,
	call: ExpressionOf<"system-call">,
	depth: number,
	to: Register,
): void {
	const isOnStack = to === code.stack(depth);
	code.inRegion(depth, isOnStack ? call.type : 0, () => {
		for (const [at, operand] of call.operands.entries()) code.lower(operand, at);
		code.emitCall(code.select.systemCall(call.name, call.type, isOnStack ? code.stack(0) : to));
		if (!isOnStack) code.known.write(to);
	});
}
