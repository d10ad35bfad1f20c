import {
	CallExpression,
	ClassDeclaration,
	ClassExpression,
	DeclarationStatement,
	ElementAccessExpression,
	EmptyStatement,
	ExportDefaultStatement,
	ExportImportStatement,
	ExportStatement,
	FieldDeclaration,
	FloatLiteralExpression,
	ForOfStatement,
	FunctionDeclaration,
	FunctionTypeNode,
	IdentifierExpression,
	ImportStatement,
	InstanceOfExpression,
	LiteralExpression,
	MethodDeclaration,
	NamedTypeNode,
	NamespaceDeclaration,
	NewExpression,
	type Node,
	ParameterNode,
	PropertyAccessExpression,
	RegexpLiteralExpression,
	type Source,
	type Statement,
	StringLiteralExpression,
	TemplateLiteralExpression,
	ThrowStatement,
	TryStatement,
	TypeNode,
	UnaryPrefixExpression,
	type VariableDeclaration,
	VariableStatement,
} from "assemblyscript";
import type { Problem } from "./compile-error.ts";
import { childrenOf, problemAt, walk } from "./syntax-tree.ts";
import { describeName, explanations } from "./uncompilable-names.ts";

/**
 * Finds what AssemblyScript would compile but we cannot, or what it would report less clearly: floats, strings at run
 * time, allocation, closures, exceptions, computed initial values, linear memory.
 */
export function checkSource(source: Source): Problem[] {
	const topLevel = [...listTopLevel(source.statements)];
	const context = makeContext(source, topLevel);
	return [...topLevel.flatMap((statement) => checkStatement(statement, context)), ...checkNode(source, context)];
}

/** What rules need to know about the whole file. */
interface Context {
	/** Arguments of native functions, which are the only ones that can be literals. */
	readonly literals: ReadonlySet<Node>;
	readonly topLevel: ReadonlySet<Node>;
	/** Names that the file itself declares. */
	readonly declared: ReadonlySet<string>;
	/** Top-level variables that are not constants. */
	readonly variables: ReadonlySet<string>;
	/** Whether the functions declared here are the compiler's own. */
	readonly isInterface: boolean;
}

function makeContext(source: Source, topLevel: readonly Statement[]): Context {
	const nodes = [...walk(source)];
	const natives = findNatives(source);
	return {
		literals: new Set(
			nodes.flatMap((node) => (node instanceof CallExpression && natives(node.expression) ? node.args : [])),
		),
		topLevel: new Set(topLevel),
		declared: new Set([...nodes, ...topLevel].flatMap(declaredNames)),
		variables: new Set(
			topLevel
				.flatMap((statement) =>
					statement instanceof VariableStatement && !isConst(statement) ? statement.declarations : [],
				)
				.map(({ name }) => name.text),
		),
		isInterface: /(?:^|\/)(?:native|sys)\.ts$/.test(source.normalizedPath),
	};
}

/** The statements of the file and its namespaces. */
function* listTopLevel(statements: readonly Statement[]): Generator<Statement> {
	for (const statement of statements) {
		yield statement;
		if (statement instanceof NamespaceDeclaration) yield* listTopLevel(statement.members);
		if (statement instanceof ExportDefaultStatement) yield statement.declaration;
	}
}

function declaredNames(node: Node): string[] {
	if (node instanceof ImportStatement)
		return [
			...(node.declarations ?? []).map(({ name }) => name.text),
			...(node.namespaceName ? [node.namespaceName.text] : []),
		];
	return node instanceof DeclarationStatement || node instanceof ParameterNode ? [node.name.text] : [];
}

function isConst(statement: VariableStatement): boolean {
	return /^(?:export\s+)?const\b/.test(statement.range.source.text.slice(statement.range.start));
}

/** Whether a callee is a native function, as imported by the file. */
function findNatives({ statements }: Source): (callee: Node) => boolean {
	const imports = statements
		.filter((statement) => statement instanceof ImportStatement)
		.filter(({ path }) => /(?:^|\/)native(?:\.ts)?$/.test(path.value));
	const names = new Set(imports.flatMap(({ declarations }) => declarations ?? []).map(({ name }) => name.text));
	const modules = new Set(imports.flatMap(({ namespaceName }) => (namespaceName ? [namespaceName.text] : [])));
	return (callee) => {
		if (callee instanceof IdentifierExpression) return names.has(callee.text);
		return (
			callee instanceof PropertyAccessExpression &&
			callee.expression instanceof IdentifierExpression &&
			modules.has(callee.expression.text)
		);
	};
}

