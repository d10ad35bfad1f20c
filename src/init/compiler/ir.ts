/** Bits of a value: WebAssembly's i32 and i64. */
export type Width = 32 | 64;

/** The type of an expression; 0 if it has no value. */
export type ValueType = Width | 0;

/**
 * Operators with two operands of one width, named as in the WebAssembly specification, chapter "Numeric Instructions".
 */
export type BinaryOperator =
	| "add"
	| "sub"
	| "mul"
	| "div_s"
	| "div_u"
	| "rem_s"
	| "rem_u"
	| "and"
	| "or"
	| "xor"
	| "shl"
	| "shr_s"
	| "shr_u"
	| "rotl"
	| "rotr";

export type Comparison = "eq" | "ne" | "lt_s" | "lt_u" | "gt_s" | "gt_u" | "le_s" | "le_u" | "ge_s" | "ge_u";

/**
 * `extend…` keep the width, except `extend32_s` and `extend32_u`, which make an i64, and `wrap`, which makes an i32.
 */
export type UnaryOperator = "extend8_s" | "extend16_s" | "extend32_s" | "extend32_u" | "wrap" | BitCount;

/** Counts leading zeros, trailing zeros, and ones. */
export type BitCount = "clz" | "ctz" | "popcnt";

/** The size of a memory access in bytes. */
export type AccessSize = 1 | 4 | 8;

/** Where an object is: in read-only data, or in zeroed writable memory. */
type Section = "rodata" | "bss";

/**
 * What a function computes, as a tree: WebAssembly without linear memory. All memory is native; globals are objects in
 * .bss.
 */
export type Expression =
	| { readonly kind: "nop"; readonly type: 0 }
	| { readonly kind: "unreachable"; readonly type: 0 }
	| { readonly kind: "constant"; readonly type: Width; readonly value: bigint }
	| { readonly kind: "local-get"; readonly type: Width; readonly local: number }
	| { readonly kind: "local-set"; readonly type: ValueType; readonly local: number; readonly value: Expression }
	| {
			readonly kind: "binary";
			readonly type: Width;
			readonly operator: BinaryOperator;
			readonly left: Expression;
			readonly right: Expression;
	  }
	| {
			readonly kind: "compare";
			readonly type: 32;
			readonly comparison: Comparison;
			/** Of the operands. */
			readonly width: Width;
			readonly left: Expression;
			readonly right: Expression;
	  }
	| { readonly kind: "unary"; readonly type: Width; readonly operator: UnaryOperator; readonly value: Expression }
	| {
			readonly kind: "select";
			readonly type: Width;
			readonly condition: Expression;
			readonly ifTrue: Expression;
			readonly ifFalse: Expression;
	  }
	| { readonly kind: "drop"; readonly type: 0; readonly value: Expression }
	| {
			readonly kind: "block";
			readonly type: ValueType;
			readonly label: string | undefined;
			readonly body: readonly Expression[];
	  }
	| { readonly kind: "loop"; readonly type: ValueType; readonly label: string | undefined; readonly body: Expression }
	| {
			readonly kind: "if";
			readonly type: ValueType;
			readonly condition: Expression;
			readonly ifTrue: Expression;
			readonly ifFalse: Expression | undefined;
			/** Whether control can reach the end of `ifTrue`. */
			readonly isTrueOpen: boolean;
	  }
	| {
			readonly kind: "branch";
			readonly type: ValueType;
			readonly label: string;
			readonly condition: Expression | undefined;
			readonly value: Expression | undefined;
	  }
	| {
			readonly kind: "switch";
			readonly type: 0;
			readonly labels: readonly string[];
			readonly otherwise: string;
			readonly value: Expression | undefined;
			readonly index: Expression;
	  }
	| { readonly kind: "return"; readonly type: 0; readonly value: Expression | undefined }
	| {
			readonly kind: "call";
			readonly type: ValueType;
			readonly callee: string;
			readonly operands: readonly Expression[];
	  }
	| {
			readonly kind: "system-call";
			readonly type: ValueType;
			readonly name: string;
			readonly operands: readonly Expression[];
	  }
	| { readonly kind: "address"; readonly type: Width; readonly section: Section; readonly symbol: string }
	| {
			readonly kind: "load";
			readonly type: Width;
			readonly size: AccessSize;
			readonly address: Expression;
			readonly offset: number;
	  }
	| {
			readonly kind: "store";
			readonly type: 0;
			readonly size: AccessSize;
			readonly address: Expression;
			readonly offset: number;
			readonly value: Expression;
	  };

export type ExpressionKind = Expression["kind"];

/** The expressions of certain kinds. */
export type ExpressionOf<Kind extends ExpressionKind> = Extract<Expression, { kind: Kind }>;

/** One function. Locals are numbered, parameters first. */
export interface FunctionIr {
	readonly name: string;
	readonly parameterCount: number;
	readonly locals: readonly Width[];
	readonly result: ValueType;
	readonly body: Expression;
}

/** Read-only bytes. */
export interface ReadOnlyObject {
	readonly symbol: string;
	readonly bytes: Uint8Array;
	/** Whether it is a text to pack. */
	readonly isPacked: boolean;
}

/** Zeroed memory. The entry code stores `initial` if it is not 0. */
export interface ZeroedObject {
	readonly symbol: string;
	/** Bytes. */
	readonly size: number;
	readonly alignment: number;
	readonly initial: bigint;
}

export interface ModuleIr {
	/** The function that gets the initial stack pointer and never returns. */
	readonly entry: string;
	readonly functions: readonly FunctionIr[];
	readonly rodata: readonly ReadOnlyObject[];
	readonly bss: readonly ZeroedObject[];
}

/** The expressions that an expression evaluates, in order of evaluation. */
export function operandsOf(expression: Expression): readonly Expression[] {
	switch (expression.kind) {
		case "nop":
		case "unreachable":
		case "constant":
		case "local-get":
		case "address":
			return [];
		case "local-set":
		case "unary":
		case "drop":
			return [expression.value];
		case "binary":
		case "compare":
			return [expression.left, expression.right];
		case "select":
			return [expression.ifTrue, expression.ifFalse, expression.condition];
		case "block":
			return expression.body;
		case "loop":
			return [expression.body];
		case "if":
			return present(expression.condition, expression.ifTrue, expression.ifFalse);
		case "branch":
			return present(expression.value, expression.condition);
		case "switch":
			return present(expression.value, expression.index);
		case "return":
			return present(expression.value);
		case "call":
		case "system-call":
			return expression.operands;
		case "load":
			return [expression.address];
		case "store":
			return [expression.address, expression.value];
	}
}

function present(...expressions: readonly (Expression | undefined)[]): Expression[] {
	return expressions.filter((expression) => expression !== undefined);
}
