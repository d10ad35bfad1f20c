import type { BinaryOperator, BitCount, Expression, FunctionIr, Width } from "./ir.ts";

/** Counts bits on CPUs that have no instruction for it: calls functions, which are added to the program. */
export class BitCounts {
	readonly #native: ReadonlySet<BitCount>;
	readonly #functions = new Map<string, FunctionIr>();

	/** @param native the counts that the CPU's `unary` supports */
	constructor(native: ReadonlySet<BitCount>) {
		this.#native = native;
	}

	/** The functions that are called. */
	get functions(): readonly FunctionIr[] {
		return [...this.#functions.values()];
	}

	/** A count of the bits of a value. */
	count(operator: BitCount, type: Width, value: Expression): Expression {
		if (this.#native.has(operator)) return { kind: "unary", type, operator, value };
		const name = `i${type}.${operator}`;
		if (!this.#functions.has(name)) {
			const body = new Formula(type)[operator]((inner, of) => this.count(inner, type, of), this.#native.has("clz"));
			this.#functions.set(name, { name, parameterCount: 1, locals: [type], result: type, body });
		}
		return { kind: "call", type, callee: name, operands: [value] };
	}
}

type Count = (operator: BitCount, value: Expression) => Expression;

/** Counts ones with shifts and sums (H. S. Warren, "Hacker's Delight", sections 5-1, 5-3 and 5-4). */
class Formula {
	readonly #type: Width;
	readonly #x: Expression;

	constructor(type: Width) {
		this.#type = type;
		this.#x = { kind: "local-get", type, local: 0 };
	}

	/** Sums of pairs of bits, of nibbles, of bytes; a multiplication adds up the bytes. */
	popcnt(): Expression {
		const fours = this.#everyByte(0x33);
		return this.#block(
			this.#set(this.#do("sub", this.#x, this.#do("and", this.#shifted(1), this.#everyByte(0x55)))),
			this.#set(this.#do("add", this.#do("and", this.#x, fours), this.#do("and", this.#shifted(2), fours))),
			this.#set(this.#do("and", this.#do("add", this.#x, this.#shifted(4)), this.#everyByte(0x0f))),
			this.#do("shr_u", this.#do("mul", this.#x, this.#everyByte(0x01)), this.#constant(this.#type - 8)),
		);
	}

	/** The trailing zeros are the ones of `~x & (x - 1)`. */
	ctz(count: Count, hasClz: boolean): Expression {
		const not = this.#do("xor", this.#x, this.#constant(-1));
		const ones = this.#do("and", not, this.#do("sub", this.#x, this.#constant(1)));
		return hasClz ? this.#do("sub", this.#constant(this.#type), count("clz", ones)) : count("popcnt", ones);
	}

	/** Sets every bit below the highest one; the remaining zeros are the leading ones. */
	clz(count: Count): Expression {
		const counts = [1, 2, 4, 8, 16, 32].filter((count) => count < this.#type);
		const spread = counts.map((count) => this.#set(this.#do("or", this.#x, this.#shifted(count))));
		return this.#block(...spread, count("popcnt", this.#do("xor", this.#x, this.#constant(-1))));
	}

	#constant(value: number): Expression {
		return { kind: "constant", type: this.#type, value: BigInt(value) };
	}

	#everyByte(byte: number): Expression {
		const digits = byte.toString(16).padStart(2, "0");
		return { kind: "constant", type: this.#type, value: BigInt(`0x${digits.repeat(this.#type / 8)}`) };
	}

	#do(operator: BinaryOperator, left: Expression, right: Expression): Expression {
		return { kind: "binary", type: this.#type, operator, left, right };
	}

	#shifted(count: number): Expression {
		return this.#do("shr_u", this.#x, this.#constant(count));
	}

	#set(value: Expression): Expression {
		return { kind: "local-set", type: 0, local: 0, value };
	}

	#block(...body: readonly Expression[]): Expression {
		return { kind: "block", type: this.#type, label: undefined, body };
	}
}