function checkStatement(statement: Statement, context: Context): Problem[] {
	if (statement instanceof VariableStatement) {
		return statement.declarations.flatMap((declaration) => checkVariable(declaration, context));
	}
	return OUTSIDE_OF_FUNCTIONS.some((type) => statement instanceof type)
		? []
		: [problemAt(statement, explanations.statement)];
}

/** AssemblyScript's CommonFlags.Ambient, from an enumeration that this module cannot import: `declare`. */
const AMBIENT = 1 << 15;

function checkVariable(declaration: VariableDeclaration, context: Context): Problem[] {
	if (declaration.is(AMBIENT)) return [problemAt(declaration, explanations.outside)];
	const { initializer } = declaration;
	return initializer !== null && isComputed(initializer, context)
		? [problemAt(initializer, explanations.computed)]
		: [];
}

const OUTSIDE_OF_FUNCTIONS = [
	DeclarationStatement,
	ImportStatement,
	ExportStatement,
	ExportImportStatement,
	ExportDefaultStatement,
	EmptyStatement,
] as const;

function isComputed(initializer: Node, { variables }: Context): boolean {
	for (const node of walk(initializer)) {
		if (
			node instanceof CallExpression &&
			!(node.expression instanceof IdentifierExpression && CASTS.has(node.expression.text))
		)
			return true;
		if (node instanceof IdentifierExpression && variables.has(node.text)) return true;
	}
	return false;
}

const CASTS: ReadonlySet<string> = new Set([
	"i8",
	"i16",
	"i32",
	"i64",
	"u8",
	"u16",
	"u32",
	"u64",
	"bool",
	"sizeof",
	"f32",
	"f64",
	"min",
	"max",
]);

function* checkNode(node: Node, context: Context): Generator<Problem> {
	// The compiler's own functions may have string arguments.
	if (context.isInterface && node instanceof FunctionDeclaration && node.body === null) return;
	const message = describeSyntax(node, context) ?? describeUse(node, context);
	if (message !== undefined) yield problemAt(node, message);
	// Everything inside is part of the same mistake.
	if (message !== undefined && ONE_MISTAKE.some((type) => node instanceof type)) return;
	for (const child of childrenOf(node)) yield* checkNode(child, context);
}

const ONE_MISTAKE = [ClassDeclaration, LiteralExpression, NewExpression, TypeNode] as const;

/** Kinds of syntax that can never be compiled. */
function describeSyntax(node: Node, { literals, topLevel }: Context): string | undefined {
	if (node instanceof LiteralExpression)
		return literals.has(node) && node instanceof StringLiteralExpression ? undefined : describeLiteral(node);
	if (node instanceof FunctionDeclaration) {
		if (node.body === null && topLevel.has(node)) return explanations.declared;
		return topLevel.has(node) || node instanceof MethodDeclaration ? undefined : explanations.closure;
	}
	return SYNTAX.find(([type]) => node instanceof type)?.[1];
}

const SYNTAX = [
	[NewExpression, explanations.object],
	[ClassDeclaration, explanations.objectClass],
	[ClassExpression, explanations.objectClass],
	[FieldDeclaration, explanations.objectClass],
	[FunctionTypeNode, explanations.closure],
	[ThrowStatement, explanations.exception],
	[TryStatement, explanations.exception],
	[ForOfStatement, explanations.iterator],
	[ElementAccessExpression, explanations.element],
	[InstanceOfExpression, explanations.type],
] as const;

function describeLiteral(node: LiteralExpression): string | undefined {
	if (node instanceof FloatLiteralExpression) return explanations.float;
	if (node instanceof StringLiteralExpression || node instanceof TemplateLiteralExpression) return explanations.string;
	if (node instanceof RegexpLiteralExpression) return explanations.regularExpression;
	return node.isNumericLiteral ? undefined : explanations.object;
}

/** Names of types, values and operations that cannot be compiled. */
function describeUse(node: Node, { declared }: Context): string | undefined {
	if (node instanceof UnaryPrefixExpression && node.range.source.text.startsWith("typeof", node.range.start))
		return explanations.type;
	if (node instanceof NamedTypeNode)
		return declared.has(node.name.identifier.text) ? undefined : describeName(node.name.identifier.text);
	if (node instanceof IdentifierExpression) return declared.has(node.text) ? undefined : describeName(node.text);
	if (!(node instanceof PropertyAccessExpression && node.expression instanceof IdentifierExpression)) return undefined;
	if (!/^[iu]\d+$/.test(node.expression.text)) return undefined;
	// i32.load, i64.store16, i64.atomic …
	return /^(?:load|store|atomic)/.test(node.property.text) ? explanations.memory : describeName(node.property.text);
}
