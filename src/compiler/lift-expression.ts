import binaryen from "assemblyscript/binaryen";
import { CompileError } from "./compile-error.ts";
import type { AccessSize, Expression, ReadOnlyObject, ValueType, Width, ZeroedObject } from "./ir.ts";
import { BINARY, COMPARE, EQUALS_ZERO, expressionName, operationName, UNARY } from "./operators.ts";
import { PAIRS } from "./pack-texts.ts";
import type { Segments } from "./strings.ts";
import { constantValue, valueType } from "./values.ts";

const OPERATIONS = "the init's subset of TypeScript has integers, functions, `native.…` and `sys.…` only";

/** Lifts the expressions of one module, and gathers the objects that they name. */
export class Lifter {
	readonly #module: binaryen.Module;
	readonly #segments: Segments;
	readonly #globals: ReadonlyMap<string, Width>;
	readonly #word: Width;
	readonly #texts = new Map<string, ReadOnlyObject>();
	readonly #messages: string[] = [];
	readonly #buffers = new Map<string, ZeroedObject>();

	/** @param globals the width of each global, by name */
	constructor(module: binaryen.Module, segments: Segments, wordSize: 4 | 8, globals: ReadonlyMap<string, Width>) {
		this.#module = module;
		this.#segments = segments;
		this.#globals = globals;
		this.#word = wordSize === 8 ? 64 : 32;
	}

	/** The texts met so far, each once. */
	get rodata(): readonly ReadOnlyObject[] {
		const messages = { symbol: MESSAGES, bytes: encodeText(this.#messages.join("\0")), isPacked: true };
		return [...this.#texts.values(), messages];
	}

	/** The buffers met so far, each once. */
	get buffers(): readonly ZeroedObject[] {
		return [...this.#buffers.values()];
	}

	lift(reference: number): Expression {
		const id = binaryen.getExpressionId(reference);
		// getExpressionInfo throws on these two.
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
				return { kind: "branch", type: valueType(type), label: name, condition: this.#liftOptional(condition), value: this.#liftOptional(value) };
			}
			case binaryen.SwitchId: {
				const { names, defaultName, condition, value } = info as binaryen.SwitchInfo;
				if (value !== 0) return unsupported(id);
				return { kind: "switch", type: 0, labels: names, otherwise: defaultName ?? "", index: this.lift(condition) };
			}
			default:
				return undefined;
		}
	}

	#globalAddress(symbol: string): Expression {
		return { kind: "address", type: this.#word, section: "bss", symbol };
	}

	#globalWidth(name: string): Width {
		return this.#globals.get(name) ?? 32;
	}

	#liftUnary({ op, value }: binaryen.UnaryInfo): Expression {
		const width = EQUALS_ZERO.get(op);
		if (width !== undefined) {
			return { kind: "compare", type: 32, comparison: "eq", width, left: this.lift(value), right: { kind: "constant", type: width, value: 0n } };
		}
		const [operator, type] = UNARY.get(op) ?? unsupportedOperation(op, value);
		return { kind: "unary", type, operator, value: this.lift(value) };
	}

	#liftBinary({ op, left, right }: binaryen.BinaryInfo): Expression {
		const compare = COMPARE.get(op);
		if (compare !== undefined) {
			return { kind: "compare", type: 32, comparison: compare[0], width: compare[1], left: this.lift(left), right: this.lift(right) };
		}
		const [operator, type] = BINARY.get(op) ?? unsupportedOperation(op, left);
		return { kind: "binary", type, operator, left: this.lift(left), right: this.lift(right) };
	}

