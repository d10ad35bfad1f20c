import binaryen from "assemblyscript/binaryen";
import type { BitCounts } from "./bit-counts.ts";
import { CompileError } from "./compile-error.ts";
import type { AccessSize, BitCount, Expression, UnaryOperator, ValueType, Width } from "./ir.ts";
import type { NativeObjects } from "./native-objects.ts";
import { BINARY, COMPARE, EQUALS_ZERO, expressionName, UNARY } from "./operators.ts";
import { constantValue, valueType } from "./values.ts";

const OPERATIONS = "the init's subset of TypeScript has integers, functions, `native.…` and `sys.…` only";

/** What the expressions of a module refer to. */
interface Surroundings {
	readonly module: binaryen.Module;
	readonly objects: NativeObjects;
	readonly bitCounts: BitCounts;
	readonly word: Width;
	/** The width of each global, by name. */
	readonly globals: ReadonlyMap<string, Width>;
}

/** Lifts the expressions of one module. */
export class Lifter {
	readonly #surroundings: Surroundings;

	constructor(surroundings: Surroundings) {
		this.#surroundings = surroundings;
	}

	lift(reference: number): Expression {
		const id = binaryen.getExpressionId(reference);
		// getExpressionInfo throws for these two.
		if (id === binaryen.NopId) return { kind: "nop", type: 0 };
		if (id === binaryen.UnreachableId) return { kind: "unreachable", type: 0 };
		const info: unknown = binaryen.getExpressionInfo(reference);
		switch (id) {
			case binaryen.UnaryId:
				return this.#liftUnary(info as binaryen.UnaryInfo);
			case binaryen.BinaryId:
				return this.#liftBinary(info as binaryen.BinaryInfo);
			case binaryen.SelectId:
				return this.#liftSelect(info as binaryen.SelectInfo);
			case binaryen.CallId:
				return this.#liftCall(info as binaryen.CallInfo);
			case binaryen.LoadId:
				return noLinearMemory("native.load8, load32 or loadWord");
			case binaryen.StoreId:
				return noLinearMemory("native.store8, store32 or storeWord");
			default:
				return this.#liftValue(id, info) ?? this.#liftControl(id, info) ?? unsupported(id);
		}
	}

