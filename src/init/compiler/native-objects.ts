import { CompileError } from "./compile-error.ts";
import type { Expression, ReadOnlyObject, Width, ZeroedObject } from "./ir.ts";
import { PAIRS } from "./pack-texts.ts";
import type { ReadString } from "./strings.ts";

/** The symbol of the messages: one after the other, each with its NUL byte. */
const MESSAGES = ".messages";

/** Collects the objects that a module's calls of `native` name: texts, messages and buffers, each once. */
export class NativeObjects {
	readonly #readString: ReadString;
	readonly #word: Width;
	readonly #texts = new Map<string, ReadOnlyObject>();
	readonly #messages: string[] = [];
	readonly #buffers = new Map<string, ZeroedObject>();

	constructor(readString: ReadString, word: Width) {
		this.#readString = readString;
		this.#word = word;
	}

	get rodata(): readonly ReadOnlyObject[] {
		const messages = { symbol: MESSAGES, bytes: encodeText(this.#messages.join("\0")), isPacked: true };
		return [...this.#texts.values(), messages];
	}

	get buffers(): readonly ZeroedObject[] {
		return [...this.#buffers.values()];
	}

	/** The object that a call of `native` names, given its lifted operands; undefined for any other call. */
	lift(name: string, operands: readonly Expression[]): Expression | undefined {
		const [first, second] = operands;
		switch (name) {
			case "text":
			case "packed":
				return replaceLiterals(name, first, this.#word, (pointer) => this.#liftText(pointer, name === "packed"));
			case "message":
				return replaceLiterals(name, first, 32, (pointer) => this.#liftMessage(pointer));
			case "messages":
				return this.#address("rodata", MESSAGES);
			case "pairs":
				return this.#address("rodata", PAIRS);
			case "zeroed":
				return this.#liftZeroed(first, second);
			default:
				return undefined;
		}
	}

	#address(section: "rodata" | "bss", symbol: string): Expression {
		return { kind: "address", type: this.#word, section, symbol };
	}

	#liftText(pointer: bigint, isPacked: boolean): Expression {
		const text = isPacked ? this.#readPackable(pointer) : this.#readString(pointer);
		const symbol = `${isPacked ? "packed " : ""}${JSON.stringify(text)}`;
		this.#texts.set(symbol, { symbol, bytes: encodeText(text), isPacked });
		return this.#address("rodata", symbol);
	}

	/** A literal becomes a message number. */
	#liftMessage(pointer: bigint): Expression {
		const message = this.#readPackable(pointer);
		if (message.includes("\0"))
			throw new CompileError("a message ends at NUL, and must not contain it; write two messages");
		if (!this.#messages.includes(message)) this.#messages.push(message);
		return { kind: "constant", type: 32, value: BigInt(this.#messages.indexOf(message)) };
	}

	/** Other bytes stand for pairs; a text that begins with one is not unpacked. */
	#readPackable(pointer: bigint): string {
		const text = this.#readString(pointer);
		const [other] = /(?<!^|\0)[^\0\t\n -|]|[^\0-|\x7f]/u.exec(text) ?? [];
		if (other !== undefined)
			throw new CompileError(
				`a packed text must be ASCII up to "|", but contains ${JSON.stringify(other)}; replace it`,
			);
		return text;
	}

	#liftZeroed(name: Expression | undefined, size: Expression | undefined): Expression {
		if (name?.kind !== "constant" || size?.kind !== "constant")
			throw new CompileError("native.zeroed takes a literal and a constant");
		// Quoted, so that it differs from the name of every global.
		const symbol = JSON.stringify(this.#readString(name.value));
		const buffer: ZeroedObject = { symbol, size: Number(size.value), alignment: 8, initial: 0n };
		if (buffer.size <= 0) throw new CompileError(`the buffer ${symbol} has ${buffer.size} bytes; give it more than 0`);
		const known = this.#buffers.get(symbol);
		if (known !== undefined && known.size !== buffer.size)
			throw new CompileError(`the buffer ${symbol} has two sizes; give it one`);
		this.#buffers.set(symbol, buffer);
		return this.#address("bss", symbol);
	}
}

/** Replaces the pointer to a literal. Optimization may have merged a choice between literals into one call. */
function replaceLiterals(
	name: string,
	pointer: Expression | undefined,
	type: Width,
	replace: (pointer: bigint) => Expression,
): Expression {
	const inner = (expression: Expression): Expression => replaceLiterals(name, expression, type, replace);
	switch (pointer?.kind) {
		case "constant":
			return replace(pointer.value);
		case "select":
			return { ...pointer, type, ifTrue: inner(pointer.ifTrue), ifFalse: inner(pointer.ifFalse) };
		case "if":
			return { ...pointer, type, ifTrue: inner(pointer.ifTrue), ifFalse: pointer.ifFalse && inner(pointer.ifFalse) };
		default:
			throw new CompileError(`native.${name} takes a string literal, written in the call itself`);
	}
}

/** UTF-8, with a NUL byte. */
function encodeText(text: string): Uint8Array {
	return new TextEncoder().encode(`${text}\0`);
}