	#liftSelect({ type, condition, ifTrue, ifFalse }: binaryen.SelectInfo): Expression {
		return { kind: "select", type: someWidth(type), condition: this.lift(condition), ifTrue: this.lift(ifTrue), ifFalse: this.lift(ifFalse) };
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
		const { module, base, results } = binaryen.getFunctionInfo(this.#module.getFunction(target));
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
				throw new CompileError(`${module}.${base} is not to be had; ${OPERATIONS}`);
		}
	}

	#liftNative(name: string, operands: readonly number[]): Expression {
		const [first = 0, second = 0] = operands;
		switch (name) {
			case "text":
			case "packed":
				return this.#liftText(this.lift(first), name === "packed");
			case "message":
				return this.#liftMessage(this.lift(first));
			case "messages":
				return { kind: "address", type: this.#word, section: "rodata", symbol: MESSAGES };
			case "pairs":
				return { kind: "address", type: this.#word, section: "rodata", symbol: PAIRS };
			case "zeroed":
				return this.#liftZeroed(this.lift(first), this.lift(second));
			case "load8":
			case "load32":
			case "loadWord":
				return { kind: "load", type: name === "loadWord" ? this.#word : 32, size: this.#accessSize(name), ...this.#liftAddress(first) };
			case "store8":
			case "store32":
			case "storeWord":
				return { kind: "store", type: 0, size: this.#accessSize(name), ...this.#liftAddress(first), value: this.lift(second) };
			default:
				throw new CompileError(`native.${name} is not to be had`);
		}
	}

	#accessSize(name: string): AccessSize {
		if (name.endsWith("8")) return 1;
		return name.endsWith("32") ? 4 : bytesOf(this.#word);
	}

	/** An address with its constant part split off. */
	#liftAddress(reference: number): { readonly address: Expression; readonly offset: number } {
		const address = this.lift(reference);
		if (address.kind !== "binary" || address.operator !== "add" || address.right.kind !== "constant") return { address, offset: 0 };
		const { value } = address.right;
		return value > -MAXIMAL_OFFSET && value < MAXIMAL_OFFSET ? { address: address.left, offset: Number(value) } : { address, offset: 0 };
	}

	/** The pointer to a literal becomes the address of its bytes. Optimization may have put a choice between literals into one call. */
	#liftText(pointer: Expression, isPacked: boolean): Expression {
		switch (pointer.kind) {
			case "constant": {
				const text = this.#segments.readString(Number(pointer.value));
				const symbol = `${isPacked ? "packed " : ""}${JSON.stringify(text)}`;
				this.#texts.set(symbol, { symbol, bytes: encodeText(text), isPacked });
				return { kind: "address", type: this.#word, section: "rodata", symbol };
			}
			case "select":
				return { ...pointer, type: this.#word, ifTrue: this.#liftText(pointer.ifTrue, isPacked), ifFalse: this.#liftText(pointer.ifFalse, isPacked) };
			case "if":
				return {
					...pointer,
					type: this.#word,
					ifTrue: this.#liftText(pointer.ifTrue, isPacked),
					ifFalse: pointer.ifFalse && this.#liftText(pointer.ifFalse, isPacked),
				};
			default:
				throw new CompileError("native.text takes a string literal, written in the call itself");
		}
	}

	/** A literal becomes its number among the messages. */
	#liftMessage(pointer: Expression): Expression {
		switch (pointer.kind) {
			case "constant": {
				const message = this.#segments.readString(Number(pointer.value));
				if (!this.#messages.includes(message)) this.#messages.push(message);
				return { kind: "constant", type: 32, value: BigInt(this.#messages.indexOf(message)) };
			}
			case "select":
				return { ...pointer, ifTrue: this.#liftMessage(pointer.ifTrue), ifFalse: this.#liftMessage(pointer.ifFalse) };
			case "if":
				return { ...pointer, ifTrue: this.#liftMessage(pointer.ifTrue), ifFalse: pointer.ifFalse && this.#liftMessage(pointer.ifFalse) };
			default:
				throw new CompileError("native.message takes a string literal, written in the call itself");
		}
	}

	#liftZeroed(name: Expression, size: Expression): Expression {
		if (name.kind !== "constant" || size.kind !== "constant") throw new CompileError("native.zeroed takes a literal and a constant");
		// Quoted, so that no global has the same name.
		const symbol = JSON.stringify(this.#segments.readString(Number(name.value)));
		const buffer: ZeroedObject = { symbol, size: Number(size.value), alignment: 8, initial: 0n };
		if (buffer.size <= 0) throw new CompileError(`the buffer ${symbol} has ${buffer.size} bytes; give it more than 0`);
		const known = this.#buffers.get(symbol);
		if (known !== undefined && known.size !== buffer.size) throw new CompileError(`the buffer ${symbol} has two sizes; give it one`);
		this.#buffers.set(symbol, buffer);
		return { kind: "address", type: this.#word, section: "bss", symbol };
	}
}

/** The symbol of the messages: one after the other, each with its NUL. */
const MESSAGES = ".messages";

/** Bytes in UTF-8, and NUL. */
function encodeText(text: string): Uint8Array {
	return new TextEncoder().encode(`${text}\0`);
}

/** Offsets of memory accesses stay below this many bytes. */
const MAXIMAL_OFFSET = 1n << 20n;

function bytesOf(width: Width): AccessSize {
	return width === 64 ? 8 : 4;
}

function someWidth(type: number): Width {
	const width: ValueType = valueType(type);
	// An operand that is never reached has no type; its code is never run.
	return width === 0 ? 32 : width;
}

function noLinearMemory(instead: string): never {
	throw new CompileError(`objects, arrays, strings and load<T>/store<T> cannot be compiled; use ${instead} on memory from native.zeroed`);
}

/** @param operand tells an operation on floats, which has a message of its own */
function unsupportedOperation(operation: number, operand: number): never {
	valueType(binaryen.getExpressionType(operand));
	throw new CompileError(`${operationName(operation)} cannot be compiled; ${OPERATIONS}`);
}

function unsupported(id: number): never {
	throw new CompileError(`this cannot be compiled (WebAssembly's ${expressionName(id)}); ${OPERATIONS}`);
}