	#liftOptional(reference: number): Expression | undefined {
		return reference === 0 ? undefined : this.lift(reference);
	}

	#liftAll(references: readonly number[]): Expression[] {
		return references.map((reference) => this.lift(reference));
	}

	#liftValue(id: number, info: unknown): Expression | undefined {
		switch (id) {
			case binaryen.ConstId: {
				const constant = info as binaryen.ConstInfo;
				return { kind: "constant", type: someWidth(constant.type), value: constantValue(constant) };
			}
			case binaryen.LocalGetId: {
				const { type, index } = info as binaryen.LocalGetInfo;
				return { kind: "local-get", type: someWidth(type), local: index };
			}
			case binaryen.LocalSetId: {
				const { type, index, value } = info as binaryen.LocalSetInfo;
				return { kind: "local-set", type: valueType(type), local: index, value: this.lift(value) };
			}
			case binaryen.GlobalGetId: {
				const { name } = info as binaryen.GlobalGetInfo;
				const type = this.#globalWidth(name);
				return { kind: "load", type, size: bytesOf(type), address: this.#globalAddress(name), offset: 0 };
			}
			case binaryen.GlobalSetId: {
				const { name, value } = info as binaryen.GlobalSetInfo;
				const size = bytesOf(this.#globalWidth(name));
				return { kind: "store", type: 0, size, address: this.#globalAddress(name), offset: 0, value: this.lift(value) };
			}
			default:
				return undefined;
		}
	}

	#liftControl(id: number, info: unknown): Expression | undefined {
		switch (id) {
			case binaryen.DropId:
				return { kind: "drop", type: 0, value: this.lift((info as binaryen.DropInfo).value) };
			case binaryen.ReturnId:
				return { kind: "return", type: 0, value: this.#liftOptional((info as binaryen.ReturnInfo).value) };
			case binaryen.BlockId: {
				const { type, name, children } = info as binaryen.BlockInfo;
				return { kind: "block", type: valueType(type), label: name || undefined, body: this.#liftAll(children) };
			}
			case binaryen.LoopId: {
				const { type, name, body } = info as binaryen.LoopInfo;
				return { kind: "loop", type: valueType(type), label: name || undefined, body: this.lift(body) };
			}
			case binaryen.IfId:
				return this.#liftIf(info as binaryen.IfInfo);
			case binaryen.BreakId: {
				const { type, name, condition, value } = info as binaryen.BreakInfo;
				return {
					kind: "branch",
					type: valueType(type),
					label: name,
					condition: this.#liftOptional(condition),
					value: this.#liftOptional(value),
				};
			}
			case binaryen.SwitchId: {
				const { names: labels, defaultName: otherwise, condition, value } = info as binaryen.SwitchInfo;
				const operands = { value: this.#liftOptional(value), index: this.lift(condition) };
				return { kind: "switch", type: 0, labels, otherwise: otherwise ?? "", ...operands };
			}
			default:
				return undefined;
		}
	}

	#globalAddress(symbol: string): Expression {
		return { kind: "address", type: this.#surroundings.word, section: "bss", symbol };
	}

	#globalWidth(name: string): Width {
		return this.#surroundings.globals.get(name) ?? 32;
	}

	#liftUnary({ op, value }: binaryen.UnaryInfo): Expression {
		const width = EQUALS_ZERO.get(op);
		if (width !== undefined) {
			return {
				kind: "compare",
				type: 32,
				comparison: "eq",
				width,
				left: this.lift(value),
				right: { kind: "constant", type: width, value: 0n },
			};
		}
		const [operator, type] = UNARY.get(op) ?? unsupportedOperation(value);
		if (isBitCount(operator)) return this.#surroundings.bitCounts.count(operator, type, this.lift(value));
		return { kind: "unary", type, operator, value: this.lift(value) };
	}

	#liftBinary({ op, left, right }: binaryen.BinaryInfo): Expression {
		const compare = COMPARE.get(op);
		if (compare !== undefined) {
			return {
				kind: "compare",
				type: 32,
				comparison: compare[0],
				width: compare[1],
				left: this.lift(left),
				right: this.lift(right),
			};
		}
		const [operator, type] = BINARY.get(op) ?? unsupportedOperation(left);
		return { kind: "binary", type, operator, left: this.lift(left), right: this.lift(right) };
	}

	#liftSelect({ type, condition, ifTrue, ifFalse }: binaryen.SelectInfo): Expression {
		return {
			kind: "select",
			type: someWidth(type),
			condition: this.lift(condition),
			ifTrue: this.lift(ifTrue),
			ifFalse: this.lift(ifFalse),
		};
	}

	#liftIf({ type, condition, ifTrue, ifFalse }: binaryen.IfInfo): Expression {
		return {
			kind: "if",
			type: valueType(type),
			condition: this.lift(condition),
			ifTrue: this.lift(ifTrue),
			ifFalse: this.#liftOptional(ifFalse),
			isTrueOpen: binaryen.getExpressionType(ifTrue) !== binaryen.unreachable,
		};
	}

	#liftCall({ type, target, operands }: binaryen.CallInfo): Expression {
		const { module, base, results } = binaryen.getFunctionInfo(this.#surroundings.module.getFunction(target));
		const result = type === binaryen.unreachable ? 0 : valueType(results);
		switch (module) {
			case "native":
				return this.#liftNative(base ?? "", operands);
			case "sys":
				return { kind: "system-call", type: result, name: base ?? "", operands: this.#liftAll(operands) };
			case "":
			case null:
				return { kind: "call", type: result, callee: target, operands: this.#liftAll(operands) };
			default:
				throw new CompileError(`${module}.${base} does not exist; ${OPERATIONS}`);
		}
	}

	#liftNative(name: string, operands: readonly number[]): Expression {
		const { word, objects } = this.#surroundings;
		const [first = 0, second = 0] = operands;
		const size = name.endsWith("8") ? 1 : name.endsWith("32") ? 4 : bytesOf(word);
		switch (name) {
			case "load8":
			case "load32":
			case "loadWord":
				return { kind: "load", type: name === "loadWord" ? word : 32, size, ...this.#liftAddress(first) };
			case "store8":
			case "store32":
			case "storeWord":
				return { kind: "store", type: 0, size, ...this.#liftAddress(first), value: this.lift(second) };
			default: {
				const object = objects.lift(name, this.#liftAll(operands));
				if (object === undefined) throw new CompileError(`native.${name} does not exist; ${OPERATIONS}`);
				return object;
			}
		}
	}

	/** Splits the constant part off an address. */
	#liftAddress(reference: number): { readonly address: Expression; readonly offset: number } {
		const address = this.lift(reference);
		if (address.kind !== "binary" || address.operator !== "add" || address.right.kind !== "constant")
			return { address, offset: 0 };
		const { value } = address.right;
		return value > -MAXIMAL_OFFSET && value < MAXIMAL_OFFSET
			? { address: address.left, offset: Number(value) }
			: { address, offset: 0 };
	}
}

function isBitCount(operator: UnaryOperator): operator is BitCount {
	return operator === "clz" || operator === "ctz" || operator === "popcnt";
}

/** The limit for offsets of memory accesses, in bytes. */
const MAXIMAL_OFFSET = 1n << 20n;

function bytesOf(width: Width): AccessSize {
	return width === 64 ? 8 : 4;
}

function someWidth(type: number): Width {
	const width: ValueType = valueType(type);
	// An operand that is never reached has no type, and its code never runs.
	return width === 0 ? 32 : width;
}

function noLinearMemory(instead: string): never {
	throw new CompileError(
		`objects, arrays, strings and load<T>/store<T> cannot be compiled; use ${instead} on memory from native.zeroed`,
	);
}

/** Operations on floats, and operations with a float as result. The former have their own message. */
function unsupportedOperation(operand: number): never {
	valueType(binaryen.getExpressionType(operand));
	throw new CompileError(`a float cannot be compiled; ${OPERATIONS}`);
}

function unsupported(id: number): never {
	throw new CompileError(`this cannot be compiled (WebAssembly's ${expressionName(id)}); ${OPERATIONS}`);
}
