export type Type = "i32" | "i64";

/**
 * A node of WebAssembly's folded text format: `(head operands…)`.
 * Type "part" marks a node that belongs to its parent, such as an arm of an `if`: nothing can replace it.
 */
export interface Tree {
	readonly type: Type | "none" | "part";
	readonly head: string;
	readonly operands: readonly Tree[];
	/** The label that it defines. */
	readonly defines?: string;
	/** The labels that it branches to. */
	readonly branchesTo?: readonly string[];
}

export interface RandomFunction {
	readonly parameters: readonly Type[];
	readonly locals: readonly Type[];
	readonly result: Type;
	readonly body: Tree;
}

/** A call from the driver, with arguments as text. */
export interface DriverCall {
	readonly callee: number;
	readonly args: readonly string[];
}

export interface RandomProgram {
	readonly functions: readonly RandomFunction[];
	readonly calls: readonly DriverCall[];
	/** Whether Binaryen optimizes it, as asc does. */
	readonly isOptimized: boolean;
}

/** A tree as WebAssembly text, its operands indented unless none has operands of its own. */
export function printTree({ head, operands }: Tree, indent = "\n\t\t"): string {
	const isFlat = operands.every((operand) => operand.operands.length === 0);
	const inner = isFlat ? " " : `${indent}\t`;
	return `(${head}${operands.map((operand) => inner + printTree(operand, inner)).join("")})`;
}

export const NOP: Tree = { type: "none", head: "nop", operands: [] };

/** One arm of an if. */
export function arm(head: "then" | "else", body: Tree): Tree {
	return { type: "part", head, operands: [body] };
}

/** The head of a block or loop: its label, and the type of its result. */
export function blockHead(kind: "block" | "loop", name: string, type: Type | "none"): string {
	return `${kind} $${name}${type === "none" ? "" : ` (result ${type})`}`;
}

/** Whether each branch is inside the block that it names. */
export function hasItsLabels({ operands, defines, branchesTo = [] }: Tree, outer: readonly string[] = []): boolean {
	const labels = defines === undefined ? outer : [...outer, defines];
	return (
		branchesTo.every((label) => labels.includes(label)) && operands.every((operand) => hasItsLabels(operand, labels))
	);
}
