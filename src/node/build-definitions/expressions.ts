import { type ExpressionValue, evaluateExpression, expressionText, toExpressionValue } from "./evaluate-expression.ts";
import type { Combination } from "./matrix.ts";
import { replaceTexts, textOf, valueIn } from "./model/table.ts";
import { type Scalar, unknown, type Value } from "./model/value.ts";
import { unknownPart } from "./unknown-part.ts";

/** What the expressions of a job can refer to, as far as the repository determines it. */
export interface ExpressionContexts {
	readonly matrix: Combination;
	/** The inputs of a workflow or an action that this workflow uses; undefined if only a run knows them. */
	readonly inputs?: ReadonlyMap<string, Value>;
	/** The root of the repository. */
	readonly workspace: string;
}

/** An expression; quoted texts in it may have braces. */
const EXPRESSION = /\$\{\{((?:'[^']{0,500}'|[^'}]|\}(?!\})){0,500})\}\}/g;

/** The values of a workflow's expressions, `${{ … }}`, as far as the repository determines them. */
export class ExpressionScope {
	readonly contexts: ExpressionContexts;
	/** The variables of the environment. */
	readonly variables: ReadonlyMap<string, string>;

	constructor(contexts: ExpressionContexts, variables: ReadonlyMap<string, string> = new Map()) {
		this.contexts = contexts;
		this.variables = variables;
	}

	/** The same scope with the variables that `env` sets. */
	with(env: Value | undefined): ExpressionScope {
		if (env?.kind !== "table") return this;
		const variables = new Map(this.variables);
		for (const [name, value] of env.entries) {
			const text = textOf(this.replace(value));
			// An unknown value hides the one that was set before.
			if (text === undefined) variables.delete(name);
			else variables.set(name, text);
		}
		return new ExpressionScope(this.contexts, variables);
	}

	/** The same scope within a composite action. */
	withInputs(inputs: ReadonlyMap<string, Value>): ExpressionScope {
		return new ExpressionScope({ ...this.contexts, inputs }, this.variables);
	}

	/** A value with its expressions replaced; unknown if one of them is. */
	replace(value: Value | undefined): Value | undefined {
		return value && replaceTexts(value, (text, scalar) => this.#replaceIn(text, scalar));
	}

	#replaceIn(text: string, scalar: Scalar): Scalar {
		if (!text.includes("${{")) return scalar;
		let why: string | undefined;
		const replaced = text.replace(EXPRESSION, (written, expression: string) => {
			const found = this.#evaluate(expression);
			if (found === undefined) why = `${written} is only known when the workflow runs`;
			return found ?? "";
		});
		return why === undefined ? { kind: "scalar", value: replaced, place: scalar.place } : unknown(scalar.place, why);
	}

	/** A script in which unknown expressions are marked. */
	inScript(text: string): string {
		return text.replace(
			EXPRESSION,
			(written, expression: string) => this.#evaluate(expression) ?? unknownPart(written),
		);
	}

	#evaluate(expression: string): string | undefined {
		return expressionText(evaluateExpression(expression, (path) => this.#lookUp(path)));
	}

	#lookUp([first, ...path]: readonly string[]): ExpressionValue {
		const { matrix, inputs, workspace } = this.contexts;
		const name = path.join(".");
		if (first === "env") return this.variables.get(name);
		if (first === "github") return name === "workspace" ? workspace : undefined;
		if (first === "matrix") return valueAt(matrix.entries, path, matrix.isWhole);
		return first === "inputs" && inputs !== undefined ? valueAt(inputs, path, true) : undefined;
	}
}

/** What is in none of the entries is null, if those are all. */
function valueAt(entries: ReadonlyMap<string, Value>, path: readonly string[], isWhole: boolean): ExpressionValue {
	const [first = "", ...rest] = path;
	const value = entries.get(first);
	if (value === undefined) return isWhole ? null : undefined;
	const found = rest.reduce<Value | undefined>(valueIn, value);
	if (found === undefined) return value.kind === "table" ? null : undefined;
	return toExpressionValue(found);
}
