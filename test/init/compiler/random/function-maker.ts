import { BUFFERS, printBuffer } from "../driver.ts";
import { constant, part, randomNumber } from "./constants.ts";
import type { Seeded } from "./seeded.ts";
import { NOP, type RandomFunction, type Tree, type Type } from "./tree.ts";

export interface Signature {
	readonly parameters: readonly Type[];
	readonly result: Type;
}

export interface OpenLabel {
	readonly name: string;
	readonly type: Type | "none";
}

export interface OpenLoop {
	readonly name: string;
	/**
	 * The local that counts down: a branch to the loop is taken only while it is positive, so that every loop ends.
	 */
	readonly counter: number;
}

/** The kinds of trees to choose from. Each one makes its operands with the depth reduced by one. */
export interface Kinds {
	readonly values: readonly [MakeValue, ...MakeValue[]];
	/** For functions without statements and control flow: trees that are deeper than the number of registers. */
	readonly arithmetic: readonly [MakeValue, ...MakeValue[]];
	readonly statements: readonly [MakeStatement, ...MakeStatement[]];
}

/** What the functions of a program share. */
export interface Scope {
	readonly random: Seeded;
	readonly signatures: readonly Signature[];
	readonly numbers: readonly [bigint, ...bigint[]];
	readonly kinds: Kinds;
	readonly isAligned: boolean;
}

export type MakeValue = (maker: FunctionMaker, type: Type, depth: number) => Tree;
export type MakeStatement = (maker: FunctionMaker, depth: number) => Tree;

export const MOST_LOOPS = 3;

/** Makes the body of one function. Knows what is in scope, and how much it may still make. */
export class FunctionMaker {
	readonly random: Seeded;
	readonly signature: Signature;
	readonly signatures: readonly Signature[];
	/** The local that always holds the address of 8 bytes or more in a buffer. */
	readonly pointer: number;
	readonly labels: OpenLabel[] = [];
	readonly loops: OpenLoop[] = [];
	readonly isAligned: boolean;
	readonly #kinds: Kinds;
	/** Numbers that the program prefers, so that some of them are equal. */
	readonly #numbers: readonly [bigint, ...bigint[]];
	/** The parameters, and the other locals that the function may write. */
	readonly #locals: readonly Type[];
	readonly #isArithmetic: boolean;
	#labelCount = 0;
	/** How many more nodes it may make. */
	#budget: number;

	constructor({ random, signatures, numbers, kinds, isAligned }: Scope, signature: Signature) {
		this.random = random;
		this.signature = signature;
		this.signatures = signatures;
		this.isAligned = isAligned;
		this.#kinds = kinds;
		this.#numbers = numbers;
		this.#isArithmetic = random.isOnceIn(5);
		this.#budget = 60 + random.below(200);
		this.#locals = [...signature.parameters, ...random.times(1 + random.below(9), () => this.someType())];
		this.pointer = this.#locals.length + MOST_LOOPS;
	}

	make(): RandomFunction {
		const { parameters, result } = this.signature;
		const start = part({ type: "none", head: `local.set ${this.pointer} ${printBuffer(BUFFERS[0])}`, operands: [] });
		const statements = this.#isArithmetic ? [] : this.random.times(1 + this.random.below(4), () => this.statement(5));
		const value = this.#mixLocals(this.value(result, this.#isArithmetic ? 9 : 6));
		const counters = this.random.times(MOST_LOOPS, (): Type => "i32");
		return {
			parameters,
			locals: [...this.#locals.slice(parameters.length), ...counters, "i64"],
			result,
			body: { type: "part", head: `block (result ${result})`, operands: [start, ...statements, value] },
		};
	}

	/** Makes every local affect the result. */
	#mixLocals(value: Tree): Tree {
		const { result } = this.signature;
		return this.#locals.reduce((mixed: Tree, type, local): Tree => {
			const convert = type === result ? "" : result === "i32" ? "i32.wrap_i64 " : "i64.extend_i32_u ";
			const read = `(${convert}${convert === "" ? "" : "("}local.get ${local}${convert === "" ? "" : ")"})`;
			return {
				type: "part",
				head: `${result}.sub ${read}`,
				operands: [{ type: "part", head: `${result}.rotl`, operands: [mixed, part(constant(result, 5))] }],
			};
		}, value);
	}

	value(type: Type, depth: number): Tree {
		this.#budget--;
		if (depth <= 0 || this.#budget < 0 || this.random.isOnceIn(5)) return this.leaf(type);
		return this.random.pick(this.#isArithmetic ? this.#kinds.arithmetic : this.#kinds.values)(this, type, depth - 1);
	}

	statement(depth: number): Tree {
		this.#budget--;
		if (depth <= 0 || this.#budget < 0) return NOP;
		return this.random.pick(this.#kinds.statements)(this, depth - 1);
	}

	leaf(type: Type): Tree {
		const local = this.random.isOnceIn(3) ? undefined : this.someLocal(type);
		return local === undefined
			? constant(type, this.someNumber(type))
			: { type, head: `local.get ${local}`, operands: [] };
	}

	someNumber(type: Type): bigint {
		return BigInt.asIntN(
			type === "i32" ? 32 : 64,
			this.random.isOnceIn(2) ? this.random.pick(this.#numbers) : randomNumber(this.random),
		);
	}

	/** An offset for a word, below a limit. */
	someOffset(limit: number): number {
		const offset = this.random.below(limit);
		return this.isAligned ? offset - (offset % 8) : offset;
	}

	newLabel(): string {
		return `b${this.#labelCount++}`;
	}

	/** The counter of a new loop inside the loops that are open. */
	nextCounter(): number {
		return this.#locals.length + this.loops.length;
	}

	someType(): Type {
		return this.random.pick(["i32", "i64"]);
	}

	someLocal(type: Type): number | undefined {
		return this.random.some([...this.#locals.keys()].filter((index) => this.#locals[index] === type));
	}

	someLabel(type?: Type | "none"): OpenLabel | undefined {
		return this.random.some(this.labels.filter((label) => type === undefined || label.type === type));
	}
}
