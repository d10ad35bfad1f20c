import { ExportStatement, FunctionDeclaration, ImportStatement, Node } from "assemblyscript";
import type { Problem } from "./compile-error.ts";

/** Fields of AssemblyScript's nodes that contain names, or lead out of the subtree. */
const NO_CHILDREN: ReadonlySet<string> = new Set([
	"range",
	"name",
	"names",
	"typeName",
	"property",
	"label",
	"decorators",
	"foreignName",
	"namespaceName",
	"implicitFieldDeclaration",
]);

/** The children of a node: types, expressions and statements. Those of a function include those of its signature. */
export function childrenOf(node: Node): Node[] {
	if (node instanceof ImportStatement || node instanceof ExportStatement) return [];
	if (node instanceof FunctionDeclaration) return [...childrenOf(node.signature), ...nodesOf(node.body)];
	return Object.entries(node).flatMap(([field, value]: [string, unknown]) =>
		NO_CHILDREN.has(field) ? [] : nodesOf(value),
	);
}

function nodesOf(value: unknown): Node[] {
	return (Array.isArray(value) ? value : [value]).filter((each) => each instanceof Node);
}

/** The node and its descendants, each after its parent. */
export function* walk(node: Node): Generator<Node> {
	yield node;
	for (const child of childrenOf(node)) yield* walk(child);
}

/** A mistake at the position of a node. */
export function problemAt({ range }: Node, message: string): Problem {
	const { normalizedPath, text } = range.source;
	return { path: normalizedPath, ...placeOf(text, range.start), message };
}

/** Line and column of an offset, both from 1. */
export function placeOf(text: string, offset: number): { readonly line: number; readonly column: number } {
	const before = text.slice(0, offset).split("\n");
	return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

/** In the order of the source. */
export function sortProblems(problems: readonly Problem[]): Problem[] {
	const compare = (a: Problem, b: Problem): number => a.line - b.line || a.column - b.column;
	return problems.toSorted((a, b) => (a.path === b.path ? compare(a, b) : a.path < b.path ? -1 : 1));
}
