import { COMMUTATIVE } from "./binary-operators.ts";
import { type FunctionCode, find } from "./function-code.ts";
import type { Expression, ExpressionOf } from "./ir.ts";
import { type DataRange, dataValue } from "./known-values.ts";
import { knownValue, lowerAnywhere, lowerMemoryOperand } from "./operands.ts";
import { isUnaffectedBy } from "./purity.ts";

/** Stores a value, in place if the CPU can change a word of .bss. */
export function lowerStore(code: FunctionCode, store: ExpressionOf<"store">, depth: number): void {
	if (updateData(code, store, depth)) return;
	const { base, offset } = lowerMemoryOperand(code, store, depth, [store.value]);
	const valueDepth = base === code.stack(depth) ? depth + 1 : depth;
	const from = lowerAnywhere(code, store.value, valueDepth);
	code.emit(code.select.store(store.size, from, base, offset));
	const range = base === code.target.registers.data ? { offset, size: store.size } : undefined;
	code.known.forgetMemory(range);
	const { type } = store.value;
	if (range !== undefined && type !== 0 && type === range.size * 8) code.known.add(from, dataValue(range, type));
}

/** Changes a word of .bss in place, if the CPU can. @returns whether it did */
function updateData(
	code: FunctionCode,
	{ address, offset, size, value }: ExpressionOf<"store">,
	depth: number,
): boolean {
	const { withData } = code.select;
	if (withData === undefined || address.kind !== "address" || address.section !== "bss") return false;
	if (value.kind !== "binary" || value.type !== size * 8 || !withData.operators.has(value.operator)) return false;
	const { operator, type, left, right } = value;
	const range: DataRange = { offset: find(code.symbols.data, address.symbol) + offset, size };
	const isOld = (operand: Expression): boolean => knownValue(code, operand)?.key === dataValue(range, type).key;
	const isSwapped = COMMUTATIVE.has(operator) && isOld(right);
	const [old, by] = isSwapped ? [right, left] : [left, right];
	if (!isOld(old) || !isUnaffectedBy(old, [by])) return false;
	const isImmediate = by.kind === "constant" && code.select.hasImmediate(operator, type, by.value);
	const source = isImmediate ? by.value : lowerAnywhere(code, by, depth);
	code.emit(withData.update(operator, type, range.offset, source));
	code.known.forgetMemory(range);
	return true;
}
